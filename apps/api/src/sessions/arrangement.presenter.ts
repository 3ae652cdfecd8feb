import { sideOrder, type Actor, type Side } from '#core/kernel';
import { nextHost, sessionTitle, zoneOfSide, type ChannelTurns, type SessionDetailRow } from '#forum/sessions';
import { presentText, presentTextOrNull } from '../http/text.view.js';
import type { Reading } from '../http/decorators.js';
import type { MarginsView, NextSessionView, OrdinalView, SessionDetailView } from './sessions.dto.js';

type ArrangementView = Pick<
  SessionDetailView,
  'country' | 'ordinals' | 'marginsOf' | 'sameHostAgain' | 'stopped' | 'embargoAt' | 'costSplit'
>;

/** What a session's page says beside its date: numbers of both sides, the meeting around it, why it is off, press and costs. */
export function presentArrangement(row: SessionDetailRow, actor: Actor, reading: Reading): ArrangementView {
  const { stoppedReason, stoppedBySide, stoppedAt } = row;
  return {
    country: row.country,
    ordinals: presentOrdinals({ kr: row.ordinalKr, jp: row.ordinalJp }, actor, row.host),
    marginsOf: presentMargins(row, actor, reading),
    sameHostAgain: row.sameHostAgain,
    stopped:
      stoppedReason && stoppedBySide && stoppedAt
        ? { side: stoppedBySide, at: stoppedAt.toISOString(), reason: presentText(stoppedReason, reading) }
        : null,
    embargoAt: row.embargoAt?.toISOString() ?? null,
    costSplit: presentTextOrNull(row.costSplit, reading),
  };
}

function presentMargins(
  { marginsOf, marginsOfText }: SessionDetailRow,
  { side }: Actor,
  reading: Reading,
): MarginsView | null {
  if (marginsOf) return { sessionId: marginsOf.id, title: presentText(sessionTitle(marginsOf, side), reading) };
  return marginsOfText && { sessionId: null, title: presentText(marginsOfText, reading) };
}

function presentOrdinals(
  ordinals: Readonly<Record<Side, number | null>>,
  actor: Actor,
  host: Side | null,
): OrdinalView[] {
  return sideOrder(actor.side ?? 'neutral', host ?? undefined).map((side) => ({ side, ordinal: ordinals[side] }));
}

/** What a new session of a channel starts from: the host whose turn it is, its zone, the next numbers, the channel's level. */
export function presentNext(turns: ChannelTurns, actor: Actor): NextSessionView {
  const host = nextHost(turns.hostingRule, turns.last);
  return {
    ordinals: presentOrdinals({ kr: turns.nextOrdinalKr, jp: turns.nextOrdinalJp }, actor, host),
    host,
    lastHost: turns.last?.hostSide ?? null,
    zone: host && zoneOfSide(host),
    level: turns.nominalLevel,
  };
}
