import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Skeleton } from '@mantine/core';
import { Link } from 'react-router';
import { Section } from '../../shared/ui/page.js';
import { Answer, Empty } from '../../shared/ui/states.js';
import { Words } from '../../shared/ui/text.js';
import { useProgress, type ProgressRow } from './api.js';
import css from './commitments.module.css';
import { CommitmentsFrame } from './frame.js';
import { GROUPS, sumsOf } from './progress.js';

const ProgressChart = lazy(() => import('./progress-chart.js'));

/** How far promises have come, by text, year and topic: a picture, and beside it a table with the same numbers. */
export function ProgressPage() {
  const { t } = useTranslation();
  const progress = useProgress();
  return (
    <CommitmentsFrame title={t('web-commitments:view.progress')}>
      <p className={css.count}>{t('web-commitments:progress.lead')}</p>
      <Answer read={progress} head={false}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty>{t('web-commitments:none')}</Empty>
          ) : (
            (['instrument', 'year', 'topic'] as const).map((by) => (
              <Section key={by} title={t(`web-commitments:progress.by.${by}`)}>
                <Breakdown by={by} rows={rows.filter((row) => row.by === by)} />
              </Section>
            ))
          )
        }
      </Answer>
    </CommitmentsFrame>
  );
}

function Breakdown({ by, rows }: { by: ProgressRow['by']; rows: ProgressRow[] }) {
  const { t } = useTranslation();
  const nameOf = (row: ProgressRow): string => row.name?.text ?? row.key ?? t(`web-commitments:progress.without.${by}`);
  const drawn = rows.filter(({ agreed }) => agreed > 0);
  return (
    <>
      {drawn.length > 0 ? (
        <div className={`${css.chart} fd-no-print`}>
          <Suspense fallback={<Skeleton height={drawn.length * 40 + 80} />}>
            <ProgressChart
              label={t('web-commitments:progress.picture', { by: t(`web-commitments:progress.by.${by}`) })}
              rows={drawn.map((row) => ({ name: nameOf(row), ...sumsOf(row.counts) }))}
            />
          </Suspense>
        </div>
      ) : null}
      <div className={css.scroll} role="region" aria-label={t(`web-commitments:progress.by.${by}`)} tabIndex={0}>
        <table className={css.table}>
          <caption className="fd-hidden">{t(`web-commitments:progress.by.${by}`)}</caption>
          <thead>
            <tr>
              <th scope="col">{t(`web-commitments:progress.head.${by}`)}</th>
              {GROUPS.map((group) => (
                <th key={group} scope="col">
                  {t(`web-commitments:group.${group}`)}
                </th>
              ))}
              <th scope="col">{t('web-commitments:progress.agreed')}</th>
              <th scope="col">{t('web-commitments:progress.others')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const sums = sumsOf(row.counts);
              return (
                <tr key={row.key ?? 'none'}>
                  <th scope="row">
                    <Name row={row} name={nameOf(row)} />
                  </th>
                  {GROUPS.map((group) => (
                    <td key={group}>{sums[group]}</td>
                  ))}
                  <td>{row.agreed}</td>
                  <td>{row.others}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** Each row leads to the promises it counts. */
function Name({ row, name }: { row: ProgressRow; name: string }) {
  const shown = row.name ? <Words value={row.name} marks={false} /> : name;
  return row.key === null ? shown : <Link to={`/commitments/list?${row.by}=${row.key}`}>{shown}</Link>;
}
