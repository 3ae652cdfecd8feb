import { LANGUAGES, type Language, type LocalizedText } from '#core/kernel';
import { currentFile, type Grade, type PaperRow, type WidenTarget } from './papers.types.js';

/** What both keys stand on when a paper is opened to more readers: its words, its very files, to whom and from when. */
export interface WidenContent {
  readonly audience: WidenTarget;
  /** ISO 8601 UTC; null is at once. */
  readonly at: string | null;
  readonly symbol: string | null;
  readonly title: Partial<Record<Language, string>>;
  readonly grade: Grade;
  readonly files: readonly { readonly lang: Language; readonly name: string; readonly sha256: string }[];
}

/** The content of a widening as the paper is now. */
export function widenContent(paper: PaperRow, audience: WidenTarget, at: string | null): WidenContent {
  return {
    audience,
    at,
    symbol: paper.symbol,
    title: wordsOf(paper.title),
    grade: paper.grade,
    files: LANGUAGES.flatMap((lang) => {
      const file = currentFile(paper, lang);
      return file ? [{ lang, name: file.name, sha256: file.sha256 }] : [];
    }),
  };
}

function wordsOf(text: LocalizedText): Partial<Record<Language, string>> {
  const words: Partial<Record<Language, string>> = {};
  for (const lang of LANGUAGES) {
    const translation = text[lang];
    if (translation) words[lang] = translation.text;
  }
  return words;
}
