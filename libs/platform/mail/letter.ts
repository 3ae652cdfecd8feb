import type { Language } from '#core/kernel';

/** A run of text; a line feed in it begins a new line. `lang` is set where it is not in the letter's language, so that the right font and voice are used (pitfalls.md 46). */
export interface LetterRun {
  readonly text: string;
  readonly lang?: Language;
  /** Full address; printed after the text in the plain version. */
  readonly href?: string;
  readonly strong?: boolean;
}

export interface Letter {
  readonly language: Language;
  readonly subject: string;
  readonly paragraphs: readonly (readonly LetterRun[])[];
}

const fonts: Record<Language, string> = {
  ko: "'Pretendard JP','Apple SD Gothic Neo','Malgun Gothic','Noto Sans KR',sans-serif",
  ja: "'Pretendard JP','Hiragino Sans','Yu Gothic','Meiryo','Noto Sans JP',sans-serif",
  en: "'Pretendard JP','Helvetica Neue','Segoe UI',Arial,sans-serif",
};

/** The plain version: paragraphs apart by an empty line, links written out. */
export function letterText(letter: Letter): string {
  const paragraph = (runs: readonly LetterRun[]) =>
    runs.map((run) => (run.href === undefined ? run.text : `${run.text}\n${run.href}`)).join('');
  return `${letter.paragraphs.map(paragraph).join('\n\n')}\n`;
}

/** Korean breaks between words, Japanese by the strict rules (ui.md, type and space). */
const breaks: Record<Language, string> = {
  ko: 'word-break:keep-all',
  ja: 'line-break:strict',
  en: 'word-break:normal',
};

/** The HTML version: no picture, nothing fetched from elsewhere. */
export function letterHtml(letter: Letter): string {
  const font = (language: Language) => `font-family:${fonts[language]};${breaks[language]}`;
  const body = letter.paragraphs
    .map((runs) => `<p style="margin:0 0 16px">${runs.map(runHtml).join('')}</p>`)
    .join('\n');
  return `<!doctype html>
<html lang="${letter.language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(letter.subject)}</title></head>
<body style="margin:0;padding:24px;font-size:16px;line-height:1.6;overflow-wrap:anywhere;color:#1a1a1a;background:#ffffff;${escapeHtml(font(letter.language))}">
<div style="max-width:42em">
${body}
</div>
</body>
</html>
`;

  function runHtml(run: LetterRun): string {
    const words = escapeHtml(run.text).replaceAll('\n', '<br>');
    const text = run.strong === true ? `<strong>${words}</strong>` : words;
    const spoken =
      run.lang === undefined || run.lang === letter.language
        ? text
        : `<span lang="${run.lang}" style="${escapeHtml(font(run.lang))}">${text}</span>`;
    return run.href === undefined ? spoken : `<a href="${escapeHtml(run.href)}" style="color:#0b57d0">${spoken}</a>`;
  }
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
