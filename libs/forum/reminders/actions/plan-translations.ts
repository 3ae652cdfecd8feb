import { SIDES, type Side } from '#core/kernel';
import { wallClock } from '#core/i18n';
import { subscribeInTx, type Tx } from '#platform/database';
import {
  findTranslation,
  onSourcesMoved,
  translationArranged,
  translationAssigned,
  translationCancelled,
  translationChecked,
  translationDelivered,
  translationLocked,
  translationReopened,
  translationRequested,
  translationReturned,
  translationStarted,
  type TranslationRow,
} from '#forum/translation';
import type { EscalationTarget } from '#forum/reminder-rules';
import { loadCalendar } from '#forum/working-days';
import { dueDays } from '../domain/due.js';
import { zones } from '../domain/planning.js';
import { translationDueRule, translationOverdueRule, type TranslationRule } from '../domain/rules.js';
import {
  findTranslationRule,
  isSilentRequest,
  sourceMoved,
  translationFingerprint,
} from '../queries/translation-cause.js';
import {
  daysByPost,
  heads,
  planNotice,
  planRows,
  secretariats,
  settled,
  type SidePost,
  type Told,
} from './plan-rows.js';

/** Who is told: the post named, else the secretariat that asked. */
async function named(tx: Tx, request: TranslationRow, postId: string | null): Promise<SidePost[]> {
  if (postId === null) return secretariats(tx, request.requestedSide);
  const [post] = await tx.query<SidePost>('select id as "postId", side from forum.post where id = $1', [postId]);
  return post ? [post] : [];
}

/** The days before and after the one the work is due, for who does it; once it is late, for who asked (domain.md 4). */
export async function planTranslationReminders(tx: Tx, requestId: string): Promise<void> {
  const request = await findTranslation(tx, tx.actor, requestId);
  if (!request) return;
  const rule = await findTranslationRule(tx, request);
  const silent = await isSilentRequest(tx, requestId);
  await planDaysOf(tx, request, translationDueRule.code, [
    { days: rule.remindAt, readers: await named(tx, request, request.translatorPostId) },
  ]);
  const late: Told[] = [];
  for (const { at, to } of rule.escalations)
    late.push({ days: [at], readers: await postsAbove(tx, to, request.requestedSide) });
  await planDaysOf(tx, request, translationOverdueRule.code, late);

  async function planDaysOf(on: Tx, about: TranslationRow, code: TranslationRule, told: readonly Told[]) {
    const cause = silent ? null : translationFingerprint(code, about);
    const plan = { subjectType: 'translation_request', subjectId: about.id, rule: code, cause: cause ?? '' } as const;
    if (cause === null) return planRows(on, plan, []);
    const calendar = await loadCalendar(on);
    const rows = daysByPost(told).flatMap(({ postId, side, days }) =>
      dueDays(rule, about.dueOn, days, side, calendar).map((day) => ({ postId, ...day })),
    );
    await planRows(on, plan, rows);
  }
}

/** A request is its own side's affair: whoever is named stands there. */
async function postsAbove(tx: Tx, to: EscalationTarget, side: Side): Promise<SidePost[]> {
  switch (to) {
    case 'own_heads':
    case 'late_heads':
    case 'both_heads':
      return heads(tx, side);
    case 'own_secretariat':
    case 'both_secretariats':
    case 'own_division':
    case 'next_level':
      return secretariats(tx, side);
    case 'next_agenda':
      return [];
  }
}

/** Tells one post at once what waits for it; the actor's own post knows. */
async function tell(
  tx: Tx,
  requestId: string,
  rule: TranslationRule,
  postOf: (request: TranslationRow) => string | null,
): Promise<void> {
  const request = await findTranslation(tx, tx.actor, requestId);
  const cause = request && translationFingerprint(rule, request);
  if (!request || !cause) return;
  const readers = await named(tx, request, postOf(request));
  const others = readers.filter(({ postId }) => !tx.actor.postIds.includes(postId));
  const plan = { subjectType: 'translation_request', subjectId: requestId, rule, cause } as const;
  await planNotice(tx, plan, others, { occurrence: request.version });
}

/** Who was named is told; who takes up what was open to all knows. */
async function tellTranslator(tx: Tx, requestId: string): Promise<void> {
  const request = await findTranslation(tx, tx.actor, requestId);
  if (request?.translatorPostId) await tell(tx, requestId, 'translation-assigned', (now) => now.translatorPostId);
}

/** The translators of texts whose source moved, on either side; who they are stays inside the database. */
async function tellOfMovedSources(tx: Tx, objectIds: readonly string[]): Promise<void> {
  const now = await tx.now();
  const due_at = settled(now);
  const days = SIDES.map((side) => ({ side, rule_date: wallClock(now, zones[side]).date, due_at }));
  const rule: TranslationRule = 'translation-outdated';
  await tx.query('select forum.plan_translation_reminders($1::uuid[], $2, $3, $4::jsonb)', [
    objectIds,
    rule,
    sourceMoved,
    JSON.stringify(days),
  ]);
}

/** Plans what translators and checkers are told, in the transaction of the change (domain.md 3.5). */
export function followTranslations(): void {
  for (const event of [
    translationRequested,
    translationAssigned,
    translationArranged,
    translationStarted,
    translationDelivered,
    translationReturned,
    translationChecked,
    translationLocked,
    translationReopened,
    translationCancelled,
  ]) {
    subscribeInTx(event, (tx, { requestId }) => planTranslationReminders(tx, requestId));
  }
  for (const event of [translationRequested, translationAssigned])
    subscribeInTx(event, (tx, { requestId }) => tellTranslator(tx, requestId));
  subscribeInTx(translationDelivered, (tx, { requestId }) =>
    tell(tx, requestId, 'translation-delivered', (now) => now.checkerPostId),
  );
  subscribeInTx(translationReturned, (tx, { requestId }) =>
    tell(tx, requestId, 'translation-returned', (now) => now.translatorPostId),
  );
  onSourcesMoved(tellOfMovedSources);
}
