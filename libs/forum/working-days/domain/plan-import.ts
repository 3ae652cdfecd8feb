import { commonErrors, type Side } from '#core/kernel';
import { citationOf, gazetteLanguage, namesOf, renamed } from './day-names.js';
import type { FileRow, RowFault } from './holiday-file.js';
import {
  HOLIDAY_KINDS,
  HOLIDAY_STATUSES,
  type HolidayKind,
  type HolidayRecord,
  type HolidayStatus,
} from './holiday.types.js';
import { isPlainDay } from './plain-day.js';
import { isWithinReach, REACH } from './reach.js';
import { workingDaysErrors } from './working-days.errors.js';

/** What the import of one row does. `changed` keeps the identity of the known day. */
export type RowPlan = { readonly row: FileRow } & (
  | { readonly outcome: 'added'; readonly day: Omit<HolidayRecord, 'id' | 'origin' | 'withdrawn' | 'version'> }
  | { readonly outcome: 'changed'; readonly day: HolidayRecord; readonly fields: readonly ChangedField[] }
  | { readonly outcome: 'unchanged'; readonly day: HolidayRecord }
  | { readonly outcome: 'refused'; readonly fault: RowFault }
);

export type ChangedField = 'kind' | 'status' | 'name' | 'citation';

interface KnownWords {
  readonly kind: HolidayKind;
  readonly status: HolidayStatus;
}

/** Judges the rows of a file against one side's table, in the order of the file. Days that the file does not name stay as they are. */
export function planImport(side: Side, known: readonly HolidayRecord[], rows: readonly FileRow[]): RowPlan[] {
  const lines = new Map<string, number>();
  return rows.map((row) => {
    const words = rowFault(side, row);
    if ('code' in words) return { row, outcome: 'refused', fault: words };
    const match = findKnown(known, row, words.kind);
    const rule = match?.rule ?? (row.rule || `person.${words.kind}`);
    const key = `${row.date} ${rule}`;
    const before = lines.get(key);
    if (before !== undefined) return refused(row, workingDaysErrors.rowTwice({ line: before }));
    lines.set(key, row.line);
    return match ? planKnown(row, match, words) : planNew(side, row, rule, words);
  });
}

/** The day a row means: by rule when it names one, else the one of its kind on that date, else the only one on that date. */
function findKnown(known: readonly HolidayRecord[], row: FileRow, kind: HolidayKind): HolidayRecord | undefined {
  const onDate = known.filter(({ date }) => date === row.date);
  if (row.rule) return onDate.find(({ rule }) => rule === row.rule);
  const ofKind = onDate.filter((day) => day.kind === kind);
  const named = ofKind.find(({ name }) => name[name.source]?.text === row.names[name.source]);
  return named ?? ofKind[0] ?? (onDate.length === 1 ? onDate[0] : undefined);
}

function planNew(side: Side, row: FileRow, rule: string, words: KnownWords): RowPlan {
  if (words.kind === 'temporary' && row.citation === '') return refused(row, workingDaysErrors.citationNeeded());
  const citation = citationOf(side, null, row.citation);
  return {
    row,
    outcome: 'added',
    day: { side, date: row.date, rule, ...words, name: namesOf(side, row.names), citation },
  };
}

function planKnown(row: FileRow, known: HolidayRecord, words: KnownWords): RowPlan {
  if (known.withdrawn) return refused(row, workingDaysErrors.dayWithdrawn());
  const name = renamed(known.name, row.names);
  const citation = row.citation === '' ? known.citation : citationOf(known.side, known.citation, row.citation);
  const fields: ChangedField[] = [
    ...(words.kind === known.kind ? [] : (['kind'] as const)),
    ...(words.status === known.status ? [] : (['status'] as const)),
    ...(name === known.name ? [] : (['name'] as const)),
    ...(citation === known.citation ? [] : (['citation'] as const)),
  ];
  if (fields.length === 0) return { row, outcome: 'unchanged', day: known };
  if (words.kind === 'temporary' && !citation) return refused(row, workingDaysErrors.citationNeeded());
  return { row, outcome: 'changed', day: { ...known, ...words, name, citation, origin: 'person' }, fields };
}

/** The kind and status of a row that can be taken at all, or why it cannot. */
function rowFault(side: Side, row: FileRow): KnownWords | RowFault {
  if (row.fault) return row.fault;
  if (!isPlainDay(row.date)) return faultOf(commonErrors.notADate());
  if (!isWithinReach(row.date)) return faultOf(workingDaysErrors.dateOutOfReach({ date: row.date, ...REACH }));
  const kind = HOLIDAY_KINDS.find((word) => word === row.kind);
  if (!kind) return faultOf(commonErrors.notInList({ allowed: HOLIDAY_KINDS.join(', ') }));
  const status = HOLIDAY_STATUSES.find((word) => word === row.status);
  if (!status) return faultOf(commonErrors.notInList({ allowed: HOLIDAY_STATUSES.join(', ') }));
  if (!/^[a-z0-9.-]{0,60}$/u.test(row.rule)) return faultOf(workingDaysErrors.ruleMalformed());
  const lang = gazetteLanguage(side);
  if (!row.names[lang]) return faultOf(workingDaysErrors.ownNameMissing({ lang }));
  return { kind, status };
}

const faultOf = ({ code, params }: RowFault): RowFault => ({ code, params });
const refused = (row: FileRow, fault: RowFault): RowPlan => ({ row, outcome: 'refused', fault: faultOf(fault) });
