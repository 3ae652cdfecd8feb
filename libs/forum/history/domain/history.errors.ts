import { defineErrors, type FieldFault } from '#core/kernel';
import type { HistoryFault } from './rule.types.js';

/** Faults of a record file, one code each; texts in `history:errors.*`. */
const faults = {
  notJson: 422,
  missing: 422,
  unknownField: 422,
  notObject: 422,
  notList: 422,
  notText: 422,
  badText: 422,
  emptyText: 422,
  tooLong: 422,
  notNumber: 422,
  notYesNo: 422,
  notOneOf: 422,
  missingLanguage: 422,
  badDate: 422,
  badPrecision: 422,
  endsBeforeStart: 422,
  badId: 422,
  duplicateId: 422,
  unknownId: 422,
  illustrativeOutside: 422,
  illustrativeUnmarked: 422,
  emptyList: 422,
  badBand: 422,
  unknownArea: 422,
  renameWithoutEvent: 422,
  selfReference: 422,
  areaWithoutInstrument: 422,
} as const satisfies Record<HistoryFault, 422>;

/** `fileFaulty` carries every fault in its fields; nothing of the file is taken over. */
export const historyErrors = defineErrors('history', { ...faults, fileFaulty: 422, unreadable: 422, notMigrated: 503 });

/** One fault of a file at its JSON path. */
export function faultAt(code: HistoryFault, path: string, params?: Record<string, string | number>): FieldFault {
  return { path, code: historyErrors[code].code, ...(params === undefined ? {} : { params }) };
}
