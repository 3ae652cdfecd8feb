import type { Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import { subjectsOf, type ProposalSubject } from '#forum/two-key';
import type { Cause } from '../domain/reminder.types.js';
import { invitationRule, type ProposalNotice } from '../domain/rules.js';

const states: Readonly<Record<ProposalNotice, string>> = {
  'proposal-opened': 'open',
  'proposal-accepted': 'accepted',
  'proposal-refused': 'refused',
  'proposal-withdrawn': 'withdrawn',
};

/** What a notice about a proposal depends on: that it still stands as the notice says. */
export const proposalCause = (rule: ProposalNotice): string => `state=${states[rule]}`;

interface Row {
  readonly kind: string;
  readonly state: string;
  readonly proposedBy: Side;
  readonly subjectType: ProposalSubject;
  readonly subjectId: string;
  /** The reader was sent a calendar file of what was agreed. */
  readonly told: boolean;
}

/**
 * A proposal as its notice tells of it: never its content or its reason, which are read on the page. Who gets the agreed date as a
 * calendar file is not told a second time that it was accepted.
 */
export async function findProposalNews(
  reader: Reader,
  side: Side,
  proposalId: string,
  postId: string,
): Promise<Cause | undefined> {
  const [row] = await reader.query<Row>(
    `select p.kind, p.state, p.proposed_by_side as "proposedBy", p.subject_type as "subjectType", p.subject_id as "subjectId",
            exists (select 1 from forum.reminder r
                     where r.subject_type = 'session' and r.subject_id = p.subject_id and r.rule = $3 and r.recipient_post_id = $2
                       and r.created_at >= p.decided_at and r.state <> 'cancelled') as told
       from forum.proposal p where p.id = $1`,
    [proposalId, postId, invitationRule],
  );
  if (!row || (row.state === 'accepted' && row.told)) return undefined;
  const subject = (await subjectsOf(reader, side, [row])).get(row.subjectId);
  if (!subject) return undefined;
  return {
    fingerprint: `state=${row.state}`,
    title: subject.title,
    number: null,
    session: null,
    side: row.proposedBy,
    facts: [{ label: 'proposal', proposal: row.kind }],
    path: subject.path,
  };
}
