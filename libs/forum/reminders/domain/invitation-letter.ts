import type { Translate } from '#core/i18n';
import { factLines } from './fact-lines.js';
import { block, plainText, run, type Content, type LetterParts } from './letter-content.js';

/** The mail around a calendar file: says in the reader's language what the file does to their calendar. */
export function invitation({ cause, recipient, href }: LetterParts, t: Translate): Content {
  const { language } = recipient;
  const news = cause.news ?? 'invited';
  const name = plainText(cause.title, language);
  return {
    subject:
      name === undefined ? t(`mail:invitation.${news}.short`) : t(`mail:invitation.${news}.subject`, { session: name }),
    body: [
      [{ text: t(`mail:invitation.${news}.text`) }],
      block([{ text: t('mail:session') }, run(cause.title, language)], ...factLines(cause.facts ?? [], language, t)),
      [{ text: t('mail:invitation.link'), href }],
    ],
  };
}
