import { LANGUAGES, type Language } from '#core/kernel';
import { useTranslation } from 'react-i18next';
import type { Proposal } from '../../shared/api/types.js';
import { LANGUAGE_NAMES } from '../../shared/i18n/language.js';
import { useZone } from '../../shared/me.js';
import { Moment } from '../../shared/ui/dates.js';
import { Facts } from '../../shared/ui/page.js';
import css from './papers.module.css';

/** What both keys stand on when a paper is opened to more readers. */
interface Content {
  audience?: 'business' | 'public';
  at?: string | null;
  symbol?: string | null;
  title?: Partial<Record<Language, string>>;
  files?: { lang: Language; name: string; sha256: string }[];
}

/** To whom, from when, and the very words and files. */
export function WidenContent({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation();
  const zone = useZone();
  const { audience = 'public', at, symbol, title = {}, files = [] } = proposal.content as Content;
  return (
    <Facts
      rows={[
        [t('web-papers:whoSees'), t(`web-papers:readersLong.${audience}`)],
        [t('web-papers:widen.from'), at ? <Moment at={at} zone={zone} /> : t('web-papers:widen.atOnce')],
        [
          symbol ?? t('web-papers:widen.words'),
          <ul key="title" className={css.items}>
            {LANGUAGES.map((lang) =>
              title[lang] ? (
                <li key={lang} lang={lang}>
                  {title[lang]}
                </li>
              ) : null,
            )}
          </ul>,
        ],
        [
          t('web-papers:versions'),
          <ul key="files" className={css.items}>
            {files.map((file) => (
              <li key={file.lang}>
                <span lang={file.lang}>{LANGUAGE_NAMES[file.lang]}</span>{' '}
                <span className={css.fileName}>{file.name}</span>
                <div className={css.hash}>
                  <code>{file.sha256}</code>
                </div>
              </li>
            ))}
          </ul>,
        ],
      ]}
    />
  );
}
