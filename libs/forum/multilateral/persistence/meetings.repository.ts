import { commonErrors, newId, type Side } from '#core/kernel';
import type { Tx } from '#platform/database';
import type { MeetingFacts } from '../domain/facts.js';
import { multilateralErrors } from '../domain/multilateral.errors.js';
import type { ContributionRow, ItemRow, MeetingDetailRow, SupportRow } from '../domain/multilateral.types.js';
import { findMeeting, findMeetingOfContribution, findMeetingOfItem } from '../queries/meetings.js';
import { findSupport } from '../queries/support.js';
import { lockSubject } from '../queries/subjects.js';

/** What was shared goes on from a round number, so that a version tells nothing of how often a draft was changed. */
export const sharedVersion = `(version / 1000 + 1) * 1000`;

function assertVersion(row: { readonly version: number }, version: number | undefined): void {
  if (version !== undefined && row.version !== version) throw commonErrors.staleVersion();
}

/** Locks a meeting; every change of it and of what hangs on it goes through this lock. @throws multilateral.notFound, common.staleVersion */
export async function lockMeeting(tx: Tx, id: string, version?: number): Promise<MeetingDetailRow> {
  await tx.query(lockSubject, [id]);
  const meeting = await findMeeting(tx, id);
  if (!meeting) throw multilateralErrors.notFound();
  assertVersion(meeting, version);
  return meeting;
}

/** @throws multilateral.itemNotFound, common.staleVersion */
export async function lockItem(
  tx: Tx,
  id: string,
  version?: number,
): Promise<{ meeting: MeetingDetailRow; item: ItemRow }> {
  await tx.query(lockSubject, [id]);
  const found = await findMeetingOfItem(tx, id);
  if (!found) throw multilateralErrors.itemNotFound();
  assertVersion(found.item, version);
  return found;
}

/** @throws multilateral.contributionNotFound, common.staleVersion */
export async function lockContribution(
  tx: Tx,
  id: string,
  version?: number,
): Promise<{ meeting: MeetingDetailRow; contribution: ContributionRow; item: ItemRow | undefined }> {
  const seen = await findMeetingOfContribution(tx, id);
  if (!seen) throw multilateralErrors.contributionNotFound();
  const meeting = await lockMeeting(tx, seen.meeting.id);
  const contribution = meeting.contributions.find((one) => one.id === id);
  if (!contribution) throw multilateralErrors.contributionNotFound();
  assertVersion(contribution, version);
  return { meeting, contribution, item: meeting.items.find((one) => one.id === contribution.itemId) };
}

/** @throws multilateral.supportNotFound, common.staleVersion */
export async function lockSupport(
  tx: Tx,
  id: string,
  version: number,
): Promise<{ meeting: MeetingDetailRow; support: SupportRow }> {
  const seen = await findSupport(tx, id);
  if (!seen || tx.actor.side === null) throw multilateralErrors.supportNotFound();
  const meeting = await lockMeeting(tx, seen.meetingId);
  const support = await findSupport(tx, id);
  if (!support) throw multilateralErrors.supportNotFound();
  assertVersion(support, version);
  return { meeting, support };
}

/** Stores a meeting that only its own side sees; gives its id. */
export async function insertMeeting(tx: Tx, side: Side, facts: MeetingFacts): Promise<string> {
  const id = newId();
  await tx.query(
    `insert into forum.multilateral_meeting (id, origin_side, audience, forum, name, place, date_value, date_precision, date_end, zone)
     values ($1, $2, $2, $3, $4, $5, $6, 'day', $7, $8)`,
    [id, side, facts.forum, facts.name, facts.place, facts.from, facts.to, facts.zone],
  );
  return id;
}

export async function saveMeeting(tx: Tx, id: string, facts: MeetingFacts): Promise<void> {
  await tx.query(
    `update forum.multilateral_meeting set forum = $2, name = $3, place = $4, date_value = $5, date_precision = 'day', date_end = $6, zone = $7,
            version = version + 1, updated_at = forum.now() where id = $1`,
    [id, facts.forum, facts.name, facts.place, facts.from, facts.to, facts.zone],
  );
}

export async function showMeeting(tx: Tx, id: string): Promise<void> {
  await tx.query(
    `update forum.multilateral_meeting set audience = 'joint', version = ${sharedVersion}, updated_at = forum.now() where id = $1`,
    [id],
  );
}
