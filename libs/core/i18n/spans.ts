import type { Language } from '#core/kernel';
import { formatDate } from './dates.js';
import { formatTimeRange, formatZone, wallClock } from './times.js';

/**
 * From one instant to another as the clocks of a zone show it, with the zone's word and offset:
 * `2027. 5. 18.(화) 10:00~12:00 (KST, UTC+9)`. A span over midnight prints both days. Throws as `formatDateTime` does.
 */
export function formatSpan(from: string, to: string, zone: string, lang: Language): string {
  const [a, b] = [wallClock(from, zone), wallClock(to, zone)];
  const word = `(${formatZone(from, zone, lang)})`;
  if (a.date === b.date) return `${formatDate(a.date, lang)} ${formatTimeRange(a.time, b.time, lang)} ${word}`;
  const dash = lang === 'en' ? ' – ' : '~';
  return `${formatDate(a.date, lang)} ${a.time}${dash}${formatDate(b.date, lang)} ${b.time} ${word}`;
}
