import { historicText } from '#core/kernel';
import type { Holiday, RuleHoliday } from './holiday.types.js';

/** A day given by the rules in the shape in which it is stored: the keeping country's language is the source of its name. */
export function asStored({ side, date, kind, status, names }: RuleHoliday): Holiday {
  return { side, date, kind, status, name: historicText(names, side === 'kr' ? 'ko' : 'ja') };
}
