import type { LocalizedText, Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import { channelNameAs } from '#forum/channels';
import { sessionRefAs, sessionTitle, type SessionRef } from '#forum/sessions';
import type { ProposalSubject } from '#forum/two-key';
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
  readonly session: SessionRef | null;
  readonly channel: LocalizedText | null;
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
            case p.subject_type when 'session' then ${sessionRefAs('p.subject_id', '$2::text')} end as session,
            case p.subject_type when 'channel' then ${channelNameAs('p.subject_id', '$2::text')} end as channel,
            exists (select 1 from forum.reminder r
                     where r.subject_type = 'session' and r.subject_id = p.subject_id and r.rule = $4 and r.recipient_post_id = $3
                       and r.created_at >= p.decided_at and r.state <> 'cancelled') as told
       from forum.proposal p where p.id = $1`,
    [proposalId, side, postId, invitationRule],
  );
  const title = row?.channel ?? (row?.session && sessionTitle(row.session, side));
  if (!row || !title || (row.state === 'accepted' && row.told)) return undefined;
  return {
    fingerprint: `state=${row.state}`,
    title,
    number: null,
    session: null,
    side: row.proposedBy,
    facts: [{ label: 'proposal', proposal: row.kind }],
    path: `/${row.subjectType}s/${row.subjectId}`,
  };
}
