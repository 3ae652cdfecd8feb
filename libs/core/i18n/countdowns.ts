import type { Language } from '#core/kernel';

/**
 * Days until a session, as each side writes it (domain.md 6): `D-30`, `開催30日前`, `30 days before`; on the day `D-day`, `本日開催`,
 * `today`; afterwards (negative) `D+7`, `開催7日後`, `7 days after`.
 */
export function formatCountdown(days: number, lang: Language): string {
  const count = Math.abs(days);
  switch (lang) {
    case 'ko':
      return dDay(days);
    case 'ja':
      if (days === 0) return '本日開催';
      return days > 0 ? `開催${count}日前` : `開催${count}日後`;
    case 'en':
      if (days === 0) return 'today';
      return `${dayWord(count)} ${days > 0 ? 'before' : 'after'}`;
  }
}

/** Days until something is due: `D-30`, `残り30日`, `30 days left`; `D-day`, `本日期限`, `due today`; `D+7`, `期限超過7日`, `7 days late`. */
export function formatDueCountdown(days: number, lang: Language): string {
  const count = Math.abs(days);
  switch (lang) {
    case 'ko':
      return dDay(days);
    case 'ja':
      if (days === 0) return '本日期限';
      return days > 0 ? `残り${count}日` : `期限超過${count}日`;
    case 'en':
      if (days === 0) return 'due today';
      return `${dayWord(count)} ${days > 0 ? 'left' : 'late'}`;
  }
}

/** Days from a rule date: `D-7`, `7日前`, `7 days before`; `D-day`, `当日`, `on the day`; `D+1`, `1日後`, `1 day after`. */
export function formatDayOffset(offset: number, lang: Language): string {
  const count = Math.abs(offset);
  switch (lang) {
    case 'ko':
      return dDay(-offset);
    case 'ja':
      if (offset === 0) return '当日';
      return offset < 0 ? `${count}日前` : `${count}日後`;
    case 'en':
      if (offset === 0) return 'on the day';
      return `${dayWord(count)} ${offset < 0 ? 'before' : 'after'}`;
  }
}

/** Several days from a rule date, earliest first: `D-7 · D-1 · D-day`, `7・1日前・当日`, `7, 1 days before · on the day`. */
export function formatDayOffsets(offsets: readonly number[], lang: Language): string {
  if (lang === 'ko') return offsets.map((offset) => formatDayOffset(offset, lang)).join(' · ');
  const runs = [offsets.filter((day) => day < 0), offsets.filter((day) => day === 0), offsets.filter((day) => day > 0)];
  return runs
    .flatMap((run) => {
      const last = run.at(-1);
      if (last === undefined) return [];
      const counts = run.map((day) => String(Math.abs(day)));
      if (run.length === 1) return [formatDayOffset(last, lang)];
      if (lang === 'ja') return [`${counts.join('・')}日${last < 0 ? '前' : '後'}`];
      return [`${counts.join(', ')} days ${last < 0 ? 'before' : 'after'}`];
    })
    .join(lang === 'ja' ? '・' : ' · ');
}

function dDay(days: number): string {
  if (days === 0) return 'D-day';
  return days > 0 ? `D-${days}` : `D+${-days}`;
}

const dayWord = (count: number): string => (count === 1 ? '1 day' : `${count} days`);
