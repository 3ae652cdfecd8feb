import css from './reminders.module.css';

const KOREAN_DATE = /(\d{4}\. \d{1,2}\. \d{1,2}\.\(.\))/u;

/** Of a mail, in its own language; a Korean date in it, which holds spaces, stays on one line. */
export function MailSubject({ text, lang, className }: { text: string; lang: string; className?: string | undefined }) {
  return (
    <span lang={lang} className={className}>
      {text.split(KOREAN_DATE).map((part, index) =>
        KOREAN_DATE.test(part) ? (
          <span key={index} className={css.unbroken}>
            {part}
          </span>
        ) : (
          part
        ),
      )}
    </span>
  );
}
