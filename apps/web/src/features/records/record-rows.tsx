import { formatDateRange } from '#core/i18n';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ContextEvent, ExchangeProgramme, Exhibition } from '../../shared/api/types.js';
import { useLanguage } from '../../shared/i18n/language.js';
import { KnownDate } from '../../shared/ui/dates.js';
import { Sources } from '../../shared/ui/sources.js';
import { Words } from '../../shared/ui/text.js';
import css from './records.module.css';

export type RecordRow = Exhibition | ExchangeProgramme | ContextEvent;

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
              <Words value={'name' in row ? row.name : row.text} />
            </strong>
            <Sources sources={row.sources} />
            <span className={css.about}>
              <About row={row} />
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}

function When({ row }: { row: RecordRow }) {
  if ('usualMonth' in row) return <UsualMonth month={row.usualMonth} />;
  if ('commitment' in row) return null;
  return <KnownDate date={row.date} />;
}

function UsualMonth({ month }: { month: number }) {
  const { t } = useTranslation();
  const name = new Intl.DateTimeFormat(useLanguage(), { month: 'long', timeZone: 'UTC' });
  return <>{t('web-records:usually', { month: name.format(Date.UTC(2024, month - 1, 1)) })}</>;
}

/** What each register adds to a name and a day. The record's own notes are in English and marked so. */
function About({ row }: { row: RecordRow }) {
  if ('usualMonth' in row) return <AboutExhibition row={row} />;
  if ('commitment' in row) return <AboutProgramme row={row} />;
  return <AboutContext row={row} />;
}

function AboutExhibition({ row }: { row: Exhibition }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  return (
    <>
      <span>
        <Words value={row.place} />
      </span>
      {row.organiser ? (
        <span>
          {t('web-records:organiser')} <Words value={row.organiser} />
        </span>
      ) : null}
      {row.sampleFrom ? (
        <span>
          {t('web-records:sample')} {formatDateRange(row.sampleFrom, row.sampleTo, lang)}{' '}
          {row.sampleNote ? <span lang="en">{row.sampleNote}</span> : null}
        </span>
      ) : null}
    </>
  );
}

function AboutProgramme({ row }: { row: ExchangeProgramme }) {
  const { t } = useTranslation();
  if (!row.commitment) return null;
  return (
    <span>
      {t('web-records:restsOn')}{' '}
      <Link to={`/commitments/${row.commitment.id}`}>
        {row.commitment.code} <Words value={row.commitment.text} marks={false} />
      </Link>
    </span>
  );
}

function AboutContext({ row }: { row: ContextEvent }) {
  const { t } = useTranslation();
  if (!row.wording) return null;
  return (
    <span>
      {t('web-records:wording')} <Words value={row.wording} />
    </span>
  );
}
