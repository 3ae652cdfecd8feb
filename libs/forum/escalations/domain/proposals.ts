import { LANGUAGES, type Language, type LocalizedText } from '#core/kernel';
import { defineProposal } from '#forum/two-key';
import {
  escalationTexts,
  type EscalationRow,
  type EscalationText,
  type LadderLevel,
  type MatterRef,
} from './escalation.types.js';

/** What both keys of a rise stand on: its words in all languages, what it is about, from where and where to. */
export interface RiseContent extends Readonly<Record<EscalationText, Partial<Record<Language, string>>>> {
  readonly matter: MatterRef;
  readonly fromChannelId: string | null;
  readonly fromLevel: LadderLevel;
  readonly toChannelId: string | null;
  readonly toLevel: LadderLevel;
  readonly ituArticles: readonly number[];
}

export function riseContent(row: EscalationRow): RiseContent {
  const [title, summary, request] = escalationTexts.map((field) => wordsOf(row[field]));
  return {
    matter: row.matter,
    fromChannelId: row.from?.id ?? null,
    fromLevel: row.fromLevel,
    toChannelId: row.to?.id ?? null,
    toLevel: row.toLevel,
    ituArticles: row.ituArticles,
    title: title ?? {},
    summary: summary ?? {},
    request: request ?? {},
  };
}

/** Where a matter goes back to. */
export interface ReturnContent {
  readonly channelId: string;
  readonly level: LadderLevel;
  readonly title: LocalizedText;
}

/** How the higher level settled it. */
export interface SettleContent {
  readonly title: LocalizedText;
  readonly outcome: LocalizedText;
}

/** The raising side's key stands on it from the start; the other side's lets the matter in. */
export const riseProposal = defineProposal<RiseContent>('escalation.accept', 'escalation');
export const returnProposal = defineProposal<ReturnContent>('escalation.return', 'escalation');
export const settleProposal = defineProposal<SettleContent>('escalation.settle', 'escalation');

function wordsOf(text: LocalizedText): Partial<Record<Language, string>> {
  return Object.fromEntries(LANGUAGES.flatMap((lang) => (text[lang] ? [[lang, text[lang].text]] : [])));
}
