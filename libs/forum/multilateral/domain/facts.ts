import {
  commonErrors,
  historicText,
  LANGUAGES,
  translateText,
  type FieldFault,
  type Language,
  type LocalizedText,
} from '#core/kernel';
import { multilateralErrors } from './multilateral.errors.js';
import type { Forum } from './multilateral.types.js';

/** A text as a person gives it: one to three languages, the source among them. */
export type GivenTexts = Readonly<Partial<Record<Language, string>>>;

/** The source as its author wrote it, the other languages as checked by whoever gives them. @throws common.required naming the field */
export function givenText(texts: GivenTexts, source: Language, path: string): LocalizedText {
  if (!texts[source]) throw commonErrors.invalid({}, [{ path: `${path}.${source}`, code: commonErrors.required.code }]);
  return historicText(texts, source);
}

/** The present text with the given languages in place; a language that is not given stays. A changed source makes the others stale. */
export function changedText(text: LocalizedText, texts: GivenTexts): LocalizedText {
  const source = texts[text.source];
  const edited =
    source === undefined || source === text[text.source]?.text
      ? text
      : { ...text, revision: text.revision + 1, ...authentic(text.source, source, text.revision + 1) };
  return LANGUAGES.reduce((made, lang) => {
    const words = texts[lang];
    return words === undefined || lang === made.source ? made : translateText(made, lang, words, 'checked');
  }, edited);
}

const authentic = (lang: Language, text: string, of: number): Partial<LocalizedText> => ({
  [lang]: { text, of, status: 'authentic' },
});

/** What a meeting is, as a side gives it. */
export interface MeetingFacts {
  readonly forum: Forum;
  readonly name: LocalizedText;
  readonly place: LocalizedText | null;
  /** Plain days. */
  readonly from: string;
  readonly to: string | null;
  /** IANA name. */
  readonly zone: string;
}

/** @throws multilateral.datesWrong when it ends before it begins */
export function assertDates({ from, to }: Pick<MeetingFacts, 'from' | 'to'>): void {
  if (to !== null && to < from)
    throw multilateralErrors.datesWrong({}, [{ path: 'to', code: multilateralErrors.datesWrong.code }]);
}

/** An http or https address without a password. @throws common.notAUrl naming the field */
export function webAddress(value: string, path: string): string {
  const url = URL.canParse(value) ? new URL(value) : null;
  const plain =
    url !== null && ['http:', 'https:'].includes(url.protocol) && url.username === '' && url.password === '';
  const fault: FieldFault = { path, code: commonErrors.notAUrl.code };
  if (!plain) throw commonErrors.invalid({}, [fault]);
  return url.href;
}
