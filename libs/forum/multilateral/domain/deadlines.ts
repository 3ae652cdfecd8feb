import { wallClock } from '#core/i18n';
import { addDays, type WorkingCalendar } from '#forum/working-days';
import type { ContributionRow, MeetingRow } from './multilateral.types.js';

export const contributionRules = ['decide', 'text', 'final'] as const;
export type ContributionRule = (typeof contributionRules)[number];

/** domain.md 4, "joint contribution": days from the meeting, and from the organisation's own deadline. */
const offsets = { decide: -60, text: -30, final: -3 } as const;

export interface ContributionDeadline {
  readonly rule: ContributionRule;
  /** Plain day before rolling. */
  readonly raw: string;
  /** Common working day: before-deadlines roll back. */
  readonly date: string;
  readonly passed: boolean;
}

/**
 * The days that follow from a meeting and from a contribution's deadline: derived, never typed (design.md decision 8). The organisation
 * counts its deadline in its own zone, so the day it falls on is the day there.
 * @param today plain day by which `passed` is judged
 */
export function contributionDeadlines(
  meeting: Pick<MeetingRow, 'value' | 'precision'>,
  contribution: Pick<ContributionRow, 'dueAt' | 'zone'>,
  calendar: WorkingCalendar,
  today: string,
): ContributionDeadline[] {
  const due = wallClock(contribution.dueAt, contribution.zone).date;
  return contributionRules.flatMap((rule) => {
    const anchor = rule === 'final' ? due : meeting.precision === 'day' ? meeting.value : null;
    if (anchor === null) return [];
    const date = calendar.derive(anchor, offsets[rule], 'common');
    return [{ rule, raw: addDays(anchor, offsets[rule]), date, passed: date < today }];
  });
}
