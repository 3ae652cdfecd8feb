import { Injectable } from '@nestjs/common';
import { confirmNoChange, translateText, type Actor, type Language, type LocalizedText } from '#core/kernel';
import { Database, type Tx } from '#platform/database';
import { paperContext } from '../domain/paper-context.js';
import { paperLifecycle } from '../domain/paper.lifecycle.js';
import { papersErrors } from '../domain/papers.errors.js';
import { isShared } from '../domain/papers.types.js';
import { paperTranslated } from '../papers.events.js';
import { lockPaper, savePaper } from '../persistence/papers.repository.js';
import { aboutPaper, afterContentChange } from './after-change.js';

type Status = 'draft' | 'machine' | 'checked';

export interface TranslatePaperInput {
  readonly paperId: string;
  readonly version: number;
  readonly lang: Language;
  /** The title in this language, or `no-change` to say that the last change of the source needs none. */
  readonly work: { readonly text: string; readonly status: Status; readonly ofRevision: number } | 'no-change';
}

/**
 * Supplies one language of a paper's title (domain.md 3.5).
 * @throws papers.notFound, papers.revisionMoved, papers.machineText in a shared paper, papers.titlePublished, common.isTheSource,
 *   common.staleVersion, common.forbidden
 */
@Injectable()
export class TranslatePaper {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: TranslatePaperInput): Promise<void> {
    return this.database.runInTx(actor, (tx) => translatePaper(tx, input));
  }
}

/** The same within a transaction of the translation desk. */
export async function translatePaper(tx: Tx, input: TranslatePaperInput): Promise<void> {
  const paper = await lockPaper(tx, input.paperId, input.version);
  const state = paperLifecycle.step(paper.state, 'translate', paperContext(paper, tx.actor));
  // Machine text is never shown to the other side (domain.md 7).
  if (isShared(paper) && input.work !== 'no-change' && input.work.status === 'machine')
    throw papersErrors.machineText();
  const title = translated(paper.title, input);
  const version = await savePaper(tx, { ...paper, title, state });
  if (title[input.lang]?.text !== paper.title[input.lang]?.text) await afterContentChange(tx, paper);
  await tx.publish(
    paperTranslated,
    { sessionId: paper.sessionId, paperId: paper.id, version, language: input.lang },
    aboutPaper(paper),
  );
}

function translated(title: LocalizedText, { lang, work }: TranslatePaperInput): LocalizedText {
  if (work === 'no-change') return confirmNoChange(title, lang);
  if (work.ofRevision !== title.revision) throw papersErrors.revisionMoved({ revision: title.revision });
  return translateText(title, lang, work.text, work.status, work.ofRevision);
}
