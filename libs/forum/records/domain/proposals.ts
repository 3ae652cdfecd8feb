import { defineProposal } from '#forum/two-key';

/** Every proposal about a text stands on its very content. */
interface OnContent {
  readonly hash: string;
}

export interface SigningContent extends OnContent {
  /** `YYYY-MM-DD`. */
  readonly on: string;
  readonly place: string | null;
  readonly krPostId: string;
  readonly jpPostId: string;
}

export interface ReleaseContent extends OnContent {
  /** ISO 8601 UTC; null gives a planned release up. */
  readonly at: string | null;
}

export interface RecordRules {
  /** Hours for which a release of one side is shown to the other before; null asks for none (domain.md 3.7). */
  readonly showHours: number | null;
}

/** That the delegations agree subject to approval at home. */
export const recordAdReferendum = defineProposal<OnContent>('record.ad-referendum', 'record');
/** That it was signed: when, where and by whom. */
export const recordSigning = defineProposal<SigningContent>('record.signing', 'record');
/** That it was adopted, where nothing is signed. */
export const recordAdoption = defineProposal<OnContent>('record.adoption', 'record');
/** The minute from which everybody may read it, in every language at once. */
export const recordRelease = defineProposal<ReleaseContent>('record.release', 'record');
/** That it is kept among both sides: the other way to settle the outcome of a session (domain.md 3.3). */
export const recordNotPublic = defineProposal<OnContent>('record.not-public', 'record');
export const channelRecordRules = defineProposal<RecordRules>('channel.record-rules', 'channel');
