import type { Language, LocalizedText, Side, Viewer } from '#core/kernel';

/** What can be printed of a session. */
export const documentKinds = ['agenda', 'participants', 'actions'] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** Whose copy: one without a side, or one for each side's files (domain.md 3.7). */
export const documentCopies = ['neutral', 'kr', 'jp'] as const satisfies readonly Viewer[];

/** How a document is made out; the content is the same for every copy. */
export interface PrintOrder {
  /** One to three languages, each once. The first one names columns that belong to none. */
  readonly languages: readonly Language[];
  /** The side whose own notes and drafts are printed too; null for a document that may be handed over. */
  readonly own: Side | null;
}

/** The session at the head of a document. Each side's name and count of the channel are kept, for its own copy (domain.md 1.1). */
export interface SessionHead {
  id: string;
  code: string | null;
  names: { [V in Viewer]: LocalizedText };
  ordinalKr: number | null;
  ordinalJp: number | null;
  startDate: string;
  endDate: string | null;
  datePrecision: 'year' | 'month' | 'day';
  dateValue: string;
  /** ISO 8601 UTC. */
  startsAt: string | null;
  endsAt: string | null;
  zone: string;
  place: LocalizedText | null;
  host: Side | null;
  illustrative: boolean;
  /** The day at the venue, `YYYY-MM-DD`. */
  today: string;
}
