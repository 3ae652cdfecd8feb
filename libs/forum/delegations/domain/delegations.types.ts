import type { PersonName } from '#core/i18n';
import type { Audience, Language, Side } from '#core/kernel';
import type { PostRow } from '#forum/identity';
import type { SessionState } from '#forum/sessions';
import type { DelegationState } from './delegation.lifecycle.js';

export const memberRoles = ['head', 'alternate', 'member', 'sitting_in', 'interpreter', 'press', 'observer'] as const;
export type MemberRole = (typeof memberRoles)[number];

export type BadgeName = Partial<Record<Language, string>>;

/** What the other side asked about a rank number. */
export interface RankRequestRow {
  id: string;
  side: Side;
  rank: number;
  note: string;
  askedAt: string;
}

/** One card. `rank` is the number that counts; `rankOverride` what the side set for this session. Instants are ISO 8601. */
export interface MemberRow {
  id: string;
  post: PostRow;
  role: MemberRole;
  names: PersonName;
  badge: BadgeName;
  arrival: string | null;
  rank: number;
  rankOverride: number | null;
  position: number;
  version: number;
  rankRequest: RankRequestRow | null;
  /** The reader's own side's; the other side's is never loaded. */
  needs: { diet: string; access: string; version: number } | null;
  attendance: { aboutId: string; present: boolean }[];
}

/** A side's list as its reader may see it, in list order. */
export interface DelegationListRow {
  id: string;
  sessionId: string;
  side: Side;
  state: DelegationState;
  submittedAt: string | null;
  approvedAt: string | null;
  acceptedAt: string | null;
  version: number;
  audience: Audience;
  members: MemberRow[];
}

export interface CompanyPersonRow {
  id: string;
  side: Side;
  company: string;
  title: string;
  names: PersonName;
  position: number;
  version: number;
}

/** The facts of the session that its lists depend on. */
export interface SessionOfList {
  readonly id: string;
  readonly state: SessionState;
  readonly hostSide: Side | null;
  readonly audience: Audience;
}
