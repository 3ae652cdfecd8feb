import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead } from '../../shared/api/hooks.js';
import type { List, ReminderView } from '../../shared/api/types.js';
import { useMe } from '../../shared/me.js';
import { State, type Tone } from '../../shared/ui/badges.js';
import { DataTable } from '../../shared/ui/data-table.js';
import { Day, Moment } from '../../shared/ui/dates.js';
import { Filters, FilterSelect, useFilters } from '../../shared/ui/filters.js';
import { Page, TabLinks } from '../../shared/ui/page.js';
import { Answer, Empty } from '../../shared/ui/states.js';
import { Words } from '../../shared/ui/text.js';

const STATES = ['planned', 'queued', 'sending', 'sent', 'in_doubt', 'cancelled', 'failed'];
const toneOf = (state: string): Tone =>
  state === 'sent' ? 'done' : state === 'failed' || state === 'in_doubt' ? 'amber' : 'plain';

/** Where a reminder's subject is read. */
const pathOf = (row: ReminderView): string | null => {
  if (row.subjectType.startsWith('action')) return `/actions/${row.subjectId}`;
  return row.subjectType === 'session' ? `/sessions/${row.subjectId}` : null;
};

export function RemindersTabs() {
  const { t } = useTranslation();
  const me = useMe();
  if (!me?.demo) return null;
  return (
    <TabLinks
      label={t('web-reminders:title')}
      tabs={[
        { to: '/reminders', label: t('web-reminders:title') },
        { to: '/mails', label: t('web-reminders:mails.title') },
      ]}
    />
  );
}

/** The reminders of the reader's own side; the other side's are never shown. */
export function RemindersPage() {
  const { t } = useTranslation();
  const { get } = useFilters();
  const reminders = useRead<List<ReminderView>>('/reminders', { state: get('state'), limit: '200' });
  return (
    <Page title={t('web-reminders:title')}>
      <RemindersTabs />
      <Filters label={t('web-shell:filter')}>
        <FilterSelect
          name="state"
          label={t('web-reminders:state')}
          options={[
            { value: '', label: t('web-shell:all') },
            ...STATES.map((state) => ({ value: state, label: t(`reminders:states.${state}`) })),
          ]}
        />
      </Filters>
      <Answer read={reminders} head={false}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>{t('web-reminders:none')}</Empty>
          ) : (
            <DataTable
              label={t('web-reminders:title')}
              rows={items}
              idOf={(row) => row.id}
              columns={[
                {
                  key: 'title',
                  label: t('web-reminders:subject'),
                  main: true,
                  cell: (row) => {
                    const path = pathOf(row);
                    return path ? (
                      <Link to={path}>
                        <Words value={row.title} />
                      </Link>
                    ) : (
                      <Words value={row.title} />
                    );
                  },
                },
                {
                  key: 'due',
                  label: t('web-reminders:dueAt'),
                  cell: (row) => <Moment at={row.sentAt ?? row.dueAt} zone={row.zone} />,
                },
                { key: 'date', label: t('web-reminders:ruleDate'), cell: (row) => <Day date={row.ruleDate} /> },
                {
                  key: 'to',
                  label: t('web-reminders:recipient'),
                  cell: (row) => <Words value={row.recipient.title} />,
                },
                {
                  key: 'state',
                  label: t('web-reminders:state'),
                  cell: (row) => <State tone={toneOf(row.state)}>{t(`reminders:states.${row.state}`)}</State>,
                },
              ]}
            />
          )
        }
      </Answer>
    </Page>
  );
}
