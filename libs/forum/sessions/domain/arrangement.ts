import { otherSide, type LocalizedText, type Side } from '#core/kernel';
import type { Level } from '#forum/channels';
import { sessionsErrors } from './sessions.errors.js';

export const FORMATS = ['in_person', 'online', 'hybrid'] as const;
export type SessionFormat = (typeof FORMATS)[number];

/** What both keys stand on before a date is agreed (domain.md 3.3): date, place, format, level, and what belongs to them. */
export interface Arrangement {
  /** First and last day at the venue, `YYYY-MM-DD`. */
  readonly startDate: string;
  readonly endDate: string | null;
  /** ISO 8601 UTC; both null for whole days. */
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  /** IANA name of the venue's zone; an online session names one. */
  readonly zone: string;
  readonly place: LocalizedText | null;
  /** ISO 3166 code of the venue's country, upper-case. */
  readonly country: string | null;
  readonly format: SessionFormat;
  readonly level: Level;
  readonly hostSide: Side | null;
  readonly marginsOfSessionId: string | null;
  /** A meeting that is not a session here, e.g. of a multilateral organisation. */
  readonly marginsOfText: LocalizedText | null;
  /** Says that the same side hosts twice in a row on purpose; its reason stands with the proposal. */
  readonly sameHostAgain: boolean;
}

/** A turn of hosting that was taken: who had it. */
export interface HostingTurn {
  readonly hostSide: Side;
  readonly startDate: string;
}

const CAPITAL_ZONES: Readonly<Record<Side, string>> = { kr: 'Asia/Seoul', jp: 'Asia/Tokyo' };
const COUNTRIES: readonly (string | null)[] = ['KR', 'JP', null];

/** The zone of a side's capital. */
export const zoneOfSide = (side: Side): string => CAPITAL_ZONES[side];

/** Whether hosting is used up by it: not in a third country, not in the margins of another meeting (domain.md 3.2). */
export function consumesTurn(
  terms: Pick<Arrangement, 'hostSide' | 'country' | 'marginsOfSessionId' | 'marginsOfText'>,
): boolean {
  const inMargins = terms.marginsOfSessionId !== null || terms.marginsOfText !== null;
  return terms.hostSide !== null && !inMargins && COUNTRIES.includes(terms.country);
}

/** Whose turn it is after `last`; null where the channel does not alternate, or nobody has hosted yet. */
export function nextHost(hostingRule: string | null, last: HostingTurn | null): Side | null {
  return last !== null && (hostingRule === null || hostingRule === 'alternating') ? otherSide(last.hostSide) : null;
}

/**
 * Hosts alternate unless both sides say otherwise in so many words (domain.md 3.2).
 * @param last the turn before the proposed date, if any
 * @throws sessions.sameHostTwice without `sameHostAgain`, sessions.sameHostReason without a reason
 */
export function assertTurn(terms: Arrangement, last: HostingTurn | null, reason: string | null): void {
  const again = last !== null && consumesTurn(terms) && terms.hostSide === last.hostSide;
  if (!again) return;
  if (!terms.sameHostAgain) throw sessionsErrors.sameHostTwice({ side: last.hostSide });
  if (reason === null || reason.trim() === '') throw sessionsErrors.sameHostReason();
}

/** @throws sessions.datePast, sessions.placeMissing for a meeting in person, sessions.marginsTwice */
export function assertArrangement(terms: Arrangement, today: string): void {
  if (terms.startDate < today) throw sessionsErrors.datePast({ date: terms.startDate });
  if (terms.format !== 'online' && terms.place === null) throw sessionsErrors.placeMissing();
  if (terms.marginsOfSessionId !== null && terms.marginsOfText !== null) throw sessionsErrors.marginsTwice();
}
