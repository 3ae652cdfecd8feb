/** How well a historical row is attested (`meta.evidence` of the record). */
export const EVIDENCE = ['seed', 'web', 'cross_verified', 'derived'] as const;
export type Evidence = (typeof EVIDENCE)[number];

export const SOURCE_KINDS = ['seed', 'page', 'package'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** `weak` sources are background only, never a source of facts (domain.md 7). */
export const RELIABILITY = ['primary', 'good', 'weak'] as const;
export type Reliability = (typeof RELIABILITY)[number];

/** A source as pages show it beside a fact. `published` is text, since some sources carry no proper date. */
export interface SourceRow {
  readonly code: string;
  readonly kind: SourceKind;
  readonly title: string;
  readonly published: string | null;
  readonly language: string;
  readonly reliability: Reliability;
  readonly address: string | null;
  readonly note: string | null;
}

/** Two or more sources that contradict each other, what each claims, and how the record handles it (domain.md 1.12). */
export interface ConflictRow {
  readonly code: string;
  readonly topic: string;
  readonly text: string;
  readonly handling: string;
  readonly subjectCodes: readonly string[];
  readonly sources: readonly SourceRow[];
}
