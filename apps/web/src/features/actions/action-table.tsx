import { formatDate } from '#core/i18n';
import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ActionSummary } from '../../shared/api/types.js';
import { useLanguage } from '../../shared/i18n/language.js';
import { Illustrative, SideName, State } from '../../shared/ui/badges.js';
import { DataTable } from '../../shared/ui/data-table.js';
import { Due } from '../../shared/ui/dates.js';
import { Words } from '../../shared/ui/text.js';
import css from './actions.module.css';
import { isClosed, toneOf } from './words.js';

/** Whose item it is and how urgent, before its title. */
export function ItemMarks({ row }: { row: ActionSummary }) {
  const { t } = useTranslation();
  return (
    <>
      {row.priority === 'high' ? <span className={css.urgent}>{t('web-actions:urgent')}</span> : null}
      {row.internal ? <span className={css.internal}>{t('common:badges.internal')}</span> : null}
      <Illustrative show={row.illustrative} />
    </>
  );
}

export interface Selection {
  readonly chosen: ReadonlySet<string>;
  readonly toggle: (id: string) => void;
}

export function ActionTable({
  rows,
  label,
  origin = true,
  selection,
}: {
  rows: ActionSummary[];
  label: string;
  origin?: boolean;
  selection?: Selection | undefined;
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
            <div className={css.cell}>
              {selection ? (
                <Checkbox
                  className="fd-no-print"
                  checked={selection.chosen.has(row.id)}
                  onChange={() => selection.toggle(row.id)}
                  aria-label={t('web-actions:choose', { title: row.title.text })}
                />
              ) : null}
              <div>
                <Link to={`/actions/${row.id}`}>
                  <Words value={row.title} />
                </Link>{' '}
                <ItemMarks row={row} />
                <span className={css.number}>{row.number}</span>
                {origin && row.session ? (
                  <Link to={`/sessions/${row.session.id}`} className={css.origin}>
                    <Words value={row.session.title} marks={false} />
                  </Link>
                ) : null}
              </div>
            </div>
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
          cell: (row) => (
            <span className={css.stateCell}>
              <State tone={toneOf(row.state)}>{t(`actions:states.${row.state}`)}</State>
              <Until row={row} />
            </span>
          ),
        },
      ]}
    />
  );
}

/** What a state waits for: the day work goes on, or the last day for an answer. */
export function Until({ row }: { row: Pick<ActionSummary, 'expectedOn' | 'answerUntil'> }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const [key, day] = row.expectedOn
    ? (['expectedShort', row.expectedOn] as const)
    : (['answerShort', row.answerUntil] as const);
  return day ? <span className={css.until}>{t(`web-actions:${key}`, { date: formatDate(day, lang) })}</span> : null;
}
