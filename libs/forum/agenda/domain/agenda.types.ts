import type { Audience, Language, LocalizedText, Side } from '#core/kernel';
import type { InterpretationMode } from '#forum/delegations';
import type { SessionRef } from '#forum/sessions';
import type { StandingKey } from '#forum/two-key';
import type { AgendaState, ItemState } from './agenda.lifecycle.js';

export const objectives = ['inform', 'discuss', 'decide', 'sign'] as const;
export type Objective = (typeof objectives)[number];

/** One ordered list holds all three: a section is a heading without time or number, a break has time and no number. */
export const itemKinds = ['item', 'section', 'break'] as const;
export type ItemKind = (typeof itemKinds)[number];

/** Items that come back at every session of a channel, in their usual order (domain.md 3.6). */
export const standingCodes = [
  'opening',
  'follow_up',
  'policies_first',
  'policies_second',
  'issues',
  'multilateral',
  'other_business',
  'next_meeting',
] as const;
export type StandingCode = (typeof standingCodes)[number];

/** What an item can be about: a promise, a case of the radio register, an open action. */
export const linkKinds = ['commitment', 'radio_issue', 'action_item'] as const;
export type LinkKind = (typeof linkKinds)[number];

export interface AgendaLink {
  readonly kind: LinkKind;
  readonly id: string;
}

/** The deferred item of an earlier session that this one takes up again. */
export interface CarriedFrom {
  readonly itemId: string;
  readonly sessionId: string;
  /** Null when the reader may not see that session. */
  readonly session: SessionRef | null;
}

/** The texts of an item that are translated. */
export const textFields = ['title', 'description'] as const;
export type TextField = (typeof textFields)[number];

/** One item as stored. Rows a reader's side may not see are never loaded. */
export interface AgendaItemRow {
  id: string;
  position: number;
  kind: ItemKind;
  standing: StandingCode | null;
  proposer: Side;
  lead: Side | null;
  /** Minutes of speech, or of the break; 0 for a section. */
  minutes: number;
  /** Null for sections and breaks. */
  objective: Objective | null;
  /** An item that is carried over has the words of its origin until it gets words of its own: a link, never a copy. */
  title: LocalizedText;
  description: LocalizedText | null;
  ownWords: boolean;
  carriedFrom: CarriedFrom | null;
  links: AgendaLink[];
  state: ItemState;
  /** Whether it was put off before the agenda was adopted, and so is no part of it, or at the session itself. */
  deferredIn: 'preparation' | 'session' | null;
  audience: Audience;
  version: number;
  illustrative: boolean;
  /** The reader's own side's note; the other side's is never loaded. */
  note: LocalizedText | null;
  /** Comments this reader can see. */
  commentCount: number;
}

/** An agenda with the items and keys its reader may see, in order: shared items first, then the reader's own drafts. */
export interface AgendaRow {
  id: string;
  sessionId: string;
  channelId: string | null;
  state: AgendaState;
  audience: Audience;
  version: number;
  illustrative: boolean;
  host: Side | null;
  /** Instants of the session, ISO 8601 UTC; null while no clock time is agreed. */
  startsAt: string | null;
  endsAt: string | null;
  /** How the session is interpreted: it decides how long speech takes (domain.md 3.5). */
  interpretation: { mode: InterpretationMode | null; factorPercent: number | null };
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

/** True for what both sides see and will meet on: an item put off in preparation waits for a later session. */
export function isOnAgenda(item: Pick<AgendaItemRow, 'audience' | 'deferredIn'>): boolean {
  return isShared(item) && item.deferredIn !== 'preparation';
}
