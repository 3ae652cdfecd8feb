import type { Audience, LocalizedText, Side } from '#core/kernel';
import type { Evidence, Precision, SourceRow } from '#forum/provenance';

/** The organisations of domain.md 3.13; APG, which prepares a conference, is APT's. */
export const forums = ['itu', 'apt', 'apec', 'asem', 'wto', 'oecd', 'g20'] as const;
export type Forum = (typeof forums)[number];

/** How the two sides stand to one another on an item. `exchanged` follows from both positions, the others take two keys. */
export const commonLines = ['none', 'exchanged', 'aligned', 'joint_contribution', 'opposed'] as const;
export type CommonLine = (typeof commonLines)[number];
export const agreedLines = ['aligned', 'joint_contribution', 'opposed'] as const;
export type AgreedLine = (typeof agreedLines)[number];

export const itemStates = ['draft', 'exchanged', 'withdrawn'] as const;
export type ItemState = (typeof itemStates)[number];
export const contributionStates = ['draft', 'shared', 'submitted', 'withdrawn'] as const;
export type ContributionState = (typeof contributionStates)[number];
export const supportStates = ['draft', 'asked', 'supported', 'declined', 'withdrawn'] as const;
export type SupportState = (typeof supportStates)[number];
/** A meeting is its side's own until it is shared; those of the record always were. */
export const meetingStates = ['draft', 'shared'] as const;
export type MeetingState = (typeof meetingStates)[number];

/** A position of a side; the other side's drafts are never loaded. Instants are ISO 8601 UTC. */
export interface PositionRow {
  readonly id: string;
  readonly itemId: string;
  readonly side: Side;
  readonly text: LocalizedText;
  readonly exchangedAt: string | null;
  /** Set when a later position of the same side took its place. */
  readonly replacedAt: string | null;
  readonly version: number;
}

export interface ItemRow {
  readonly id: string;
  readonly meetingId: string;
  readonly side: Side;
  readonly number: string | null;
  readonly title: LocalizedText;
  readonly state: ItemState;
  readonly commonLine: CommonLine;
  /** What both sides will say, once they agreed on it. */
  readonly lineText: LocalizedText | null;
  readonly audience: Audience;
  readonly version: number;
  /** By exchange, oldest first; the own draft last. */
  readonly positions: readonly PositionRow[];
}

export interface ContributionRow {
  readonly id: string;
  readonly meetingId: string;
  readonly itemId: string | null;
  readonly side: Side;
  readonly title: LocalizedText;
  readonly joint: boolean;
  /** IANA name: the deadline is counted there. */
  readonly zone: string;
  readonly dueAt: string;
  readonly symbol: string | null;
  readonly url: string | null;
  readonly state: ContributionState;
  readonly submittedAt: string | null;
  readonly audience: Audience;
  readonly version: number;
}

export interface SupportRow {
  readonly id: string;
  readonly meetingId: string;
  readonly side: Side;
  readonly office: LocalizedText;
  readonly candidate: string;
  readonly note: LocalizedText | null;
  readonly state: SupportState;
  readonly answer: LocalizedText | null;
  readonly answeredAt: string | null;
  readonly audience: Audience;
  readonly version: number;
}

/** A meeting as lists show it. */
export interface MeetingRow {
  readonly id: string;
  /** Its name in the record; null for what a side added. */
  readonly code: string | null;
  readonly body: { readonly code: string; readonly name: LocalizedText | null } | null;
  readonly forum: Forum;
  readonly name: LocalizedText;
  readonly value: string | null;
  readonly precision: Precision | null;
  readonly dateEnd: string | null;
  readonly dateRemark: string | null;
  readonly zone: string | null;
  readonly place: LocalizedText | null;
  readonly note: string | null;
  readonly side: Side | null;
  readonly audience: Audience;
  readonly version: number;
  readonly evidence: Evidence | null;
  readonly sources: readonly SourceRow[];
  /** Days from today in the meeting's zone; null where no day is known. */
  readonly daysLeft: number | null;
}

/** A meeting with what its reader may see of it, support requests apart. */
export interface MeetingDetailRow extends MeetingRow {
  readonly items: readonly ItemRow[];
  readonly contributions: readonly ContributionRow[];
  /** Today where the meeting is held, by the database. */
  readonly today: string;
  readonly now: string;
}

/** True for what both sides see. */
export const isShared = ({ audience }: { readonly audience: Audience }): boolean =>
  audience !== 'kr' && audience !== 'jp';

/** The position by which a side stands, or undefined while it has exchanged none. */
export const standingPosition = (item: Pick<ItemRow, 'positions'>, side: Side): PositionRow | undefined =>
  item.positions.find((one) => one.side === side && one.exchangedAt !== null && one.replacedAt === null);

export const draftPosition = (item: Pick<ItemRow, 'positions'>, side: Side | null): PositionRow | undefined =>
  item.positions.find((one) => one.side === side && one.exchangedAt === null);
