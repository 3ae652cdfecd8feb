import { createTranslator } from '#core/i18n';
import {
  historicText,
  LANGUAGES,
  otherSide,
  partyName,
  type Language,
  type LocalizedText,
  type Side,
} from '#core/kernel';
import type { Objective, StandingCode } from './agenda.types.js';

/** Which side speaks first about its policies: in turn from session to session, or always the guest, or always the host. */
export const firstSpeakers = ['alternating', 'guest', 'host'] as const;
export type FirstSpeaker = (typeof firstSpeakers)[number];

export interface TemplateItem {
  readonly standing: StandingCode;
  readonly minutes: number;
  readonly objective: Objective;
  /** The channel's own words in all three languages; null takes the product's. */
  readonly title: LocalizedText | null;
}

/** The standing items of a channel, in their order; each at most once. */
export interface AgendaTemplate {
  readonly first: FirstSpeaker;
  readonly items: readonly TemplateItem[];
}

/** domain.md 3.6: opening by the host, follow-up, policies of each side, issues, multilateral, other business, next meeting. */
export const defaultTemplate: AgendaTemplate = {
  first: 'alternating',
  items: [
    standing('opening', 10, 'inform'),
    standing('follow_up', 20, 'discuss'),
    standing('policies_first', 30, 'inform'),
    standing('policies_second', 30, 'inform'),
    standing('issues', 60, 'discuss'),
    standing('multilateral', 20, 'discuss'),
    standing('other_business', 10, 'discuss'),
    standing('next_meeting', 10, 'decide'),
  ],
};

/** What the turn of the sides depends on. */
export interface SpeakingTurn {
  readonly host: Side | null;
  /** Who spoke first at the last session of the channel; null when that is not known. */
  readonly previous: Side | null;
  /** Who writes the draft: with neither a host nor a session before, the other side goes first. */
  readonly drafter: Side;
}

/** The side that speaks first about its policies. */
export function firstSpeakerOf(first: FirstSpeaker, { host, previous, drafter }: SpeakingTurn): Side {
  if (first !== 'alternating' && host !== null) return first === 'host' ? host : otherSide(host);
  if (previous !== null) return otherSide(previous);
  return otherSide(host ?? drafter);
}

/** The side that leads a standing item; null where both do. */
export function leadOf(code: StandingCode, first: Side, host: Side | null): Side | null {
  if (code === 'opening') return host;
  if (code === 'policies_first') return first;
  if (code === 'policies_second') return otherSide(first);
  return null;
}

/** The product's words for a standing item in all three languages, checked. @param source the drafter's language */
export function standingTitle(code: StandingCode, lead: Side | null, source: Language): LocalizedText {
  const texts: Partial<Record<Language, string>> = {};
  for (const language of LANGUAGES) {
    const { t } = createTranslator(language);
    texts[language] =
      lead !== null && (code === 'policies_first' || code === 'policies_second')
        ? t('agenda:standing.policies', { party: partyName(lead, language) })
        : t(`agenda:standing.${code}`);
  }
  return historicText(texts, source);
}

function standing(code: StandingCode, minutes: number, objective: Objective): TemplateItem {
  return { standing: code, minutes, objective, title: null };
}
