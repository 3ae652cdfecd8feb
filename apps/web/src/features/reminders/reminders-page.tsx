import { formatDate } from '#core/i18n';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useRead } from '../../shared/api/hooks.js';
import type { List, SessionDetail, SessionSummary } from '../../shared/api/types.js';
import { useLanguage } from '../../shared/i18n/language.js';
import { FilterChoice, Filters, FilterSelect, useFilters } from '../../shared/ui/filters.js';
import { Page } from '../../shared/ui/page.js';
import { Empty, Fault, Loading } from '../../shared/ui/states.js';
import { usePages, type DeskReminder } from './api.js';
import { DeskMonth } from './desk-month.js';
import { More } from './more.js';
import { OpenMatters } from './open-matters.js';
import { ReminderTable } from './reminder-table.js';
import css from './reminders.module.css';
import { Replans } from './replans.js';
import { RemindersTabs } from './tabs.js';

/** What each choice asks the API for. */
const SHOWN: Readonly<Record<string, { state: string; order: string }>> = {
  planned: { state: 'planned,queued,sending', order: 'earliest' },
  sent: { state: 'sent', order: 'latest' },
  open: { state: 'failed,in_doubt', order: 'latest' },
  all: { state: '', order: 'earliest' },
};

/** The reminders of the reader's own side, as a list or as a month; the other side's are never shown. */
export function RemindersPage() {
  const { t } = useTranslation();
  const { get } = useFilters();
  const month = get('view') === 'month';
  return (
    <Page title={t('web-reminders:title')}>
      <RemindersTabs />
      <OpenMatters />
      <Replans />
      <Filters label={t('web-shell:filter')}>
        <FilterChoice
          name="view"
          label={t('web-reminders:view.label')}
          options={[
            { value: '', label: t('web-reminders:view.list') },
            { value: 'month', label: t('web-reminders:view.month') },
          ]}
        />
        {month ? null : (
          <>
            <FilterChoice
              name="show"
              label={t('web-reminders:show.label')}
              options={['', 'sent', 'open', 'all'].map((value) => ({
                value,
                label: t(`web-reminders:show.${value === '' ? 'planned' : value}`),
              }))}
            />
            <FilterSelect
              name="mark"
              label={t('web-reminders:mark.label')}
              options={['', 'late', 'doubted'].map((value) => ({
                value,
                label: t(`web-reminders:mark.${value === '' ? 'all' : value}`),
              }))}
            />
            <SessionFilter />
          </>
        )}
      </Filters>
      {month ? <DeskMonth /> : <Listed />}
    </Page>
  );
}

function Listed() {
  const { get } = useFilters();
  const shown = SHOWN[get('show')] ?? SHOWN['planned'];
  const read = usePages<List<DeskReminder>>('/reminders', {
    ...shown,
    mark: get('mark'),
    session: get('session'),
    post: get('post'),
    from: get('from'),
    to: get('to'),
    limit: '50',
  });
  const { t } = useTranslation();
  if (read.error && !read.data) return <Fault problem={read.error} retry={() => void read.refetch()} />;
  if (!read.data) return <Loading head={false} />;
  const items = read.data.pages.flatMap((page) => page.items);
  return (
    <>
      <DayChosen />
      <div aria-busy={read.isPlaceholderData}>
        {items.length === 0 ? <Empty>{t('web-reminders:none')}</Empty> : <ReminderTable items={items} />}
      </div>
      <More read={read} />
    </>
  );
}

/** The day that the month led to, and the way back to all days. */
function DayChosen() {
  const { t } = useTranslation();
  const lang = useLanguage();
  const [params] = useSearchParams();
  const day = params.get('from') ?? '';
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(day) || day !== params.get('to')) return null;
  const rest = new URLSearchParams(params);
  for (const name of ['from', 'to', 'show']) rest.delete(name);
  return (
    <p className={css.chosen}>
      <span>{t('web-reminders:day', { date: formatDate(day, lang) })}</span>
      <Link to={`?${rest.toString()}`} replace>
        <IconX size={16} stroke={1.8} aria-hidden />
        {t('web-reminders:dayAll')}
      </Link>
    </p>
  );
}

/** Chooses one of the sessions to come; one that was linked to from elsewhere stays in the list. */
function SessionFilter() {
  const { t } = useTranslation();
  const { get } = useFilters();
  const chosen = get('session');
  const sessions = useRead<List<SessionSummary>>('/sessions', { when: 'upcoming', limit: '100' });
  const linked = useRead<SessionDetail>(`/sessions/${chosen}`, {}, chosen !== '');
  const items = sessions.data?.items ?? [];
  const other = linked.data && chosen !== '' && !items.some(({ id }) => id === chosen) ? [linked.data] : [];
  return (
    <FilterSelect
      name="session"
      label={t('web-reminders:session')}
      options={[
        { value: '', label: t('web-shell:all') },
        ...[...items, ...other].map(({ id, title }) => ({ value: id, label: title.text })),
      ]}
    />
  );
}
