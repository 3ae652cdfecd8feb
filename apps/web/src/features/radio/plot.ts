import type { Band, IssueSummary, Service } from './api.js';

/** One bar or mark of the plot, in hertz. */
export interface Stripe {
  readonly issue: IssueSummary;
  readonly low: number;
  readonly high: number;
  /** A band known by a frequency only, drawn as a mark. */
  readonly nominal: boolean;
  readonly service: Service | null;
}

/** A part of the spectrum that several cases share. */
export interface SharedPart {
  readonly low: number;
  readonly high: number;
  readonly issues: readonly IssueSummary[];
}

export const stripesOf = (issues: readonly IssueSummary[]): Stripe[] =>
  issues.flatMap((issue) => issue.bands.flatMap((band) => stripeOf(issue, band)));

function stripeOf(issue: IssueSummary, { lowHz, highHz, nominalHz }: Band): Stripe[] {
  const service = issue.services[0] ?? null;
  if (lowHz !== null && highHz !== null)
    return [{ issue, low: Number(lowHz), high: Number(highHz), nominal: false, service }];
  return nominalHz === null ? [] : [{ issue, low: Number(nominalHz), high: Number(nominalHz), nominal: true, service }];
}

/** Where two cases or more have the same spectrum: every pair once, lowest first. A nominal frequency within a band counts. */
export function sharedParts(stripes: readonly Stripe[]): SharedPart[] {
  const parts: SharedPart[] = [];
  for (const [index, one] of stripes.entries())
    for (const other of stripes.slice(index + 1)) {
      if (one.issue.id === other.issue.id) continue;
      const [low, high] = [Math.max(one.low, other.low), Math.min(one.high, other.high)];
      const point = one.nominal || other.nominal;
      if (point ? low <= high : low < high) parts.push({ low, high, issues: [one.issue, other.issue] });
    }
  return parts.sort((a, b) => a.low - b.low || a.high - b.high);
}

/** Ends of the axis: a little more than what is drawn. */
export function reachOf(stripes: readonly Stripe[]): [number, number] {
  const low = Math.min(...stripes.map((stripe) => stripe.low));
  const high = Math.max(...stripes.map((stripe) => stripe.high));
  return [low / 1.25, high * 1.25];
}

/** Services of the plot in the order of their first band; each has a pattern and a colour of its own. */
export const servicesOf = (stripes: readonly Stripe[]): Service[] => [
  ...new Set(stripes.flatMap(({ service }) => (service === null ? [] : [service]))),
];
