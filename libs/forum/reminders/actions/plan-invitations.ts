import { subscribeInTx, type Tx } from '#platform/database';
import { delegationChanged, delegationSubmitted } from '#forum/delegations';
import { invitationChanged } from '#forum/invitations';
import { invitationRule } from '../domain/rules.js';
import { findInvitationNumber, invitationFingerprint } from '../queries/invitation-cause.js';
import { heads, planNotice, secretariats, type SidePost } from './plan-rows.js';

/**
 * Plans one mail with the calendar file for everybody invited: both secretariats, the heads, and who is on a submitted list. The
 * sequence is part of the key, so planning again sends nothing again; an unsent one that a later sequence replaces is cancelled.
 */
export async function planInvitations(tx: Tx, sessionId: string): Promise<void> {
  const invitation = await findInvitationNumber(tx, sessionId);
  if (!invitation) return;
  const invited = [...(await secretariats(tx)), ...(await heads(tx)), ...(await delegates(tx, sessionId))];
  const posts = [...new Map(invited.map((post) => [post.postId, post])).values()];
  const cause = invitationFingerprint(invitation);
  await planNotice(tx, { subjectType: 'session', subjectId: sessionId, rule: invitationRule, cause }, posts, {
    occurrence: invitation.sequence,
    ruleDate: invitation.startDate,
  });
}

/** Posts on a list that both sides have. */
function delegates(tx: Tx, sessionId: string): Promise<SidePost[]> {
  return tx.query<SidePost>(
    `select distinct m.post_id as "postId", p.side
       from forum.delegation d join forum.delegation_member m on m.delegation_id = d.id join forum.post p on p.id = m.post_id
      where d.session_id = $1 and d.state <> 'draft' and d.audience = 'joint' and m.post_id is not null and p.side in ('kr','jp')`,
    [sessionId],
  );
}

export function followInvitations(): void {
  subscribeInTx(invitationChanged, (tx, { sessionId }) => planInvitations(tx, sessionId));
  for (const event of [delegationSubmitted, delegationChanged]) {
    subscribeInTx(event, (tx, { sessionId }) => planInvitations(tx, sessionId));
  }
}
