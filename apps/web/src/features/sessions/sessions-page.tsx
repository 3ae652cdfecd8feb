import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { SessionSummary } from '../../shared/api/types.js';
import { Illustrative, Ladder, State } from '../../shared/ui/badges.js';
import { DataTable } from '../../shared/ui/data-table.js';
import { Countdown, SessionDate } from '../../shared/ui/dates.js';
import { FilterChoice, Filters, FilterSelect, useFilters } from '../../shared/ui/filters.js';
import { Page } from '../../shared/ui/page.js';
import { Answer, Empty } from '../../shared/ui/states.js';
import { useMe } from '../../shared/me.js';
import { Words } from '../../shared/ui/text.js';
import { useChannels, useSessions } from './api.js';

export function SessionsPage() {
  const { t } = useTranslation();
  const { get } = useFilters();
  const me = useMe();
  const sessions = useSessions(get('when') || 'upcoming', get('channel'));
  const channels = useChannels();
  return (
    <Page
      title={t('web-sessions:title')}
      aside={
        me?.side && me.roles.includes('secretariat') ? (
          <Link to={get('channel') ? `/sessions/new?channel=${get('channel')}` : '/sessions/new'}>
            {t('web-sessions:new.title')}
          </Link>
        ) : null
      }
    >
      <Filters label={t('web-shell:filter')}>
        <FilterChoice
          name="when"
          label={t('web-sessions:when.label')}
          options={[
            { value: '', label: t('web-sessions:when.upcoming') },
            { value: 'past', label: t('web-sessions:when.past') },
          ]}
        />
        <FilterSelect
          name="channel"
          label={t('web-sessions:channel')}
          options={[
            { value: '', label: t('web-shell:all') },
            ...(channels.data?.items ?? []).map((channel) => ({ value: channel.id, label: channel.name.text })),
          ]}
        />
      </Filters>
      <Answer read={sessions} head={false}>
        {({ items }) => (items.length === 0 ? <Empty>{t('web-sessions:none')}</Empty> : <SessionTable rows={items} />)}
      </Answer>
    </Page>
  );
}

function SessionTable({ rows }: { rows: SessionSummary[] }) {
  const { t } = useTranslation();
  return (
    <DataTable
      label={t('web-sessions:title')}
      rows={rows}
      idOf={(row) => row.id}
      columns={[
        {
          key: 'title',
          label: t('web-sessions:session'),
          main: true,
          cell: (row) => (
            <>
              <Link to={`/sessions/${row.id}`}>
                <Words value={row.title} />
              </Link>{' '}
              <Illustrative show={row.illustrative} />
            </>
          ),
        },
        {
          key: 'date',
          label: t('web-sessions:date'),
          cell: (row) => (
            <>
              <SessionDate session={row} />{' '}
              {row.daysLeft !== null && row.state !== 'postponed' && row.state !== 'cancelled' ? (
                <Countdown days={row.daysLeft} />
              ) : null}
            </>
          ),
        },
        {
          key: 'place',
          label: t('web-sessions:place'),
          cell: (row) => (row.place ? <Words value={row.place} /> : null),
        },
        {
          key: 'level',
          label: t('web-sessions:level'),
          cell: (row) => (
            <Ladder
              level={row.level}
              nominal={row.nominalLevel}
              held={row.state === 'held' || row.state === 'closed'}
            />
          ),
        },
        {
          key: 'state',
          label: t('web-sessions:state'),
          cell: (row) =>
            row.draft ? (
              <State tone="open">{t('web-sessions:draftState')}</State>
            ) : (
              <State>{t(`web-words:sessionState.${row.state}`)}</State>
            ),
        },
      ]}
    />
  );
}
