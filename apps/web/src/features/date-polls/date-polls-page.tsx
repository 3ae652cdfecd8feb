import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMe, useZone } from '../../shared/me.js';
import { Private, State } from '../../shared/ui/badges.js';
import { DataTable } from '../../shared/ui/data-table.js';
import { Moment } from '../../shared/ui/dates.js';
import { FilterChoice, Filters, FilterSelect, useFilters } from '../../shared/ui/filters.js';
import { Page } from '../../shared/ui/page.js';
import { Answer, Empty } from '../../shared/ui/states.js';
import { Words } from '../../shared/ui/text.js';
import { useChannels, usePolls, type PollItem } from './api.js';

const STATES = ['draft', 'open', 'closed', 'decided'];

/** Every poll the reader may see, the newest first, with how far the own side has come. */
export function DatePollsPage() {
  const { t } = useTranslation();
  const { get } = useFilters();
  const me = useMe();
  const polls = usePolls(get('state'), get('channel'));
  const channels = useChannels();
  return (
    <Page
      title={t('web-date-polls:title')}
      aside={
        me?.side ? (
          <Button
            component={Link}
            to={get('channel') ? `/date-polls/new?channel=${get('channel')}` : '/date-polls/new'}
            variant="default"
            leftSection={<IconPlus size={18} aria-hidden />}
          >
            {t('web-date-polls:new')}
          </Button>
        ) : null
      }
    >
      <Filters label={t('web-shell:filter')}>
        <FilterChoice
          name="state"
          label={t('web-date-polls:stateLabel')}
          options={[
            { value: '', label: t('web-shell:all') },
            ...STATES.map((state) => ({ value: state, label: t(`web-date-polls:state.${state}`) })),
          ]}
        />
        <FilterSelect
          name="channel"
          label={t('web-date-polls:channel')}
          options={[
            { value: '', label: t('web-shell:all') },
            ...(channels.data?.items ?? []).map((channel) => ({ value: channel.id, label: channel.name.text })),
          ]}
        />
      </Filters>
      <Answer read={polls} head={false}>
        {({ items }) => (items.length === 0 ? <Empty>{t('web-date-polls:none')}</Empty> : <PollTable rows={items} />)}
      </Answer>
    </Page>
  );
}

function PollTable({ rows }: { rows: PollItem[] }) {
  const { t } = useTranslation();
  const zone = useZone();
  const me = useMe();
  return (
    <DataTable
      label={t('web-date-polls:title')}
      rows={rows}
      idOf={(row) => row.id}
      columns={[
        {
          key: 'title',
          label: t('web-date-polls:poll'),
          main: true,
          cell: (row) => {
            const link = (
              <Link to={`/date-polls/${row.id}`}>
                <Words value={row.session?.title ?? row.channel.name} />
              </Link>
            );
            return row.shared ? link : <Private>{link}</Private>;
          },
        },
        {
          key: 'first',
          label: t('web-date-polls:firstSlot'),
          cell: (row) => row.firstSlot && <Moment at={row.firstSlot} zone={row.zone} />,
        },
        { key: 'slots', label: t('web-date-polls:slots'), cell: (row) => row.slotCount },
        {
          key: 'deadline',
          label: t('web-date-polls:deadline'),
          cell: (row) => <Moment at={row.deadline} zone={zone} />,
        },
        {
          key: 'answers',
          label: t('web-date-polls:ownAnswers'),
          cell: (row) =>
            me?.side && row.asked > 0
              ? t('web-date-polls:progress', { answered: row.answered, asked: row.asked })
              : null,
        },
        {
          key: 'state',
          label: t('web-date-polls:stateLabel'),
          cell: (row) => <PollState poll={row} />,
        },
      ]}
    />
  );
}

export function PollState({ poll }: { poll: Pick<PollItem, 'state' | 'deadlinePassed'> }) {
  const { t } = useTranslation();
  const late = poll.state === 'open' && poll.deadlinePassed;
  return (
    <State tone={poll.state === 'decided' ? 'done' : late ? 'amber' : 'open'}>
      {t(late ? 'web-date-polls:deadlinePassed' : `web-date-polls:state.${poll.state}`)}
    </State>
  );
}
