import { wallClock } from '#core/i18n';
import { SIDES, type LocalizedText } from '#core/kernel';
import type { Tx } from '#platform/database';
import {
  lockSession,
  nextHost,
  proposeNewSession,
  proposeTerms,
  readArrangement,
  readTurns,
  sessionsErrors,
  zoneOfSide,
  type Arrangement,
} from '#forum/sessions';
import type { PollRow, SlotRow } from '../domain/date-poll.types.js';

/** What a slot does not say of the session made of it. */
export interface DecisionTerms {
  /** Absent: as it stands on the session. */
  readonly place?: LocalizedText | undefined;
  readonly sameHostAgain?: boolean | undefined;
  /** Needed when the same side hosts again; both sides read it. */
  readonly reason: string | null;
}

/**
 * Turns the chosen slot into the two-key proposal of a session's date, place, format and level (domain.md 3.3): of the poll's session,
 * whose other terms stay, or of a new one in the poll's channel.
 * @returns the id of the session
 * @throws what `proposeTerms` and `proposeNewSession` throw, e.g. sessions.placeMissing, sessions.sameHostTwice
 */
export async function proposeArrangement(
  tx: Tx,
  poll: PollRow,
  slot: SlotRow,
  { place, sameHostAgain, reason }: DecisionTerms,
): Promise<string> {
  const chosen = { ...datesOf(poll, slot), ...(place && { place }), ...(sameHostAgain && { sameHostAgain }) };
  if (!poll.session) {
    const terms = { ...(await newTerms(tx, poll, chosen.startDate)), ...chosen };
    const id = await proposeNewSession(tx, poll.channelId, terms, reason);
    await linkSession(tx, poll, id);
    return id;
  }
  const facts = await lockSession(tx, poll.session.id);
  const known = await readArrangement(tx, facts.id);
  if (!known) throw sessionsErrors.notFound();
  await proposeTerms(tx, facts, { ...known, ...chosen, hostSide: poll.host ?? known.hostSide }, reason);
  return facts.id;
}

function datesOf({ zone, format }: PollRow, { startsAt, endsAt }: SlotRow) {
  const startDate = wallClock(startsAt, zone).date;
  const last = wallClock(endsAt, zone).date;
  return {
    startDate,
    endDate: last === startDate ? null : last,
    startsAt: new Date(startsAt).toISOString(),
    endsAt: new Date(endsAt).toISOString(),
    zone,
    format,
  };
}

type OtherTerms = Omit<Arrangement, keyof ReturnType<typeof datesOf>>;

/** What a session nobody has noted down starts from: the channel's level, the host whose turn it is. */
async function newTerms(tx: Tx, poll: PollRow, day: string): Promise<OtherTerms> {
  const turns = await readTurns(tx, poll.channelId, day, null);
  if (!turns) throw sessionsErrors.channelNotFound();
  return {
    place: null,
    country: null,
    level: turns.nominalLevel,
    hostSide: poll.host ?? (isAbroad(poll) ? null : nextHost(turns.hostingRule, turns.last)),
    marginsOfSessionId: null,
    marginsOfText: null,
    sameHostAgain: false,
  };
}

/** A poll without a host whose venue keeps neither side's clock is for a third country, which takes no turn (domain.md 3.2). */
function isAbroad({ zone, format }: PollRow): boolean {
  return format !== 'online' && !SIDES.some((side) => zoneOfSide(side) === zone);
}

/** The poll and its standing holds belong to the session from now on. */
async function linkSession(tx: Tx, poll: PollRow, sessionId: string): Promise<void> {
  await tx.query('update forum.date_poll set session_id = $2 where id = $1', [poll.id, sessionId]);
  await tx.query(
    'update forum.session_hold set session_id = $2 where slot_id = any ($1::uuid[]) and released_at is null',
    [poll.slots.map(({ id }) => id), sessionId],
  );
}
