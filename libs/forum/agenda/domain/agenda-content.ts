import { LANGUAGES, textGaps, type Language, type LocalizedText } from '#core/kernel';
import { contentHash } from '#forum/two-key';
import { isShared, textFields, type AgendaGap, type AgendaItemRow } from './agenda.types.js';

type Texts = Partial<Record<Language, string>>;

/** What is signed: the shared items in order, with every word in every language, and nothing private. */
export interface AgendaContent {
  readonly items: readonly {
    readonly id: string;
    readonly number: number;
    readonly proposer: string;
    readonly lead: string | null;
    readonly minutes: number;
    readonly objective: string;
    readonly title: Texts;
    readonly description: Texts | null;
  }[];
}

/** The signable content of an agenda; items come in their order. Withdrawn items are not loaded. */
export function agendaContent(items: readonly AgendaItemRow[]): AgendaContent {
  return {
    items: items.filter(isShared).map((item, index) => ({
      id: item.id,
      number: index + 1,
      proposer: item.proposer,
      lead: item.lead,
      minutes: item.minutes,
      objective: item.objective,
      title: wordsOf(item.title),
      description: item.description && wordsOf(item.description),
    })),
  };
}

/** SHA-256 of the signable content, or null while nothing is shared. */
export function agendaHash(items: readonly AgendaItemRow[]): string | null {
  const content = agendaContent(items);
  return content.items.length === 0 ? null : contentHash(content);
}

/** Every text of the shared items that is missing, stale, machine-made or unchecked (domain.md 3.5: no signature over a gap). */
export function agendaGaps(items: readonly AgendaItemRow[]): AgendaGap[] {
  return items.filter(isShared).flatMap((item) =>
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
