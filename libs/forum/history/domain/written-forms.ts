import { hertzOf } from '#forum/radio';
import { isPartialDate, writtenPrecision, type Precision } from '#forum/provenance';
import { STRENGTHS, type Strength } from '#forum/commitments';

/** A span of dates as the record writes it: `1998-04-20/1998-04-23`, `2023-11 (from Nov 2023)`, `2023-03..2023-05`. */
export interface Span {
  readonly from: string;
  readonly to: string | null;
  readonly precision: Precision;
  readonly remark: string | null;
}

const SPAN = /^(\d{4}(?:-\d{2}){0,2})(?:(?:\/|\.\.)(\d{4}(?:-\d{2}){0,2}))?(?: \(([^()]{1,200})\))?$/;

/** Reads a span; null when an end is no date, when it ends before it starts, or when its ends differ in precision. */
export function parseSpan(written: string): Span | null {
  const found = SPAN.exec(written);
  const [, from, to, remark] = found ?? [];
  if (from === undefined || !isPartialDate(from)) return null;
  if (to !== undefined && (!isPartialDate(to) || to.length !== from.length || to < from)) return null;
  return { from, to: to ?? null, precision: writtenPrecision(from), remark: remark ?? null };
}

/** An obligation's strength, and whose it is when only one side stands behind it. */
export interface WrittenStrength {
  readonly strength: Strength;
  readonly side: 'kr' | 'jp' | null;
}

/** `joint_political` → both sides; `unilateral_intent_KR` → that side's. A one-sided strength must name its side, a joint one must not. */
export function parseStrength(written: string): WrittenStrength | null {
  const found = /^([a-z_]+?)(?:_(KR|JP))?$/.exec(written);
  const strength = STRENGTHS.find((known) => known === found?.[1]);
  const side = found?.[2];
  if (strength === undefined) return null;
  const oneSided = strength === 'unilateral_intent' || strength === 'proposal';
  if (oneSided !== (side !== undefined)) return null;
  return { strength, side: side === undefined ? null : side === 'KR' ? 'kr' : 'jp' };
}

/** A band with its edges, or at least the nominal frequency people call it by; null when neither fits. */
export function bandOf(nominal: number | null, low: number | null, high: number | null) {
  const hertz = (value: number | null) => (value === null ? null : hertzOf(value));
  const band = { nominalHz: hertz(nominal), lowHz: hertz(low), highHz: hertz(high) };
  if (
    (nominal === null) !== (band.nominalHz === null) ||
    (low === null) !== (band.lowHz === null) ||
    (high === null) !== (band.highHz === null)
  )
    return null;
  if ((band.lowHz === null) !== (band.highHz === null)) return null;
  if (band.lowHz !== null && band.highHz !== null) return band.lowHz < band.highHz ? band : null;
  return band.nominalHz === null ? null : band;
}
