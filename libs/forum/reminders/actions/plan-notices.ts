import { isSide, otherSide, type Side } from '#core/kernel';
import { subscribeInTx, type Tx } from '#platform/database';
import { delegationChanged } from '#forum/delegations';
import { returnProposal, riseProposal } from '#forum/escalations';
import { glossaryTerm } from '#forum/glossary';
import { sessionCancelled, sessionLevel, sessionLevelChanged, sessionPostponed } from '#forum/sessions';
import { proposalAccepted, proposalOpened, proposalRefused, proposalWithdrawn } from '#forum/two-key';
import type { ProposalNotice, SessionNotice } from '../domain/rules.js';
import { proposalCause } from '../queries/proposal-cause.js';
import { sessionNoticeCause } from '../queries/session-notice-cause.js';
import { planNotice, planRows, secretariats } from './plan-rows.js';

/** Kinds whose effect is told by itself, so that nobody gets the same news in two mails. */
const toldByTheirEffect: readonly string[] = [sessionLevel.kind, riseProposal.kind, returnProposal.kind];

/**
 * Terms come by the hundred from a file and are signed together: the first of a day's proposals of one side that end up alike is told of,
 * the page lists them all.
 */
async function isToldWithAnother(tx: Tx, proposalId: string): Promise<boolean> {
  const [other] = await tx.query<{ id: string }>(
    `select o.id from forum.proposal p join forum.proposal o
         on o.kind = p.kind and o.state = p.state and o.proposed_by_side = p.proposed_by_side and o.id <> p.id
      where p.id = $1 and p.kind = $2 and coalesce(o.decided_at, o.created_at) > forum.now() - interval '1 day' limit 1`,
    [proposalId, glossaryTerm.kind],
  );
  return other !== undefined;
}

/** Tells one secretariat, or both, in the transaction of the change. */
async function tellOfProposal(tx: Tx, rule: ProposalNotice, proposalId: string, side: Side): Promise<void> {
  if (await isToldWithAnother(tx, proposalId)) return;
  const plan = { subjectType: 'proposal', subjectId: proposalId, rule, cause: proposalCause(rule) } as const;
  await planNotice(tx, plan, await secretariats(tx, side));
}

async function tellOfSession(
  tx: Tx,
  rule: SessionNotice,
  { sessionId, version }: { readonly sessionId: string; readonly version: number },
  side?: Side,
): Promise<void> {
  const plan = { subjectType: 'session', subjectId: sessionId, rule, cause: sessionNoticeCause(rule, side) } as const;
  const posts = await secretariats(tx, side);
  if (posts.length > 0) await planNotice(tx, plan, posts, { occurrence: version });
}

/** Takes back the unsent call for an answer once there is one. */
function answered(tx: Tx, proposalId: string): Promise<void> {
  const plan = { subjectType: 'proposal', subjectId: proposalId, rule: 'proposal-opened', cause: '' } as const;
  return planRows(tx, plan, []);
}

/** The other side is told what waits for it, the proposer what became of it (domain.md 2, two keys). */
export function followProposals(): void {
  subscribeInTx(proposalOpened, (tx, { proposalId, proposedBy }) =>
    tellOfProposal(tx, 'proposal-opened', proposalId, otherSide(proposedBy)),
  );
  subscribeInTx(proposalWithdrawn, (tx, { proposalId, proposedBy }) =>
    tellOfProposal(tx, 'proposal-withdrawn', proposalId, otherSide(proposedBy)),
  );
  subscribeInTx(proposalRefused, (tx, { proposalId, proposedBy }) =>
    tellOfProposal(tx, 'proposal-refused', proposalId, proposedBy),
  );
  for (const event of [proposalAccepted, proposalRefused, proposalWithdrawn])
    subscribeInTx(event, (tx, { proposalId }) => answered(tx, proposalId));
  subscribeInTx(proposalAccepted, async (tx, { proposalId, proposedBy, kind }) => {
    if (!toldByTheirEffect.includes(kind)) await tellOfProposal(tx, 'proposal-accepted', proposalId, proposedBy);
  });
}

/** Both secretariats are told at once that a session moved, ended or changed its level (domain.md 3.3). */
export function followSessionChanges(): void {
  subscribeInTx(sessionLevelChanged, (tx, session) => tellOfSession(tx, 'session-level-changed', session));
  subscribeInTx(sessionPostponed, (tx, session) => tellOfSession(tx, 'session-postponed', session));
  subscribeInTx(sessionCancelled, async (tx, session, { audience }) => {
    // A draft that is thrown away was never known to the other side.
    if (!isSide(audience)) await tellOfSession(tx, 'session-cancelled', session);
  });
  subscribeInTx(delegationChanged, (tx, list) => tellOfSession(tx, 'delegation-changed', list, otherSide(list.side)));
}
