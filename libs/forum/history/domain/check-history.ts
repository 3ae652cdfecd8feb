import type { FieldFault } from '#core/kernel';
import { historySchema, type History } from './history.schema.js';
import { linksSchema, type RecordLinks } from './links.schema.js';
import { readFile } from './read-file.js';
import { relationFaults } from './relation-faults.js';

/** Either the whole record, or everything that is wrong with the file. */
export type Checked =
  { readonly history: History; readonly ids: ReadonlySet<string> } | { readonly faults: readonly FieldFault[] };

/** Reads the text of a record file; every fault at once, in the order of the file's fields. Pure: touches nothing. */
export function checkHistory(fileText: string): Checked {
  const { value, faults, declared } = readFile(fileText, historySchema);
  const all = value === null ? faults : [...faults, ...relationFaults(value)];
  return value === null || all.length > 0 ? { faults: all } : { history: value, ids: declared };
}

/** Reads the reviewed links that go with a record; a link to a row that the record does not have is a fault. */
export function checkLinks(
  fileText: string,
  ids: ReadonlySet<string>,
): { readonly links: RecordLinks } | { readonly faults: readonly FieldFault[] } {
  const { value, faults } = readFile(fileText, linksSchema, ids);
  return value === null || faults.length > 0 ? { faults } : { links: value };
}
