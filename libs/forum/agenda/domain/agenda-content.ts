import { LANGUAGES, textGaps, type Language, type LocalizedText } from '#core/kernel';
import { contentHash } from '#forum/two-key';
import { isOnAgenda, textFields, type AgendaGap, type AgendaItemRow, type AgendaLink } from './agenda.types.js';

type Texts = Partial<Record<Language, string>>;

/**
 * What is signed: the shared rows in order, with every word in every language, and nothing private. What a plain item lacks is left out,
 * so that agendas signed before there were sections, standing items and links keep their hash.
 */
export interface AgendaContent {
  readonly items: readonly {
    readonly id: string;
    /** Absent for an ordinary item. */
    readonly kind?: 'section' | 'break';
    /** Null for sections and breaks. */
    readonly number: number | null;
    readonly standing?: string;
    readonly proposer: string;
    readonly lead: string | null;
    readonly minutes: number;
    readonly objective: string | null;
    readonly title: Texts;
    readonly description: Texts | null;
    /** Absent when there are none. */
    readonly links?: readonly AgendaLink[];
  }[];
}

/** The signable content of an agenda; items come in their order. Withdrawn items are not loaded. */
export function agendaContent(items: readonly AgendaItemRow[]): AgendaContent {
  const numbers = itemNumbers(items);
  return {
    items: items.filter(isOnAgenda).map((item) => ({
      id: item.id,
      ...(item.kind === 'item' ? {} : { kind: item.kind }),
      number: numbers.get(item.id) ?? null,
      ...(item.standing === null ? {} : { standing: item.standing }),
      proposer: item.proposer,
      lead: item.lead,
      minutes: item.minutes,
      objective: item.objective,
      title: wordsOf(item.title),
      description: item.description && wordsOf(item.description),
      ...(item.links.length === 0 ? {} : { links: item.links.map(({ kind, id }) => ({ kind, id })) }),
    })),
  };
}

/** Numbers by item id: items are counted in their order, own drafts after the shared ones; sections, breaks and what was put off have none. */
export function itemNumbers(
  items: readonly Pick<AgendaItemRow, 'id' | 'kind' | 'deferredIn'>[],
): ReadonlyMap<string, number> {
  const numbered = items.filter((item) => item.kind === 'item' && item.deferredIn !== 'preparation');
  return new Map(numbered.map((item, index) => [item.id, index + 1]));
}

/** SHA-256 of the signable content, or null while nothing is shared. */
export function agendaHash(items: readonly AgendaItemRow[]): string | null {
  const content = agendaContent(items);
  return content.items.length === 0 ? null : contentHash(content);
}

/** Every text of the agenda that is missing, stale, machine-made or unchecked (domain.md 3.5: no signature over a gap). */
export function agendaGaps(items: readonly AgendaItemRow[]): AgendaGap[] {
  return items.filter(isOnAgenda).flatMap((item) =>
    textFields.flatMap((field) => {
      const text = item[field];
      return text ? textGaps(text).map(({ lang, gap }) => ({ itemId: item.id, field, lang, gap })) : [];
    }),
  );
}

function wordsOf(text: LocalizedText): Texts {
  const words: Texts = {};
  for (const language of LANGUAGES) {
    const translation = text[language];
    if (translation) words[language] = translation.text;
  }
  return words;
}
