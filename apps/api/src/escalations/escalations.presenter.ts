import { commonErrors, type Actor, type Allowed, type Side } from '#core/kernel';
import {
  escalationContext,
  escalationLifecycle,
  escalationOffers,
  mayDraft,
  type ChannelRef,
  type EscalationEventRow,
  type EscalationRow,
  type LadderLevel,
  type Matter,
  type Target,
} from '#forum/escalations';
import { sessionTitle, type SessionRef } from '#forum/sessions';
import { etagOf, type Reading } from '../http/decorators.js';
import { presentText, presentTextOrNull } from '../http/text.view.js';
import { presentPost } from '../identity/identity.presenter.js';
import type {
  EscalationChannelView,
  EscalationEventView,
  EscalationMatterView,
  EscalationSessionView,
  EscalationSummaryView,
  EscalationTargetView,
  EscalationView,
} from './escalations.views.js';

export const presentMatter = (matter: Matter, reading: Reading): EscalationMatterView => ({
  kind: matter.kind,
  id: matter.id,
  title: presentText(matter.title, reading),
  path: matter.path,
  state: matter.state,
});

const channel = (ref: ChannelRef | null, reading: Reading): EscalationChannelView | null =>
  ref && { id: ref.id, name: presentText(ref.name, reading), level: ref.level };

const session = (ref: SessionRef | null, side: Side | null, reading: Reading): EscalationSessionView | null =>
  ref && { id: ref.id, title: presentText(sessionTitle(ref, side), reading), startDate: ref.startDate };

/** Where the matter stands: at the higher level once it was let in, where it went back to, else where it came from. */
function levelNow(row: EscalationRow): LadderLevel {
  if (row.state === 'accepted' || row.state === 'settled') return row.toLevel;
  const back = row.events.findLast(({ kind }) => kind === 'returned');
  return row.state === 'returned' ? (back?.level ?? row.fromLevel) : row.fromLevel;
}

export function presentSummary(
  row: EscalationRow,
  matter: Matter | undefined,
  side: Side | null,
  reading: Reading,
): EscalationSummaryView {
  return {
    id: row.id,
    etag: etagOf(row.version),
    side: row.side,
    audience: row.audience,
    state: row.state,
    title: presentText(row.title, reading),
    matter: matter ? presentMatter(matter, reading) : null,
    from: channel(row.from, reading),
    fromLevel: row.fromLevel,
    to: channel(row.to, reading),
    toLevel: row.toLevel,
    level: levelNow(row),
    ituArticles: [...row.ituArticles],
    session: session(row.session, side, reading),
    itemId: row.itemId,
    outcome: presentTextOrNull(row.outcome, reading),
    raisedAt: row.raisedAt,
    decidedAt: row.decidedAt,
  };
}

export function presentEscalation(
  row: EscalationRow,
  matter: Matter | undefined,
  actor: Actor,
  reading: Reading,
): EscalationView {
  return {
    ...presentSummary(row, matter, actor.side, reading),
    summary: presentText(row.summary, reading),
    request: presentText(row.request, reading),
    events: row.events.map((event) => presentEvent(event, actor.side, reading)),
    allowedActions: escalationLifecycle
      .allowedActions(row.state, escalationContext(row, matter, actor))
      .filter(({ action }) => escalationOffers.includes(action)),
  };
}

const presentEvent = (event: EscalationEventRow, side: Side | null, reading: Reading): EscalationEventView => ({
  id: event.id,
  kind: event.kind,
  at: event.at,
  side: event.side,
  post: event.post && presentPost(event.post, reading),
  level: event.level,
  channel: channel(event.channel, reading),
  session: session(event.session, side, reading),
  reason: event.reason,
});

export const presentTarget = (target: Target, side: Side | null, reading: Reading): EscalationTargetView => ({
  channel: {
    id: target.channel.id,
    name: presentText(target.channel.name, reading),
    level: target.channel.level,
  },
  level: target.level,
  relation: target.relation,
  session: session(target.session, side, reading),
});

/** Whether the reader may draft a rise. */
export function drafting(actor: Actor): Allowed[] {
  const allowed = mayDraft(actor);
  return [{ action: 'draft', allowed, reason: allowed ? null : commonErrors.forbidden.code }];
}
