import type { Actor } from '#core/kernel';
import type { Database, Tx } from '#platform/database';
import { closeOpenProposals } from '#forum/two-key';
import { loadCalendar } from '#forum/working-days';
import { ACTION_SUBJECT, actionAnswerDayMoved, actionDoneConfirmed } from '../actions.events.js';
import { nextState } from '../domain/action.lifecycle.js';
import type { ActionItem } from '../domain/action.types.js';
import { answerDay } from '../domain/silence.js';
import { lockAction, recordEvent, saveAction } from '../persistence/actions.repository.js';

/** The system itself: silence belongs to no side. */
const clock: Actor = {
  userId: '00000000-0000-7000-8000-000000000002',
  side: null,
  roles: [],
  postIds: [],
  language: 'en',
  databaseRole: 'forum_worker',
};

/** Today at the side that is asked to confirm. */
const ASKED_TODAY = `forum.today(forum.zone_of(case i.owner_side when 'kr' then 'jp' else 'kr' end))`;

/** Who proposes to end an item instead of confirming it is not silent: only a word of that side confirms the report then. */
const ANSWERED = `exists (select 1 from forum.proposal p
    where p.subject_id = i.id and p.subject_type = 'action_item' and p.proposed_by_side <> i.owner_side
      and (p.state = 'open' or p.created_at >= i.claimed_at))`;

/** Until when the other side may answer a report made now; null where silence confirms nothing. */
export async function answerDayOf(
  tx: Tx,
  item: Pick<ActionItem, 'id' | 'joint' | 'channelId' | 'ownerSide'>,
): Promise<string | null> {
  if (!item.joint || item.channelId === null) return null;
  const [rule] = await tx.query<{ days: number | null; today: string }>(
    `select r.silence_days as days, forum.today(forum.zone_of(i.owner_side)) as today
       from forum.action_item i join forum.channel_action_rule r on r.channel_id = i.channel_id where i.id = $1 and not ${ANSWERED}`,
    [item.id],
  );
  return rule?.days ? answerDay(await loadCalendar(tx), rule.today, rule.days) : null;
}

interface Waiting {
  readonly id: string;
  readonly version: number;
  readonly from: string;
  readonly today: string;
  readonly days: number | null;
  readonly answered: boolean;
  readonly answerUntil: string | null;
}

/**
 * Works out anew until when reports may be answered after a holiday moved. A day already over is left alone, for what it confirmed is
 * confirmed, and no day moves into the past.
 */
export function moveAnswerDays(tx: Tx): Promise<void> {
  return setAnswerDays(tx, `i.answer_until >= ${ASKED_TODAY}`, []);
}

/** Counts silence about the reports of a channel from today: its rule was agreed today, or it resumed today (domain.md 3.9). */
export async function countSilenceAnew(tx: Tx, channelId: string): Promise<void> {
  await tx.query(
    `update forum.action_item i set silence_from = ${ASKED_TODAY}, updated_at = forum.now()
      where i.channel_id = $1 and i.state = 'done_claimed' and i.joint and i.claimed_at is not null`,
    [channelId],
  );
  await setAnswerDays(tx, 'i.channel_id = $1', [channelId]);
}

/** The asked side has answered otherwise than by confirming or returning. */
export function breakSilence(tx: Tx, id: string): Promise<void> {
  return setAnswerDays(tx, 'i.id = $1', [id]);
}

async function setAnswerDays(tx: Tx, which: string, params: readonly string[]): Promise<void> {
  const waiting = await tx.query<Waiting>(
    `select i.id, i.version, r.silence_days as days, i.answer_until as "answerUntil", ${ASKED_TODAY} as today, ${ANSWERED} as answered,
            greatest((i.claimed_at at time zone forum.zone_of(i.owner_side))::date, i.silence_from) as "from"
       from forum.action_item i left join forum.channel_action_rule r on r.channel_id = i.channel_id
      where i.state = 'done_claimed' and i.joint and i.claimed_at is not null and ${which}
      order by i.id for update of i`,
    [...params],
  );
  if (waiting.length === 0) return;
  const calendar = await loadCalendar(tx);
  for (const { id, version, from, today, days, answered, answerUntil } of waiting) {
    const counted = answered ? null : answerDay(calendar, from, days);
    const day = counted !== null && counted < today ? today : counted;
    if (day === answerUntil) continue;
    await tx.query('update forum.action_item set answer_until = $2, updated_at = forum.now() where id = $1', [id, day]);
    await tx.publish(
      actionAnswerDayMoved,
      { actionId: id, version },
      { audience: 'joint', subjectType: ACTION_SUBJECT, subjectId: id },
    );
  }
}

/**
 * Confirms one report whose last day for an answer is over by the database's clock at the side that was asked (domain.md 3.9), if there
 * is one that nobody else holds. While its channel is suspended nobody is taken to agree. Running it twice confirms nothing twice.
 * @returns how many were confirmed: 0 or 1
 */
export function confirmBySilence(database: Database): Promise<number> {
  return database.runInTx(clock, async (tx) => {
    const [due] = await tx.query<{ id: string }>(
      `select i.id from forum.action_item i
        where i.answer_until is not null
          and i.answer_until < ${ASKED_TODAY} and not ${ANSWERED}
          and not exists (select 1 from forum.channel c where c.id = i.channel_id and c.state = 'suspended')
        order by i.answer_until, i.id limit 1 for update of i skip locked`,
    );
    if (!due) return 0;
    const item = await lockAction(tx, due.id);
    const until = item.answerUntil ?? '';
    const confirmed = await saveAction(tx, item, { state: nextState(item, 'confirm-by-silence', clock) });
    await recordEvent(tx, confirmed, 'confirmedBySilence', actionDoneConfirmed, { until });
    await closeOpenProposals(tx, ACTION_SUBJECT, item.id);
    return 1;
  });
}
