import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { sortByText } from '#core/i18n';
import type { ChannelSummary } from '../../shared/api/types.js';
import { useLanguage } from '../../shared/i18n/language.js';
import { Illustrative, Ladder } from '../../shared/ui/badges.js';
import { DataTable } from '../../shared/ui/data-table.js';
import { Day, KnownDate } from '../../shared/ui/dates.js';
import { Empty } from '../../shared/ui/states.js';
import { Words } from '../../shared/ui/text.js';
import { ChannelState } from './channel-state.js';

export function ChannelTable({ rows }: { rows: ChannelSummary[] }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  if (rows.length === 0) return <Empty />;
  return (
    <DataTable
      label={t('web-channels:title')}
      rows={sortByText(rows, lang, (row) => ({ text: row.name.text }))}
      idOf={(row) => row.id}
      columns={[
        {
          key: 'name',
          label: t('web-channels:channel'),
          main: true,
          cell: (row) => (
            <>
              <Link to={`/channels/${row.id}`}>
                <Words value={row.name} />
              </Link>{' '}
              <Illustrative show={row.illustrative} />
            </>
          ),
        },
        { key: 'level', label: t('web-channels:nominalLevel'), cell: (row) => <Ladder level={row.nominalLevel} /> },
        {
          key: 'state',
          label: t('web-channels:state'),
          cell: (row) => <ChannelState channel={row} />,
        },
        {
          key: 'last',
          label: t('web-channels:lastHeld'),
          cell: (row) => (row.lastHeld ? <KnownDate date={row.lastHeld.date} /> : null),
        },
        {
          key: 'next',
          label: t('web-channels:next'),
          cell: (row) =>
            row.nextSession ? (
              <Link to={`/sessions/${row.nextSession.sessionId}`}>
                <Day date={row.nextSession.date} />
              </Link>
            ) : null,
        },
      ]}
    />
  );
}
