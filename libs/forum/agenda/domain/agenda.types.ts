import type { Audience, Language, LocalizedText, Side } from '#core/kernel';
import type { StandingKey } from '#forum/two-key';
import type { AgendaState, ItemState } from './agenda.lifecycle.js';

export const objectives = ['inform', 'discuss', 'decide', 'sign'] as const;
export type Objective = (typeof objectives)[number];

/** The texts of an item that are translated. */
export const textFields = ['title', 'description'] as const;
export type TextField = (typeof textFields)[number];

/** One item as stored. Rows a reader's side may not see are never loaded. */
export interface AgendaItemRow {
  id: string;
  position: number;
  proposer: Side;
  lead: Side | null;
  minutes: number;
  objective: Objective;
  title: LocalizedText;
  description: LocalizedText | null;
  state: ItemState;
  audience: Audience;
  version: number;
  illustrative: boolean;
  /** The reader's own side's note; the other side's is never loaded. */
  note: LocalizedText | null;
}

/** An agenda with the items and keys its reader may see, in order: shared items first, then the reader's own drafts. */
export interface AgendaRow {
  id: string;
  sessionId: string;
  state: AgendaState;
  audience: Audience;
  version: number;
  illustrative: boolean;
  host: Side | null;
  /** ISO 8601 UTC, or null while no clock time is agreed. */
  startsAt: string | null;
  versionNumber: number;
  items: AgendaItemRow[];
  keys: StandingKey[];
}

/** A text that keeps the agenda from being signed. */
export interface AgendaGap {
  readonly itemId: string;
  readonly field: TextField;
  readonly lang: Language;
  readonly gap: 'missing' | 'stale' | 'machine' | 'draft';
}

/** True for what both sides see. */
export function isShared(item: Pick<AgendaItemRow, 'audience'>): boolean {
  return item.audience !== 'kr' && item.audience !== 'jp';
}
