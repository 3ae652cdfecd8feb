import type { Audience, LocalizedText, Side } from '#core/kernel';
import type { Level } from '#forum/channels';
import type { PostRow } from '#forum/identity';
import type { RadioLevel } from '#forum/radio';
import type { SessionRef } from '#forum/sessions';
import type { EscalationState } from './escalation.lifecycle.js';

/** What can rise: a case of the radio register, an agenda item that was put off, an action item. */
export const matterKinds = ['radio_issue', 'agenda_item', 'action_item'] as const;
export type MatterKind = (typeof matterKinds)[number];

export interface MatterRef {
  readonly kind: MatterKind;
  readonly id: string;
}

/** The steps from experts to ministers, and beyond the channels the procedure of the Radio Regulations (domain.md 3.10). */
export type LadderLevel = RadioLevel;

const levelOfChannel: Readonly<Partial<Record<Level, LadderLevel>>> = {
  expert: 'experts',
  division: 'division',
  dg: 'director_general',
  vice_minister: 'vice_minister',
  minister: 'minister',
  summit: 'minister',
};

/** Where a channel stands on the ladder; null for channels beside it. */
export const ladderLevel = (level: Level): LadderLevel | null => levelOfChannel[level] ?? null;

/** Articles of the Radio Regulations that a case can go to: coordination, notification, interference. */
export const ituArticles = [9, 11, 15] as const;

export const eventKinds = ['raised', 'placed', 'accepted', 'refused', 'returned', 'settled', 'withdrawn'] as const;
export type EventKind = (typeof eventKinds)[number];

/** The texts of a rise that are translated: a headline, what it is about and what was tried, what the higher level is asked. */
export const escalationTexts = ['title', 'summary', 'request'] as const;
export type EscalationText = (typeof escalationTexts)[number];

/** A channel as a rise names it. */
export interface ChannelRef {
  readonly id: string;
  readonly name: LocalizedText;
  readonly level: Level;
}

/** One step of a rise. Instants are ISO 8601 UTC. */
export interface EscalationEventRow {
  readonly id: string;
  readonly kind: EventKind;
  readonly side: Side | null;
  readonly post: PostRow | null;
  readonly level: LadderLevel | null;
  readonly channel: ChannelRef | null;
  readonly session: SessionRef | null;
  readonly reason: string | null;
  readonly at: string;
}

/** One rise as its reader may see it; the other side's drafts are never loaded. */
export interface EscalationRow {
  readonly id: string;
  readonly side: Side;
  readonly matter: MatterRef;
  readonly from: ChannelRef | null;
  readonly fromLevel: LadderLevel;
  /** Null for the ITU procedure, which belongs to no channel. */
  readonly to: ChannelRef | null;
  readonly toLevel: LadderLevel;
  readonly ituArticles: readonly number[];
  /** The session that deals with it; null while the higher channel has none to come. */
  readonly sessionId: string | null;
  readonly session: SessionRef | null;
  readonly itemId: string | null;
  /** False for an item that stood on the agenda before, which then stays there. */
  readonly itemMade: boolean;
  readonly title: LocalizedText;
  readonly summary: LocalizedText;
  readonly request: LocalizedText;
  readonly outcome: LocalizedText | null;
  readonly state: EscalationState;
  readonly raisedAt: string | null;
  readonly decidedAt: string | null;
  readonly audience: Audience;
  readonly version: number;
  readonly events: readonly EscalationEventRow[];
}

/** True for what both sides see. */
export const isShared = ({ audience }: { readonly audience: Audience }): boolean =>
  audience !== 'kr' && audience !== 'jp';
