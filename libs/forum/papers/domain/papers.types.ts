import type { Audience, Language, LocalizedText, Side } from '#core/kernel';
import type { SessionState } from '#forum/sessions';
import type { PaperState } from './paper.lifecycle.js';

/** domain.md 3.15; nothing that is secret by law may be here at all. */
export const grades = ['public', 'restricted'] as const;
export type Grade = (typeof grades)[number];

/** How a paper stands to the one it names: a new text of it, a correction, an addition. */
export const supersedeKinds = ['rev', 'corr', 'add'] as const;
export type SupersedeKind = (typeof supersedeKinds)[number];

/** Audiences beyond both sides: opened with two keys only (domain.md 3.15). */
export const widenTargets = ['business', 'public'] as const;
export type WidenTarget = (typeof widenTargets)[number];
export type ReleaseTarget = 'joint' | WidenTarget;

/** One upload of one language, as its reader may see it. Instants are ISO 8601 UTC. */
export interface PaperFileRow {
  readonly id: string;
  readonly lang: Language;
  /** From 1 since the sharing; null before. */
  readonly revision: number | null;
  /** The file of the original that it says; null for an original and while there was none. */
  readonly ofFileId: string | null;
  readonly name: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  /** 64 hex digits. */
  readonly sha256: string;
  readonly sharedAt: string | null;
  readonly createdAt: string;
  readonly current: boolean;
  readonly audience: Audience;
}

/** A release that is planned, was carried or was given up. */
export interface PaperReleaseRow {
  readonly id: string;
  readonly to: ReleaseTarget;
  readonly plannedAt: string;
  readonly doneAt: string | null;
  readonly cancelledAt: string | null;
  /** An error code, or null when a person gave it up. */
  readonly cancelledReason: string | null;
}

/** What papers need of their session; null for a reader to whom the session is not shown. */
export interface PaperSession {
  readonly id: string;
  readonly shared: boolean;
  readonly state: SessionState;
  readonly startDate: string;
  readonly zone: string;
  /** Plain day at the venue. */
  readonly today: string;
  readonly embargoAt: string | null;
  readonly ordinalKr: number | null;
  readonly ordinalJp: number | null;
  readonly channelCode: string;
  readonly channelName: LocalizedText;
}

/** One paper with what its reader may see of it. */
export interface PaperRow {
  readonly id: string;
  readonly sessionId: string;
  readonly side: Side;
  readonly title: LocalizedText;
  readonly originalLang: Language;
  readonly grade: Grade;
  readonly state: PaperState;
  readonly symbol: string | null;
  readonly supersedesId: string | null;
  readonly supersedesKind: SupersedeKind | null;
  /** Symbol of the paper it names. */
  readonly supersedesSymbol: string | null;
  readonly sharedAt: string | null;
  readonly withdrawnAt: string | null;
  readonly audience: Audience;
  readonly version: number;
  readonly createdAt: string;
  /** Now, by the database. */
  readonly now: string;
  readonly session: PaperSession | null;
  readonly files: readonly PaperFileRow[];
  readonly itemIds: readonly string[];
  readonly releases: readonly PaperReleaseRow[];
}

/** True for what both sides see. */
export const isShared = ({ audience }: { readonly audience: Audience }): boolean =>
  audience !== 'kr' && audience !== 'jp';

/** The file that stands for a language, or undefined while it is awaited. */
export const currentFile = (paper: Pick<PaperRow, 'files'>, lang: Language): PaperFileRow | undefined =>
  paper.files.find((file) => file.lang === lang && file.current);

/** True when the original was replaced after this language version was made (domain.md 3.5: "outdated"). */
export function isOutdated(paper: Pick<PaperRow, 'files' | 'originalLang'>, file: PaperFileRow): boolean {
  if (file.lang === paper.originalLang) return false;
  const original = currentFile(paper, paper.originalLang);
  return original !== undefined && file.ofFileId !== original.id;
}

/** The release that is still to come, per audience. */
export const plannedRelease = (paper: Pick<PaperRow, 'releases'>, to: ReleaseTarget): PaperReleaseRow | undefined =>
  paper.releases.find((release) => release.to === to && release.doneAt === null && release.cancelledAt === null);

const width: Readonly<Record<Audience, number>> = { kr: 0, jp: 0, joint: 1, business: 2, public: 3 };

/** True when `audience` reaches fewer readers than `target`. */
export const isNarrower = (audience: Audience, target: Audience): boolean => width[audience] < width[target];
