import { isLanguage, sideOrder, type Actor, type LocalizedText } from '#core/kernel';
import { proposalContext, proposalLifecycle, proposalOffers, type ProposalRow, type SubjectSeen } from '#forum/two-key';
import { etagOf, type Reading } from '../http/decorators.js';
import { presentText, presentTextOrNull } from '../http/text.view.js';
import { presentPost } from '../identity/identity.presenter.js';
import type { KeyView } from '../agenda/key.view.js';
import type { ProposalView } from './proposals.dto.js';

/** A proposal for one reader, with what it is about. */
export function presentProposal(
  row: ProposalRow,
  subject: SubjectSeen | undefined,
  actor: Actor,
  reading: Reading,
): ProposalView {
  const { id, kind, subjectType, subjectId, hash, proposedBy, at, reason, state, decidedAt, decidedBy } = row;
  return {
    id,
    etag: etagOf(row.version),
    kind,
    subjectType,
    subjectId,
    subjectTitle: presentTextOrNull(subject?.title, reading),
    subjectPath: subject?.path ?? null,
    content: Object.fromEntries(Object.entries(row.content).map(([key, value]) => [key, forReader(value, reading)])),
    hash,
    keys: presentKeys(row, actor, reading),
    proposedBy,
    post: presentPost(row.post, reading),
    at,
    reason,
    state,
    decidedAt,
    decidedBy,
    decidedByPost: row.decidedByPost && presentPost(row.decidedByPost, reading),
    decisionReason: row.decisionReason,
    allowedActions: proposalLifecycle
      .allowedActions(state, proposalContext(proposedBy, actor))
      .filter(({ action }) => proposalOffers.includes(action)),
  };
}

/** The proposer's key, and the other side's once it has accepted. */
function presentKeys(row: ProposalRow, actor: Actor, reading: Reading): KeyView[] {
  return sideOrder(actor.side ?? 'neutral', row.proposedBy).map((side) => {
    const own = side === row.proposedBy;
    const turned = own ? row.state === 'open' || row.state === 'accepted' : row.state === 'accepted';
    const post = own ? row.post : row.decidedByPost;
    const at = own ? row.at : row.decidedAt;
    return { side, turned, post: turned && post ? presentPost(post, reading) : null, at: turned ? at : null };
  });
}

/** Texts in all languages become the reader's view of them, however deep they lie; the rest stays as it is. */
function forReader(value: unknown, reading: Reading): unknown {
  if (Array.isArray(value)) return value.map((one) => forReader(one, reading));
  if (typeof value !== 'object' || value === null) return value;
  if (isLocalizedText(value)) return presentText(value, reading);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, forReader(one, reading)]));
}

function isLocalizedText(value: object): value is LocalizedText {
  return 'source' in value && isLanguage(value.source) && 'revision' in value && typeof value.revision === 'number';
}
