import { Injectable } from '@nestjs/common';
import { confirmNoChange, translateText, type Actor, type Language, type LocalizedText } from '#core/kernel';
import { Database, type Tx } from '#platform/database';
import { agendaErrors } from '../domain/agenda.errors.js';
import { itemContext } from '../domain/agenda-context.js';
import { itemLifecycle } from '../domain/agenda.lifecycle.js';
import { isShared, type TextField } from '../domain/agenda.types.js';
import { agendaItemTranslated } from '../agenda.events.js';
import { lockItem, saveItem } from '../persistence/agenda.repository.js';
import { afterSharedChange } from './after-change.js';

export interface TranslateItemInput {
  readonly itemId: string;
  readonly version: number;
  readonly field: TextField;
  readonly lang: Language;
  /** The translation, or `no-change` to say that the last change of the source changes nothing in this language. */
  readonly work:
    | { readonly text: string; readonly status: 'draft' | 'checked' | 'machine'; readonly ofRevision: number }
    | 'no-change';
}

/**
 * Supplies one language of one text (domain.md 3.5). New words in a signed agenda clear both keys; a tick alone does not.
 * @throws agenda.itemNotFound, agenda.revisionMoved when the source is no longer the one translated, common.isTheSource,
 *   common.staleVersion, common.forbidden
 */
@Injectable()
export class TranslateItem {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: TranslateItemInput): Promise<void> {
    return this.database.runInTx(actor, (tx) => translateItem(tx, input));
  }
}

/** As `TranslateItem`, within a transaction of the caller: the translation desk writes many texts at once. */
export async function translateItem(tx: Tx, input: TranslateItemInput): Promise<void> {
  const { agenda, item } = await lockItem(tx, input.itemId, input.version);
  itemLifecycle.step(item.state, 'translate', itemContext(item, tx.actor));
  const text = item[input.field];
  if (!text) throw agendaErrors.itemNotFound();
  const version = await saveItem(tx, { ...item, ownWords: true, [input.field]: translated(text, input) });
  if (isShared(item)) await afterSharedChange(tx, agenda, 'translation');
  const about = { audience: item.audience, subjectType: 'agenda_item', subjectId: item.id };
  const { sessionId, id: agendaId } = agenda;
  await tx.publish(
    agendaItemTranslated,
    { sessionId, agendaId, itemId: item.id, version, language: input.lang },
    about,
  );
}

function translated(text: LocalizedText, input: TranslateItemInput): LocalizedText {
  if (input.work === 'no-change') return confirmNoChange(text, input.lang);
  if (input.work.ofRevision !== text.revision) throw agendaErrors.revisionMoved({ revision: text.revision });
  return translateText(text, input.lang, input.work.text, input.work.status, input.work.ofRevision);
}
