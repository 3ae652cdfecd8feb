import { Injectable } from '@nestjs/common';
import { commonErrors, newId, newText, type Actor, type Audience, type Language, type Side } from '#core/kernel';
import { Database, type Tx } from '#platform/database';
import { findRuleBook } from '#forum/reminder-rules';
import { findSession, sessionDueDate } from '#forum/sessions';
import { loadCalendar } from '#forum/working-days';
import { amountOf } from '../domain/amount.js';
import { mayRequest } from '../domain/translation-context.js';
import { translationErrors } from '../domain/translation.errors.js';
import { gapOf } from '../domain/unit-gap.js';
import { insertRequest, keepSources, recordEvent } from '../persistence/translation.repository.js';
import { translatableOf, type TranslatableObject, type TranslatableText } from '../translatable.js';
import { translationRequested } from '../translation.events.js';
import { checkPosts } from './check-posts.js';

export interface RequestTranslationInput {
  readonly containerType: string;
  readonly containerId: string;
  /** What both sides see, or the own side's drafts; never both, so that a request tells nothing of drafts. */
  readonly scope: 'shared' | 'own';
  /** Only these objects; without them all, and those that come later. */
  readonly objectIds?: readonly string[] | undefined;
  readonly fromLang: Language;
  readonly toLang: Language;
  /** YYYY-MM-DD; without it the day on which the session's translations are due. */
  readonly dueOn?: string | undefined;
  readonly translatorPostId?: string | undefined;
  readonly checkerPostId?: string | undefined;
  readonly note?: string | undefined;
}

/**
 * Asks for the translation of texts. A request about drafts stays on its side, one about shared texts is seen by both (domain.md 3.5, 7).
 * @returns the id of the request
 * @throws translation.sameLanguage, nothingToTranslate, alreadyRequested, dueMissing, duePassed, postUnknown, notOwnPost, samePost
 */
@Injectable()
export class RequestTranslation {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: RequestTranslationInput): Promise<string> {
    return this.database.runInTx(actor, async (tx) => {
      const { side } = actor;
      if (side === null || !mayRequest(actor)) throw commonErrors.forbidden();
      if (input.fromLang === input.toLang) throw translationErrors.sameLanguage();
      const objects = await wantedObjects(tx, side, input);
      const texts = objects.flatMap((object) => wantedTexts(object, input));
      if (!texts.some(({ text }) => isOpen(text, input.toLang))) throw translationErrors.nothingToTranslate();
      const audience: Audience = input.scope === 'own' ? side : 'joint';
      const units = texts.map(({ objectId, text }) => ({ objectId, field: text.field }));
      await assertNotRequested(tx, input.toLang, audience, units);
      await checkPosts(tx, side, input);
      const sessionId = objects[0]?.sessionId ?? null;
      const request = {
        ...input,
        id: newId(),
        sessionId,
        whole: input.objectIds === undefined,
        dueOn: await dayOf(tx, side, input.dueOn, sessionId),
        requestedSide: side,
        requestedPostId: actor.postIds[0] ?? null,
        translatorPostId: input.translatorPostId ?? null,
        checkerPostId: input.checkerPostId ?? null,
        note: input.note ? newText(actor.language, input.note) : null,
        amount: amountOfTexts(
          texts.map(({ text }) => text),
          input.toLang,
        ),
        audience,
        version: 1,
      };
      await insertRequest(tx, request, units);
      await keepSources(tx, objects);
      await recordEvent(tx, request, 'requested', translationRequested);
      return request.id;
    });
  }
}

async function wantedObjects(tx: Tx, side: Side, input: RequestTranslationInput): Promise<TranslatableObject[]> {
  const kind = translatableOf(input.containerType);
  const found = kind ? await kind.ofContainer(tx, input.containerId) : [];
  return found.filter(
    (object) =>
      object.open &&
      isInScope(object.audience, input.scope === 'own' ? side : 'joint') &&
      (input.objectIds?.includes(object.id) ?? true),
  );
}

/** A request of one side holds that side's drafts, a joint one what both see. */
export const isInScope = (object: Audience, request: Audience): boolean =>
  request === 'joint' ? object !== 'kr' && object !== 'jp' : object === request;

function wantedTexts(object: TranslatableObject, { fromLang }: Pick<RequestTranslationInput, 'fromLang'>) {
  return object.texts.filter(({ text }) => text.source === fromLang).map((text) => ({ objectId: object.id, text }));
}

const isOpen = ({ text }: TranslatableText, lang: Language): boolean =>
  gapOf(text, lang) !== null || text[lang]?.status === 'draft';

/** How much has to be done: what is checked already is only shown. */
export function amountOfTexts(texts: readonly TranslatableText[], to: Language): number {
  return texts
    .filter((text) => isOpen(text, to))
    .reduce((sum, { text }) => sum + amountOf(text[text.source]?.text ?? '', text.source), 0);
}

async function assertNotRequested(
  tx: Tx,
  toLang: Language,
  audience: Audience,
  units: readonly { readonly objectId: string; readonly field: string }[],
): Promise<void> {
  const [known] = await tx.query(
    `select 1 from forum.translation_request q join forum.translation_unit u on u.request_id = q.id
       join jsonb_to_recordset($3::jsonb) as w("objectId" uuid, field text) on w."objectId" = u.object_id and w.field = u.field
      where q.to_lang = $1 and q.audience = $2 and q.state in ('requested','in_work','delivered') limit 1`,
    [toLang, audience, JSON.stringify(units)],
  );
  if (known) throw translationErrors.alreadyRequested();
}

/** The day named, else the day of the session's own rule (domain.md 4: translations, T-14). */
async function dayOf(tx: Tx, side: Side, named: string | undefined, sessionId: string | null): Promise<string> {
  const [clock] = await tx.query<{ today: string }>(`select forum.today(forum.zone_of($1)) as today`, [side]);
  const today = clock?.today ?? '';
  const due = named ?? (sessionId === null ? undefined : await dayOfSession(tx, side, sessionId));
  if (due === undefined || (named === undefined && due < today))
    throw translationErrors.dueMissing({}, [{ path: 'dueOn', code: translationErrors.dueMissing.code }]);
  assertAhead(due, today);
  return due;
}

/** @throws translation.duePassed */
export function assertAhead(due: string, today: string): void {
  if (due < today)
    throw translationErrors.duePassed({ due }, [
      { path: 'dueOn', code: translationErrors.duePassed.code, params: { due } },
    ]);
}

async function dayOfSession(tx: Tx, side: Side, sessionId: string): Promise<string | undefined> {
  const session = await findSession(tx, side, sessionId);
  if (!session) return undefined;
  const rules = await findRuleBook(tx, session.channelId);
  return sessionDueDate('translations', session.startDate, await loadCalendar(tx), rules);
}
