import type { Audience, Language, LocalizedText, Side } from '#core/kernel';
import type { PostRow } from '#forum/identity';
import type { SessionState } from '#forum/sessions';
import type { StandingKey } from '#forum/two-key';
import type { RecordState } from './record.lifecycle.js';

/** domain.md 3.7. */
export const recordKinds = [
  'summary_record',
  'agreed_minutes',
  'joint_statement',
  'joint_press_release',
  'unilateral_press_release',
  'mou',
  'agency_arrangement',
  'annex',
] as const;
export type RecordKind = (typeof recordKinds)[number];

export const paragraphKinds = ['heading', 'paragraph', 'decision', 'signature_block'] as const;
export type ParagraphKind = (typeof paragraphKinds)[number];

/** Kinds that are signed unless told otherwise. */
export const signedKinds: readonly RecordKind[] = ['agreed_minutes', 'mou', 'agency_arrangement'];
/** Kinds that are the minutes of a session (domain.md 3.3: closed = minutes agreed). */
export const minutesKinds: readonly RecordKind[] = ['summary_record', 'agreed_minutes'];

export interface RecordParagraph {
  readonly id: string;
  readonly position: number;
  readonly kind: ParagraphKind;
  /** With tokens and brackets, as it was written. */
  readonly text: LocalizedText;
  readonly agendaItemId: string | null;
  /** Null for a reader who may not see the item. */
  readonly agendaItem: { readonly shared: boolean } | null;
  /** The paragraph of the corrected text that this one takes the place of. */
  readonly correctsId: string | null;
  readonly corrects: { readonly text: LocalizedText } | null;
  readonly version: number;
}

export const clearanceStates = ['in_clearance', 'cleared'] as const;
export type ClearanceState = (typeof clearanceStates)[number];

/** What the other side learns of a clearance: this and no more. */
export interface Clearance {
  readonly id: string;
  readonly side: Side;
  readonly state: ClearanceState;
  readonly at: string;
}

/** One post of the own side's chain (결재 / 決裁). */
export interface ClearanceStep {
  readonly id: string;
  readonly post: PostRow;
  readonly state: 'waiting' | 'passed' | 'returned';
  readonly note: string | null;
  readonly decidedAt: string | null;
}

/** What texts need of their session; null for a reader to whom it is not shown. */
export interface RecordSession {
  readonly id: string;
  readonly channelId: string;
  readonly shared: boolean;
  readonly state: SessionState;
  readonly host: Side | null;
  readonly zone: string;
  readonly embargoAt: string | null;
}

/** Another text that belongs to this one. */
export interface RelatedRecord {
  readonly id: string;
  readonly kind: RecordKind;
  readonly title: LocalizedText;
  readonly state: RecordState;
  readonly number: number | null;
}

export interface Signing {
  /** `YYYY-MM-DD`. */
  readonly on: string;
  readonly place: string | null;
  readonly kr: PostRow | null;
  readonly jp: PostRow | null;
}

/** One text with what its reader may see of it. Instants are ISO 8601 UTC. */
export interface RecordRow {
  readonly id: string;
  readonly sessionId: string;
  readonly side: Side;
  readonly kind: RecordKind;
  readonly title: LocalizedText;
  readonly state: RecordState;
  readonly forSignature: boolean;
  readonly adReferendum: boolean;
  readonly confirmedAt: string | null;
  readonly authenticLanguages: readonly Language[];
  readonly prevailingLanguage: Language | null;
  readonly annexOfId: string | null;
  /** Null for a reader who may not see it. */
  readonly annexOf: RelatedRecord | null;
  readonly annexes: readonly RelatedRecord[];
  readonly corrigendumOfId: string | null;
  readonly corrigendumOf: RelatedRecord | null;
  readonly corrigendumNumber: number | null;
  readonly corrigenda: readonly RelatedRecord[];
  readonly signing: Signing | null;
  readonly notPublic: boolean;
  readonly sharedAt: string | null;
  readonly shownAt: string | null;
  readonly withdrawnAt: string | null;
  readonly releaseAt: string | null;
  readonly releasedAt: string | null;
  readonly illustrative: boolean;
  readonly audience: Audience;
  readonly version: number;
  readonly versionNumber: number;
  /** Now, by the database. */
  readonly now: string;
  readonly session: RecordSession | null;
  /** Hours for which a release of one side is shown before; null when the channel asks for none. */
  readonly showHours: number | null;
  readonly paragraphs: readonly RecordParagraph[];
  readonly keys: readonly StandingKey[];
  readonly clearances: readonly Clearance[];
  /** The reader's own side's latest chain; the other side's is never loaded. */
  readonly chain: readonly ClearanceStep[];
}

/** True for what both sides see. */
export const isShared = ({ audience }: { readonly audience: Audience }): boolean =>
  audience !== 'kr' && audience !== 'jp';

export const isUnilateral = ({ kind }: Pick<RecordRow, 'kind'>): boolean => kind === 'unilateral_press_release';

export const clearanceOf = (record: Pick<RecordRow, 'clearances'>, side: Side | null): ClearanceState | null =>
  record.clearances.find((one) => one.side === side)?.state ?? null;

/** The post whose turn it is in the own side's chain; nobody's once a post sent the text back. */
export const nextStep = ({ chain }: Pick<RecordRow, 'chain'>): ClearanceStep | undefined =>
  isSentBack({ chain }) ? undefined : chain.find(({ state }) => state === 'waiting');

export const isSentBack = ({ chain }: Pick<RecordRow, 'chain'>): boolean =>
  chain.some(({ state }) => state === 'returned');
