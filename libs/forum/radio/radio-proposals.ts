import type { Language, Side } from '#core/kernel';
import { defineProposal } from '#forum/two-key';
import type { FactChange } from './domain/fact-change.js';
import type { RadioState } from './domain/radio.types.js';

type Words = Partial<Record<Language, string>>;

/** A case is closed by both (domain.md 3.10). */
export interface ResolveContent {
  readonly code: string | null;
  readonly title: Words;
  readonly from: RadioState;
}

/** What both sides do about a case. */
export interface MeasureContent {
  readonly lang: Language;
  readonly text: string;
  readonly actingSide: Side | null;
  /** `YYYY-MM-DD`: a common working day. */
  readonly dueOn: string | null;
}

export const radioResolve = defineProposal<ResolveContent>('radio.resolve', 'radio_issue');
export const radioChange = defineProposal<FactChange>('radio.change', 'radio_issue');
export const radioMeasure = defineProposal<MeasureContent>('radio.measure', 'radio_issue');
