import { otherSide, type Side } from '#core/kernel';
import { subscribeInTx, type Tx } from '#platform/database';
import { escalationAccepted, escalationPlaced, escalationReturned } from '#forum/escalations';
import { positionExchanged, supportChanged } from '#forum/multilateral';
import { paperReleased } from '#forum/papers';
import { radioChanged, type RadioEventKind } from '#forum/radio';
import type { News } from '../domain/news.js';
import type { ReminderSubject } from '../domain/reminder.types.js';
import { newsFingerprint } from '../queries/news-cause.js';
import { planNotice, secretariats } from './plan-rows.js';

interface About {
  readonly subjectType: ReminderSubject;
  readonly subjectId: string;
  /** Tells the same news of one day apart. */
  readonly occurrence: number;
}

/** Tells one secretariat, or both, in the transaction of what happened. */
async function tell(
  tx: Tx,
  rule: News,
  { occurrence, ...about }: About,
  side?: Side,
  sessionId?: string,
): Promise<void> {
  const plan = { ...about, rule, cause: newsFingerprint(rule, sessionId) };
  const posts = await secretariats(tx, side);
  if (posts.length > 0) await planNotice(tx, plan, posts, { occurrence });
}

/** Whoever did not do it. */
const others = (tx: Tx): Side | undefined => (tx.actor.side === null ? undefined : otherSide(tx.actor.side));

interface Rise {
  readonly side: Side;
  readonly version: number;
  readonly sessionId: string | null;
  /** It was raised, let in or given back just now: that is told in words of its own, and they say where it stands. */
  readonly moving: boolean;
}

async function findRise(tx: Tx, id: string): Promise<Rise | undefined> {
  const [row] = await tx.query<Rise>(
    `select e.origin_side as side, e.version, e.session_id as "sessionId",
            greatest(e.raised_at, e.decided_at) > forum.now() - interval '1 minute' as moving
       from forum.escalation e where e.id = $1 and e.audience = 'joint'`,
    [id],
  );
  return row;
}

/** A rise comes onto an agenda, is let in, or is given back (domain.md 3.10). Who was asked for a key learns the rest from the proposal. */
function followRises(): void {
  const about = (escalationId: string, { version }: Rise): About => ({
    subjectType: 'escalation',
    subjectId: escalationId,
    occurrence: version,
  });
  subscribeInTx(escalationPlaced, async (tx, { escalationId }) => {
    const rise = await findRise(tx, escalationId);
    if (rise?.sessionId && !rise.moving)
      await tell(tx, 'escalation-placed', about(escalationId, rise), undefined, rise.sessionId);
  });
  subscribeInTx(escalationAccepted, async (tx, { escalationId }) => {
    const rise = await findRise(tx, escalationId);
    if (rise) await tell(tx, 'escalation-accepted', about(escalationId, rise), rise.side);
  });
  subscribeInTx(escalationReturned, async (tx, { escalationId }) => {
    const rise = await findRise(tx, escalationId);
    if (rise) await tell(tx, 'escalation-returned', about(escalationId, rise), others(tx));
  });
}

/** How often a side did something before, and with this time; it tells one piece of news from the next. */
async function count(tx: Tx, of: string, params: readonly unknown[]): Promise<number> {
  const [row] = await tx.query<{ count: number }>(`select count(*)::integer as count from ${of}`, params);
  return row?.count ?? 0;
}

/** Requests for support and their answers, and positions, by their meeting alone (domain.md 3.13). */
function followMeetings(): void {
  subscribeInTx(supportChanged, async (tx, { meetingId, state }) => {
    const asked = state === 'asked';
    if (!asked && state !== 'supported' && state !== 'declined') return;
    const states = asked ? ['asked', 'supported', 'declined'] : ['supported', 'declined'];
    const occurrence = await count(tx, `forum.multilateral_support s where s.meeting_id = $1 and s.state = any ($2)`, [
      meetingId,
      states,
    ]);
    const about = { subjectType: 'multilateral_meeting', subjectId: meetingId, occurrence } as const;
    await tell(tx, asked ? 'support-asked' : 'support-answered', about, others(tx));
  });
  subscribeInTx(positionExchanged, async (tx, { meetingId }) => {
    const occurrence = await count(
      tx,
      `forum.multilateral_position p join forum.multilateral_item i on i.id = p.item_id
        where i.meeting_id = $1 and p.exchanged_at is not null`,
      [meetingId],
    );
    const about = { subjectType: 'multilateral_meeting', subjectId: meetingId, occurrence } as const;
    await tell(tx, 'position-exchanged', about, others(tx));
  });
}

const newsOfCase: Readonly<Partial<Record<RadioEventKind, News>>> = {
  reported: 'radio-reported',
  reopened: 'radio-reported',
  taken_up: 'radio-reported',
  position_exchanged: 'radio-position-exchanged',
  measurement_exchanged: 'radio-measurement-exchanged',
};

/** A case is reported, and what a side says and measured of it is laid open (domain.md 3.10). */
function followCases(): void {
  subscribeInTx(radioChanged, async (tx, { radioIssueId, kind }) => {
    const rule = newsOfCase[kind];
    if (!rule || tx.actor.side === null) return;
    const occurrence = await count(tx, `forum.radio_event v where v.radio_issue_id = $1 and v.audience = 'joint'`, [
      radioIssueId,
    ]);
    await tell(tx, rule, { subjectType: 'radio_issue', subjectId: radioIssueId, occurrence }, others(tx));
  });
}

/** Papers are shared, at once or at the moment that was planned; several of one session are told together. */
function followPapers(): void {
  subscribeInTx(paperReleased, async (tx, { paperId, sessionId }) => {
    const [paper] = await tx.query<{ side: Side; count: number }>(
      `select p.origin_side as side, (select count(*)::integer from forum.paper o
                                       where o.session_id = p.session_id and o.origin_side = p.origin_side and o.shared_at is not null) as count
         from forum.paper p where p.id = $1`,
      [paperId],
    );
    if (!paper) return;
    const about = { subjectType: 'session', subjectId: sessionId, occurrence: paper.count } as const;
    await tell(tx, 'paper-released', about, otherSide(paper.side));
  });
}

export function followNews(): void {
  followRises();
  followMeetings();
  followCases();
  followPapers();
}
