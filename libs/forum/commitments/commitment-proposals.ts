import type { LocalizedText } from '#core/kernel';
import { defineProposal } from '#forum/two-key';
import type { CommitmentStep } from './domain/commitment.lifecycle.js';
import type { ActingSide, CommitmentStatus } from './domain/commitment.types.js';
import type { Evidence } from './domain/evidence.js';
import type { InstrumentContent } from './domain/instrument-content.js';
import type { DueDate } from './domain/texts.js';

/** A change of status as both keys stand on it; `base` is the version it was written against. */
export interface StatusContent {
  readonly step: CommitmentStep;
  readonly from: CommitmentStatus;
  readonly to: CommitmentStatus;
  /** `YYYY-MM-DD` */
  readonly asOf: string;
  readonly evidence: Evidence;
  readonly base: number;
}

/** Who acts, by what it is measured, by when, in which words. */
export interface Details {
  readonly actingSide: ActingSide | null;
  readonly krPostId: string | null;
  readonly jpPostId: string | null;
  readonly measure: LocalizedText | null;
  readonly due: DueDate | null;
  readonly quote: { readonly text: string; readonly lang: 'ko' | 'ja' | 'en' } | null;
}

export interface DetailsContent extends Details {
  readonly base: number;
}

/** What a promise of both sides has come to: the other side confirms (domain.md 3.8). */
export const commitmentStatus = defineProposal<StatusContent>('commitment.status', 'commitment');
export const commitmentDetails = defineProposal<DetailsContent>('commitment.details', 'commitment');
/** A new text and its clauses: two keys. */
export const instrumentRecord = defineProposal<InstrumentContent>('instrument.record', 'instrument');
