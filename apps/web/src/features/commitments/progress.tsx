import { useTranslation } from 'react-i18next';
import type { CommitmentSummary } from '../../shared/api/types.js';
import type { Tone } from '../../shared/ui/badges.js';
import css from './commitments.module.css';

export type Group = 'kept' | 'moving' | 'ended' | 'unknown';
export const GROUPS: readonly Group[] = ['kept', 'moving', 'ended', 'unknown'];

export const groupOf = (status: string): Group => {
  if (status === 'fulfilled' || status === 'fulfilled_differently') return 'kept';
  if (status === 'unknown') return 'unknown';
  return ['lapsed', 'superseded', 'closed_with_event'].includes(status) ? 'ended' : 'moving';
};

export const toneOf = (status: string): Tone => {
  const group = groupOf(status);
  if (group === 'kept') return 'done';
  return status === 'proposed' ? 'open' : group === 'moving' ? 'accent' : 'plain';
};

/** Commitments by group, out of those by status. */
export function sumsOf(counts: Record<string, number>): Record<Group, number> {
  const sums: Record<Group, number> = { kept: 0, moving: 0, ended: 0, unknown: 0 };
  for (const [status, count] of Object.entries(counts)) if (STATUSES.has(status)) sums[groupOf(status)] += count;
  return sums;
}

/** Promises by status; what only one side intends or proposes is none that both would have to keep (domain.md 1.7). */
export function countsOf(list: readonly CommitmentSummary[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status, chapeau } of list) if (!chapeau) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

/** How far a set of commitments has come, as one bar and in numbers. `counts` is by status. */
export function Progress({ counts }: { counts: Record<string, number> }) {
  const { t } = useTranslation();
  const known = sumsOf(counts);
  const sums = GROUPS.map((group) => ({ group, count: known[group] }));
  const total = sums.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return null;
  return (
    <div className={css.progress}>
      <span className={css.bar} aria-hidden>
        {sums.map(({ group, count }) =>
          count > 0 ? <span key={group} data-group={group} style={{ flexGrow: count }} /> : null,
        )}
      </span>
      <span className={css.numbers}>
        {sums
          .filter(({ count }) => count > 0)
          .map(({ group, count }) => (
            <span key={group} data-group={group}>
              {t(`web-commitments:group.${group}`)} {count}
            </span>
          ))}
      </span>
    </div>
  );
}

export const STATUSES: ReadonlySet<string> = new Set([
  'proposed',
  'recorded',
  'assigned',
  'in_progress',
  'fulfilled',
  'fulfilled_differently',
  'partly',
  'lapsed',
  'superseded',
  'closed_with_event',
  'unknown',
]);
