import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ActionSummary } from '../../shared/api/types.js';
import { Illustrative, SideName, State, type Tone } from '../../shared/ui/badges.js';
import { DataTable } from '../../shared/ui/data-table.js';
import { Due } from '../../shared/ui/dates.js';
import { Words } from '../../shared/ui/text.js';
import css from './actions.module.css';

const CLOSED = new Set(['done_confirmed', 'cancelled', 'superseded']);
export const isClosed = (state: string): boolean => CLOSED.has(state);
export const toneOf = (state: string): Tone =>
  state === 'done_confirmed' ? 'done' : state === 'done_claimed' ? 'accent' : state === 'blocked' ? 'amber' : 'plain';

export function ActionTable({
  rows,
  label,
  origin = true,
}: {
  rows: ActionSummary[];
  label: string;
  origin?: boolean;
}) {
  const { t } = useTranslation();
  return (
    <DataTable
      label={label}
      rows={rows}
      idOf={(row) => row.id}
      columns={[
        {
          key: 'title',
          label: t('web-actions:action'),
          main: true,
          cell: (row) => (
            <>
              <Link to={`/actions/${row.id}`}>
                <Words value={row.title} />
              </Link>{' '}
              <Illustrative show={row.illustrative} />
              <span className={css.number}>{row.number}</span>
              {origin && row.session ? (
                <Link to={`/sessions/${row.session.id}`} className={css.origin}>
                  <Words value={row.session.title} marks={false} />
                </Link>
              ) : null}
            </>
          ),
        },
        {
          key: 'owner',
          label: t('web-actions:owner'),
          width: '26%',
          cell: (row) => (
            <span>
              {row.owner.side ? <SideName side={row.owner.side} /> : null}{' '}
              <Words value={row.owner.body} marks={false} /> <Words value={row.owner.title} />
            </span>
          ),
        },
        {
          key: 'due',
          label: t('web-actions:due'),
          width: '18%',
          cell: (row) => <Due date={row.due} days={row.daysLeft} done={isClosed(row.state)} />,
        },
        {
          key: 'state',
          label: t('web-actions:state'),
          width: '8rem',
          cell: (row) => <State tone={toneOf(row.state)}>{t(`actions:states.${row.state}`)}</State>,
        },
      ]}
    />
  );
}
