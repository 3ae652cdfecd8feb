import { formatDateRange } from '#core/i18n';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { TextView } from '../../shared/api/types.js';
import { useLanguage } from '../../shared/i18n/language.js';
import { KnownDate } from '../../shared/ui/dates.js';
import { Sources } from '../../shared/ui/sources.js';
import { Words } from '../../shared/ui/text.js';
import css from './records.module.css';
import type { RecordRow } from './types.js';

export function RecordRows({ rows }: { rows: RecordRow[] }) {
  return (
    <ul className={css.rows}>
      {rows.map((row) => (
        <li key={row.id}>
          <span className={css.muted}>
            <When row={row} />
          </span>
          <span>
            <strong>
              <MaybeWords value={row.name ?? row.title ?? row.text} />
            </strong>
            {row.sources ? <Sources sources={row.sources} /> : null}
            <About row={row} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Most texts are localised; a few of the record's notes are in English only and say so. */
function MaybeWords({ value }: { value: TextView | string | null | undefined }) {
  if (!value) return null;
  return typeof value === 'string' ? <span lang="en">{value}</span> : <Words value={value} />;
}

function When({ row }: { row: RecordRow }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  if (row.date?.precision === 'day')
    return <time dateTime={row.date.value}>{formatDateRange(row.date.value, row.dateEnd ?? null, lang)}</time>;
  if (row.date) return <KnownDate date={row.date} />;
  if (row.usualMonth)
    return (
      <>
        {t('web-records:usually', {
          month: new Intl.DateTimeFormat(lang, { month: 'long', timeZone: 'UTC' }).format(
            Date.UTC(2024, row.usualMonth - 1, 1),
          ),
        })}
      </>
    );
  return row.dateRemark ? <span lang="en">{row.dateRemark}</span> : null;
}

function About({ row }: { row: RecordRow }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  return (
    <span className={css.about}>
      {row.body?.name ? (
        <span>
          <Words value={row.body.name} />
        </span>
      ) : null}
      {row.place ? (
        <span>
          <Words value={row.place} />
        </span>
      ) : null}
      {row.organiser ? (
        <span>
          {t('web-records:organiser')} <Words value={row.organiser} />
        </span>
      ) : null}
      {row.sampleFrom ? (
        <span>
          {t('web-records:sample')} {formatDateRange(row.sampleFrom, row.sampleTo ?? null, lang)}{' '}
          <MaybeWords value={row.sampleNote} />
        </span>
      ) : null}
      {row.commitment ? (
        <span>
          {t('web-records:restsOn')}{' '}
          <Link to={`/commitments/${row.commitment.id}`}>
            {row.commitment.code} <Words value={row.commitment.text} marks={false} />
          </Link>
        </span>
      ) : null}
      {row.wording ? (
        <span>
          {t('web-records:wording')} <Words value={row.wording} />
        </span>
      ) : null}
      {row.note ? <span lang="en">{row.note}</span> : null}
    </span>
  );
}
