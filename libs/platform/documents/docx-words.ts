import { AlignmentType, Paragraph, TextRun as WordRun, type IParagraphOptions, type IRunOptions } from 'docx';
import type { Language } from '#core/kernel';
import type { Line, TextRun } from './document-model.js';

/** Faces that the offices of each country have (domain.md 6), and the tag that chooses glyphs and spelling. */
const LANGUAGE_LOOKS: Readonly<Record<Language, { readonly face: string; readonly tag: string }>> = {
  ko: { face: 'Malgun Gothic', tag: 'ko-KR' },
  ja: { face: 'Yu Gothic', tag: 'ja-JP' },
  en: { face: 'Malgun Gothic', tag: 'en-GB' },
};

/** Half points, as Word counts. */
export const BODY_SIZE = 19;
const SMALL_SIZE = 16;
const NO_BREAK = '\u00a0';

const alignments = { start: AlignmentType.START, center: AlignmentType.CENTER, end: AlignmentType.END };
export type Align = keyof typeof alignments;

/** How Word is told the language of a run; the East Asian tag is Korean in English text, so that its signs keep one form. */
export function languageLooks(lang: Language): Pick<IRunOptions, 'font' | 'language'> {
  const { face, tag } = LANGUAGE_LOOKS[lang];
  return {
    font: { ascii: face, hAnsi: face, cs: face, eastAsia: face, hint: lang === 'en' ? 'default' : 'eastAsia' },
    language: { value: tag, eastAsia: lang === 'en' ? LANGUAGE_LOOKS.ko.tag : tag },
  };
}

/** The runs of a line; a line break in a text stays one. */
export function wordRuns(line: Line<TextRun>, over: IRunOptions = {}): WordRun[] {
  const marker: TextRun[] =
    line.marker === undefined ? [] : [{ text: `${line.marker} `, lang: line.runs[0]?.lang ?? 'en' }];
  return [...marker, ...line.runs].flatMap((run) =>
    (run.whole ? run.text.replaceAll(' ', NO_BREAK) : run.text).split('\n').map(
      (text, at) =>
        new WordRun({
          text,
          ...(at > 0 ? { break: 1 } : {}),
          ...(run.strong ? { bold: true } : {}),
          ...(run.tone ? { size: SMALL_SIZE, color: '444444' } : {}),
          ...languageLooks(run.lang),
          ...over,
        }),
    ),
  );
}

/** One line as a paragraph. Lines of the own side only have a bar beside them. */
export function wordParagraph(line: Line<TextRun>, align: Align = 'start', over: IParagraphOptions = {}): Paragraph {
  return new Paragraph({
    children: wordRuns(line),
    alignment: alignments[align],
    spacing: { after: 40 },
    ...(line.marker === undefined ? {} : { indent: { left: 320, hanging: 320 } }),
    ...(line.inside
      ? { border: { left: { style: 'single', size: 16, space: 4, color: '000000' } }, indent: { left: 120 } }
      : {}),
    ...over,
  });
}
