import { Injectable } from '@nestjs/common';
import {
  changedText,
  commonErrors,
  confirmNoChange,
  givenText,
  translateText,
  type Actor,
  type GivenTexts,
  type Language,
  type LocalizedText,
} from '#core/kernel';
import { Database, type Tx } from '#platform/database';
import type { TranslationWork } from '#forum/translation';
import { escalationContext, mayDraft } from '../domain/escalation-context.js';
import { escalationLifecycle } from '../domain/escalation.lifecycle.js';
import { escalationsErrors } from '../domain/escalations.errors.js';
import { escalationTexts, type EscalationText, type MatterRef } from '../domain/escalation.types.js';
import { escalationDrafted, escalationEdited } from '../escalations.events.js';
import { insertEscalation, lockEscalation, saveDraft } from '../persistence/escalations.repository.js';
import { findMatter } from '../queries/matters.js';
import { aboutRise, riseOf } from './after-step.js';
import { wayOf, type GivenWay } from './find-way.js';

export interface DraftEscalationInput extends GivenWay {
  readonly matter: MatterRef;
  readonly lang: Language;
  readonly title: GivenTexts;
  /** What it is about and what was tried so far. */
  readonly summary: GivenTexts;
  /** What the higher level is asked. */
  readonly request: GivenTexts;
}

/**
 * Drafts a rise for the own side; the other side learns nothing of it until it is raised.
 * @returns the id of the rise
 * @throws escalations.matterNotFound, escalations.matterNotOpen, escalations.channelMissing, escalations.channelNotFound, escalations.notHigher,
 *   escalations.notForItu, escalations.articlesMissing, common.required, common.forbidden
 */
@Injectable()
export class DraftEscalation {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: DraftEscalationInput): Promise<string> {
    return this.database.runInTx(actor, async (tx) => {
      const { side } = actor;
      if (side === null || !mayDraft(actor)) throw commonErrors.forbidden();
      const matter = await findMatter(tx, side, input.matter);
      if (!matter) throw escalationsErrors.matterNotFound();
      if (!matter.open) throw escalationsErrors.matterNotOpen();
      const way = await wayOf(tx, matter, input);
      const words = {
        title: givenText(input.title, input.lang, 'title'),
        summary: givenText(input.summary, input.lang, 'summary'),
        request: givenText(input.request, input.lang, 'request'),
      };
      const id = await insertEscalation(tx, side, input.matter, way, words);
      const about = { audience: side, subjectType: 'escalation', subjectId: id } as const;
      await tx.publish(escalationDrafted, riseOf({ id, matter: input.matter }), about);
      return id;
    });
  }
}

export interface EscalationVersion {
  readonly escalationId: string;
  readonly version: number;
}

export interface EditEscalationInput extends EscalationVersion, GivenWay {
  readonly title?: GivenTexts | undefined;
  readonly summary?: GivenTexts | undefined;
  readonly request?: GivenTexts | undefined;
}

/** Changes a draft. @throws escalations.notFound, common.staleVersion, common.wrongState once it is raised, and those of drafting */
@Injectable()
export class EditEscalation {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: EditEscalationInput): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const row = await lockEscalation(tx, input.escalationId, input.version);
      const matter = await findMatter(tx, actor.side, row.matter);
      escalationLifecycle.step(row.state, 'edit', escalationContext(row, matter, actor));
      const given = input.toChannelId !== undefined || input.ituArticles !== undefined;
      const before = { fromChannelId: row.from?.id ?? null, fromLevel: row.fromLevel, toLevel: row.toLevel };
      const way =
        given && matter
          ? await wayOf(tx, matter, { fromChannelId: before.fromChannelId ?? undefined, ...input })
          : { ...before, toChannelId: row.to?.id ?? null, ituArticles: row.ituArticles };
      const text = (field: EscalationText): LocalizedText => {
        const words = input[field];
        return words ? changedText(row[field], words) : row[field];
      };
      await saveDraft(tx, row.id, way, { title: text('title'), summary: text('summary'), request: text('request') });
      await tx.publish(escalationEdited, riseOf(row), aboutRise(row));
    });
  }
}

export interface TranslateEscalationInput extends EscalationVersion {
  readonly field: string;
  readonly lang: Language;
  readonly work: TranslationWork;
}

/**
 * Supplies one language of a draft's text within a transaction of the translation desk (domain.md 3.5).
 * @throws escalations.notFound, escalations.revisionMoved, common.notFound for no such text, common.isTheSource, common.staleVersion
 */
export async function translateEscalation(tx: Tx, input: TranslateEscalationInput): Promise<void> {
  const field = escalationTexts.find((name) => name === input.field);
  if (!field) throw commonErrors.notFound();
  const row = await lockEscalation(tx, input.escalationId, input.version);
  escalationLifecycle.step(row.state, 'translate', escalationContext(row, undefined, tx.actor));
  const { fromLevel, toLevel, ituArticles } = row;
  const way = { fromChannelId: row.from?.id ?? null, fromLevel, toChannelId: row.to?.id ?? null, toLevel, ituArticles };
  await saveDraft(tx, row.id, way, {
    title: row.title,
    summary: row.summary,
    request: row.request,
    [field]: translated(row[field], input),
  });
}

function translated(text: LocalizedText, { lang, work }: TranslateEscalationInput): LocalizedText {
  if (work === 'no-change') return confirmNoChange(text, lang);
  if (work.ofRevision !== text.revision) throw escalationsErrors.revisionMoved({ revision: text.revision });
  return translateText(text, lang, work.text, work.status, work.ofRevision);
}
