import { formatDateRange } from '#core/i18n';
import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead } from '../../shared/api/hooks.js';
import { useLanguage } from '../../shared/i18n/language.js';
import { Private } from '../../shared/ui/badges.js';
import { Countdown, KnownDate } from '../../shared/ui/dates.js';
import { Filters, FilterSelect, useFilters } from '../../shared/ui/filters.js';
import { Sources } from '../../shared/ui/sources.js';
import { Answer, Empty } from '../../shared/ui/states.js';
import { Words } from '../../shared/ui/text.js';
import { allowedIn } from '../../shared/ui/action-button.js';
import { FORUMS, type MeetingList, type MeetingSummary } from './api.js';
import css from './multilateral.module.css';

const AddForm = lazy(async () => ({ default: (await import('./meeting-form.js')).AddForm }));

/** Meetings of other organisations, latest first, by organisation and time. */
export function MeetingsPage() {
  const { t } = useTranslation();
  const { get } = useFilters();
  const [adding, setAdding] = useState(false);
  const query = Object.fromEntries(['forum', 'when'].flatMap((name) => (get(name) ? [[name, get(name)]] : [])));
  const meetings = useRead<MeetingList>('/multilateral-meetings', { limit: '200', ...query });
  return (
    <>
      <p className={css.muted}>{t('web-multilateral:lead')}</p>
      {adding ? (
        <section className={css.panel}>
          <h2>{t('web-multilateral:act.add')}</h2>
          <Suspense>
            <AddForm onDone={() => setAdding(false)} />
          </Suspense>
        </section>
      ) : allowedIn(meetings.data?.allowedActions ?? [], 'add-meeting')?.allowed ? (
        <p className={`${css.bar} fd-no-print`}>
          <Button variant="default" onClick={() => setAdding(true)}>
            {t('web-multilateral:act.add')}
          </Button>
        </p>
      ) : null}
      <Filters label={t('web-multilateral:title')}>
        <FilterSelect
          name="forum"
          label={t('web-multilateral:field.forum')}
          options={[
            { value: '', label: t('web-multilateral:all') },
            ...FORUMS.map((value) => ({ value, label: t(`web-multilateral:forum.${value}`) })),
          ]}
        />
        <FilterSelect
          name="when"
          label={t('web-multilateral:field.when')}
          options={['', 'upcoming', 'past'].map((value) => ({ value, label: t(`web-multilateral:${value || 'all'}`) }))}
        />
      </Filters>
      <Answer read={meetings} head={false}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty />
          ) : (
            <ul className={css.list}>
              {items.map((meeting) => (
                <li key={meeting.id}>
                  {meeting.audience === 'kr' || meeting.audience === 'jp' ? (
                    <Private label={t('web-multilateral:private')}>
                      <MeetingRow meeting={meeting} />
                    </Private>
                  ) : (
                    <MeetingRow meeting={meeting} />
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </>
  );
}

function MeetingRow({ meeting }: { meeting: MeetingSummary }) {
  const { t } = useTranslation();
  return (
    <div className={css.row}>
      <div className={css.muted}>
        <MeetingDays meeting={meeting} />
        {meeting.daysLeft !== null && meeting.daysLeft >= 0 ? (
          <div>
            <Countdown days={meeting.daysLeft} />
          </div>
        ) : null}
      </div>
      <div>
        <p className={css.rowTitle}>
          <Link to={`/multilateral/${meeting.id}`}>
            <Words value={meeting.name} />
          </Link>
        </p>
        <p className={css.meta}>
          <span>{t(`web-multilateral:forum.${meeting.forum}`)}</span>
          {meeting.place ? <Words value={meeting.place} /> : null}
          <Sources sources={meeting.sources} />
        </p>
      </div>
    </div>
  );
}

/** The days of a meeting as exactly as they are known. */
export function MeetingDays({ meeting }: { meeting: Pick<MeetingSummary, 'date' | 'dateEnd' | 'dateRemark'> }) {
  const lang = useLanguage();
  const { t } = useTranslation();
  const { date, dateEnd, dateRemark } = meeting;
  if (!date) return dateRemark ? <span lang="en">{dateRemark}</span> : <>{t('web-multilateral:noDate')}</>;
  if (date.precision !== 'day') return <KnownDate date={date} />;
  return <time dateTime={date.value}>{formatDateRange(date.value, dateEnd, lang)}</time>;
}
