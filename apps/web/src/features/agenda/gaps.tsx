import { LANGUAGES, type Language } from '#core/kernel';
import { useTranslation } from 'react-i18next';
import type { Agenda, AgendaItem } from '../../shared/api/types.js';
import { LANGUAGE_NAMES } from '../../shared/i18n/language.js';
import { Words } from '../../shared/ui/text.js';
import css from './gaps.module.css';

type Gap = Agenda['gaps'][number];

/** What is not yet said in every language: counted by language and kind, then row by row. */
export function Gaps({ agenda }: { agenda: Agenda }) {
  const { t } = useTranslation();
  const { gaps } = agenda;
  if (gaps.length === 0) return null;
  const counts = new Map<string, Gap & { count: number }>();
  for (const gap of gaps) {
    const key = `${gap.lang} ${gap.gap}`;
    counts.set(key, { ...gap, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  const order = (lang: Language): number => LANGUAGES.indexOf(lang);
  return (
    <div className={css.gaps}>
      <p className={css.head}>{t('web-agenda:gaps.title', { count: gaps.length })}</p>
      <ul className={css.counts}>
        {[...counts.values()]
          .sort((a, b) => order(a.lang) - order(b.lang))
          .map(({ lang, gap, count }) => (
            <li key={`${lang} ${gap}`}>
              <span lang={lang}>{LANGUAGE_NAMES[lang]}</span> {t(`common:gaps.${gap}`)} {count}
            </li>
          ))}
      </ul>
      <details className="fd-no-print">
        <summary>{t('web-agenda:gaps.show')}</summary>
        <ul className={css.rows}>
          {agenda.items.map((item) => (
            <Row key={item.id} item={item} gaps={gaps.filter(({ itemId }) => itemId === item.id)} />
          ))}
        </ul>
      </details>
    </div>
  );
}

function Row({ item, gaps }: { item: AgendaItem; gaps: readonly Gap[] }) {
  const { t } = useTranslation();
  if (gaps.length === 0) return null;
  return (
    <li>
      <a href={`#item-${item.id}`}>
        {item.number === null ? null : `${String(item.number)}. `}
        <Words value={item.title} marks={false} />
      </a>
      <span className={css.which}>
        {gaps.map(({ lang, field, gap }) => (
          <span key={`${lang} ${field}`}>
            <span lang={lang}>{LANGUAGE_NAMES[lang]}</span> {t(`web-agenda:gaps.field.${field}`)}
            {' · '}
            {t(`common:gaps.${gap}`)}
          </span>
        ))}
      </span>
    </li>
  );
}
