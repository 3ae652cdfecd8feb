export {
  createI18n,
  createTranslator,
  type Catalogue,
  type Catalogues,
  type I18nOptions,
  type MessageParams,
  type Translate,
  type Translator,
} from './translator.js';
export { negotiateLanguage } from './negotiate.js';
export { isDate, parseDate, type CalendarDate, type PartialDate } from './calendar-date.js';
export {
  fiscalYear,
  formatDate,
  formatDateRange,
  formatFiscalYear,
  formatPartialDate,
  formatWeekday,
  type DateOptions,
} from './dates.js';
export { eraYear } from './eras.js';
export {
  formatDateTime,
  formatTime,
  formatTimeIn,
  formatTimeRange,
  formatZone,
  instantOf,
  sameWallClock,
  wallClock,
  zoneName,
  type WallClock,
} from './times.js';
export { formatSpan } from './spans.js';
export { formatCountdown, formatDayOffset, formatDayOffsets, formatDueCountdown } from './countdowns.js';
export { formatBand, formatFileSize, formatFrequency, formatList, formatNumber } from './numbers.js';
export {
  formatName,
  formatNameWithTitle,
  formatPerson,
  type MarkedText,
  type NameParts,
  type PersonLine,
  type PersonName,
} from './people.js';
export { collator, compareTexts, sortByText, type SortKey } from './collation.js';
