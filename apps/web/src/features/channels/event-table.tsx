import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Timeline } from '../../shared/api/types.js';
import { Illustrative } from '../../shared/ui/badges.js';
import { DataTable } from '../../shared/ui/data-table.js';
import { KnownDate } from '../../shared/ui/dates.js';
import { Sources } from '../../shared/ui/sources.js';
import { Words } from '../../shared/ui/text.js';
import { marksOf } from './marks.js';

/** The picture as a table: every mark a row, newest first. */
export function EventTable({ timeline }: { timeline: Timeline }) {
  const { t } = useTranslation();
  const rows = timeline.channels
    .flatMap((channel) => marksOf(channel).map((mark) => ({ mark, channel })))
    .sort((a, b) => b.mark.at - a.mark.at);
  return (
    <DataTable
      label={t('web-channels:pictureLabel')}
      rows={rows}
      idOf={({ mark }) => mark.id}
      columns={[
        {
          key: 'date',
          label: t('web-channels:date'),
          width: '13rem',
          cell: ({ mark }) => <KnownDate date={mark.date} />,
        },
        {
          key: 'channel',
          label: t('web-channels:channel'),
          main: true,
          width: '26%',
          cell: ({ mark, channel }) => (
            <>
              <Link to={mark.href}>
                <Words value={channel.name} />
              </Link>{' '}
              <Illustrative show={mark.session?.illustrative ?? false} />
            </>
          ),
        },
        {
          key: 'type',
          label: t('web-channels:event'),
          width: '8rem',
          cell: ({ mark }) => t(`web-words:event.${mark.type}`),
        },
        {
          key: 'text',
          label: t('web-channels:text'),
          cell: ({ mark }) => (
            <span>
              {mark.event?.text ? (
                <Words value={mark.event.text} />
              ) : mark.session ? (
                <Words value={mark.session.title} />
              ) : null}
              {mark.event ? <Sources sources={mark.event.sources} /> : null}
            </span>
          ),
        },
      ]}
    />
  );
}
