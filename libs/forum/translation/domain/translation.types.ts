import type { Audience, Language, LocalizedText, Side } from '#core/kernel';
import type { TranslationState } from './translation.lifecycle.js';

export const translationEventNames = [
  'requested',
  'assigned',
  'started',
  'noChange',
  'delivered',
  'returned',
  'checked',
  'locked',
  'reopened',
  'cancelled',
] as const;
export type TranslationEventName = (typeof translationEventNames)[number];

/** A request as stored. Dates are `YYYY-MM-DD`. */
export interface TranslationRequest {
  readonly id: string;
  readonly containerType: string;
  readonly containerId: string;
  readonly sessionId: string | null;
  readonly whole: boolean;
  readonly fromLang: Language;
  readonly toLang: Language;
  readonly dueOn: string;
  readonly requestedSide: Side;
  readonly requestedPostId: string | null;
  readonly translatorPostId: string | null;
  readonly translatorUserId: string | null;
  readonly checkerPostId: string | null;
  readonly deliveredUserId: string | null;
  readonly checkedUserId: string | null;
  readonly outdatedAt: Date | null;
  readonly state: TranslationState;
  readonly note: LocalizedText | null;
  readonly amount: number;
  readonly audience: Audience;
  readonly version: number;
}

/** What keeps a text of a request from being delivered; a draft is what a translator delivers. */
export const unitGaps = ['missing', 'stale', 'machine'] as const;
export type UnitGap = (typeof unitGaps)[number];

/** One text of a request with its words in both languages, as its reader may see it. */
export interface TranslationUnit {
  /** Of the unit; stable for as long as the request is. */
  readonly id: string;
  readonly objectId: string;
  /** The version a write must name. */
  readonly objectVersion: number;
  readonly field: string;
  readonly label: LocalizedText;
  readonly path: string;
  /** False once its owner fixed it. */
  readonly open: boolean;
  readonly source: { readonly lang: Language; readonly text: string; readonly revision: number };
  readonly target: {
    readonly text: string;
    readonly of: number;
    readonly status: 'draft' | 'machine' | 'checked' | 'authentic';
  } | null;
  /** The third language, for whoever reads it better; null when it is missing. */
  readonly third: { readonly lang: Language; readonly text: string; readonly stale: boolean } | null;
  /** What the source said when the target was made; null when that is the present one or not known. */
  readonly before: string | null;
  readonly gap: UnitGap | null;
  /** Characters of Korean and Japanese, words of English. */
  readonly amount: number;
  readonly translatedUserId: string | null;
  readonly translatedPostId: string | null;
  /** The last change of the source was said to need none here. */
  readonly noChange: boolean;
}
