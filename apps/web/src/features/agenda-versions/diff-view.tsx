import { useTranslation } from 'react-i18next';
import type { AgendaDiff } from '../../shared/api/types.js';
import { useFilters } from '../../shared/ui/filters.js';
import { Answer } from '../../shared/ui/states.js';
import css from './agenda-versions.module.css';
import { useDiff } from './api.js';
import { RowDiff } from './row-diff.js';

const COUNTS = ['added', 'removed', 'changed', 'moved'] as const;

/** What changed, row by row, in the order of the newer version; what is gone stands where it stood. */
export function DiffView({ sessionId, from, to }: { sessionId: string; from: string; to: string }) {
  const diff = useDiff(sessionId, from, to);
  return (
    <Answer read={diff} head={false} rows={4}>
      {(data) => <Diff diff={data} />}
    </Answer>
  );
}

function Diff({ diff }: { diff: AgendaDiff }) {
  const { t } = useTranslation();
  const { get } = useFilters();
  const untouched = (row: AgendaDiff['items'][number]): boolean => row.change === 'same' && !row.moved;
  const rows = get('rows') === 'all' ? diff.items : diff.items.filter((row) => !untouched(row));
  const names = { from: useVersionName(diff.from), to: useVersionName(diff.to) };
  return (
    <div className={css.diff} aria-live="polite">
      <p className={css.compared}>
        <strong>{t('web-agenda-versions:compared', names)}</strong>
        <span className={css.counts}>
          {COUNTS.filter((kind) => diff.counts[kind] > 0).map((kind) => (
            <span key={kind}>{t(`web-agenda-versions:counts.${kind}`, { count: diff.counts[kind] })}</span>
          ))}
        </span>
      </p>
      {COUNTS.every((kind) => diff.counts[kind] === 0) ? (
        <p>{t('web-agenda-versions:same')}</p>
      ) : (
        <p className={css.legend}>
          <del>{t('web-agenda-versions:legend.removed')}</del> <ins>{t('web-agenda-versions:legend.added')}</ins>
        </p>
      )}
      <ol className={css.rows}>
        {rows.map((row) => (
          <RowDiff key={row.id} row={row} names={names} table={get('as') === 'table'} />
        ))}
      </ol>
      <p className="fd-print-only">
        {[diff.from, diff.to].map((version) => (version ? <span key={version.id}>{version.hash} </span> : null))}
      </p>
    </div>
  );
}

/** A version by its number; without one, the agenda as it stands. */
function useVersionName(version: AgendaDiff['from']): string {
  const { t } = useTranslation();
  return version ? t('web-agenda:version', { n: version.version }) : t('web-agenda-versions:now');
}
