import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead } from '../../shared/api/hooks.js';
import type { List, ReminderView, SessionDetail, SessionSummary } from '../../shared/api/types.js';
import { useMe } from '../../shared/me.js';
import { State, type Tone } from '../../shared/ui/badges.js';
import { DataTable } from '../../shared/ui/data-table.js';
import { Day, Moment } from '../../shared/ui/dates.js';
import { Filters, FilterSelect, useFilters } from '../../shared/ui/filters.js';
import { Page, TabLinks } from '../../shared/ui/page.js';
import { Answer, Empty } from '../../shared/ui/states.js';
import { Words } from '../../shared/ui/text.js';
import css from './reminders.module.css';

const STATES = ['planned', 'queued', 'sending', 'sent', 'in_doubt', 'cancelled', 'failed'];
const toneOf = (state: string): Tone =>
  state === 'sent' ? 'done' : state === 'failed' || state === 'in_doubt' ? 'amber' : 'plain';

/** What a reminder says, in a word or two: a deadline by its own name, marked where the heads are told. */
const kindOf = (rule: string, t: TFunction): string => {
  const deadline = rule.replace(/-overdue$/u, '');
  const words = t([`web-words:rule.${deadline}`, `reminders:rules.${rule}`]);
  return deadline === rule ? words : t('reminders:overdue', { rule: words });
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
  const reminders = useRead<List<ReminderView>>('/reminders', {
    state: get('state'),
    session: get('session'),
    limit: '200',
  });
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
        <SessionFilter />
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
                  cell: (row) => (
                    <Link to={row.path}>
                      <Words value={row.title} />
                    </Link>
                  ),
                },
                { key: 'kind', label: t('web-reminders:kind'), cell: (row) => kindOf(row.rule, t) },
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
                  cell: (row) => (
                    <>
                      <State tone={toneOf(row.state)}>{t(`reminders:states.${row.state}`)}</State>
                      <Reason code={row.reason} />
                    </>
                  ),
                },
              ]}
            />
          )
        }
      </Answer>
    </Page>
  );
}

/** Why a reminder was not sent. What the mail server said is for the operator's log. */
function Reason({ code }: { code: string | null }) {
  const { t } = useTranslation();
  if (!code?.startsWith('reminders.')) return null;
  return <p className={css.reason}>{t(code.replace('.', ':errors.'))}</p>;
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
