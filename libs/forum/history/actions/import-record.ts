import { newId, type Actor } from '#core/kernel';
import type { Database } from '#platform/database';
import { seedGlossary, type ListFiles } from '#forum/glossary';
import { seedDemoAccounts } from '#forum/identity';
import type { TakeOverCounts } from '#forum/provenance';
import { seedHolidays } from '#forum/working-days';
import { checkHistory, checkLinks } from '../domain/check-history.js';
import { historyErrors } from '../domain/history.errors.js';
import type { History } from '../domain/history.schema.js';
import type { RecordLinks } from '../domain/links.schema.js';
import { recordImported } from '../history.events.js';
import { importSteps, runSteps } from './import-steps.js';
import { loadIllustrativeActions } from './load-illustrative-actions.js';

export interface ImportInput {
  /** Text of the record file and of the reviewed links that go with it, both JSON. */
  readonly record: string;
  readonly links: string;
  /** Also makes the demo accounts and their posts. */
  readonly demo: boolean;
  /** The list of agreed terms; without it the glossary stays as it is. */
  readonly terms?: ListFiles | undefined;
  readonly onProgress?: ((done: number, total: number, part: string) => void) | undefined;
}

/** What became of the file's rows, over all tables, and table by table. */
export interface ImportReport extends TakeOverCounts {
  readonly tables: Readonly<Record<string, TakeOverCounts>>;
  readonly demoAccounts: number;
}

/**
 * Reads the record and the links that go with it, without a database.
 * @throws history.fileFaulty with every fault in its fields
 */
export function readRecord(
  record: string,
  linksText: string,
): { readonly history: History; readonly links: RecordLinks } {
  const checked = checkHistory(record);
  if ('faults' in checked) throw historyErrors.fileFaulty({ count: checked.faults.length }, checked.faults);
  const linked = checkLinks(linksText, checked.ids);
  if ('faults' in linked) throw historyErrors.fileFaulty({ count: linked.faults.length }, linked.faults);
  return { history: checked.history, links: linked.links };
}

/** The system itself: the import belongs to no side. */
const SYSTEM: Actor = {
  userId: '00000000-0000-7000-8000-000000000000',
  side: null,
  roles: [],
  postIds: [],
  language: 'en',
  databaseRole: 'forum_worker',
};

/**
 * Takes a record file over, in one transaction; a second time changes nothing, and what people changed since stays.
 * @throws history.fileFaulty with every fault of the file in its fields; nothing is changed
 */
export async function importRecord(database: Database, input: ImportInput): Promise<ImportReport> {
  const { history, links } = readRecord(input.record, input.links);
  const total = importSteps.length + 3;
  let done = 0;
  const told = (part: string): void => input.onProgress?.(done++, total, part);
  return database.runInTx(SYSTEM, async (tx) => {
    // One import at a time; a second one waits and then finds nothing to do.
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('history.import', 0))`);
    const tables = await runSteps(tx, history, links, told);
    told('holiday');
    const holidays = await seedHolidays(tx);
    const demoAccounts = input.demo ? await seedDemoAccounts(tx) : 0;
    told('term');
    const terms = input.terms ? await seedGlossary(tx, input.terms) : 0;
    told('illustrative');
    const actions = await loadIllustrativeActions(tx, history);
    const counts = sum([...tables.values()]);
    counts.inserted += actions;
    if (counts.inserted + counts.updated > 0) {
      await tx.publish(
        recordImported,
        { inserted: counts.inserted, updated: counts.updated },
        { audience: 'joint', subjectType: 'record', subjectId: newId() },
      );
    }
    told('done');
    const all = {
      ...Object.fromEntries(tables),
      action_item: counted(actions),
      holiday: counted(holidays),
      term: counted(terms),
    };
    return { ...counts, tables: all, demoAccounts };
  });
}

function sum(parts: readonly TakeOverCounts[]): TakeOverCounts {
  return parts.reduce(
    (all, part) => ({
      inserted: all.inserted + part.inserted,
      updated: all.updated + part.updated,
      unchanged: all.unchanged + part.unchanged,
      kept: all.kept + part.kept,
    }),
    counted(0),
  );
}

const counted = (inserted: number): TakeOverCounts => ({ inserted, updated: 0, unchanged: 0, kept: 0 });
