import { readFile } from 'node:fs/promises';
import { createTranslator } from '#core/i18n';
import { DomainError, LANGUAGES } from '#core/kernel';
import { installCatalogues } from '#platform/catalogues';
import { loadConfigOrExit } from '#platform/config';
import { Database, migrate } from '#platform/database';
import { describeDatabaseError, EmbeddedDatabaseError, startEmbeddedDatabase } from '#platform/embedded-database';
import { historyErrors, importRecord, linksFile, readRecord } from '#forum/history';
import { progressWriter, refusalLines, reportLines } from './record-output.js';

/**
 * `npm run import -- FILE`: takes another edition of the record over into a migrated database. Without DATABASE_URL it opens the embedded
 * database, brings it to this version first, and needs it not to be in use by a running desk. Exit codes: 0 done, 1 refused (nothing was changed), 2 used wrongly.
 */
installCatalogues();
const config = loadConfigOrExit();
const file = process.argv[2];
if (file === undefined || process.argv.length > 3)
  end(
    LANGUAGES.map((language) => createTranslator(language).t('history:import.usage')),
    2,
  );
else await run(file);

/** The file is judged before anything is opened: a wrong one touches nothing. */
async function run(path: string): Promise<void> {
  try {
    const record = await readFile(path, 'utf8').catch((cause: unknown) => {
      throw historyErrors.unreadable({ file: path }, [], { cause });
    });
    const links = linksFile();
    readRecord(record, links);
    const report = await withDatabase((database) =>
      importRecord(database, { record, links, demo: false, onProgress: progressWriter(process.stdout) }),
    );
    process.stdout.write(`${reportLines(report).join('\n')}\n`);
  } catch (error) {
    if (error instanceof EmbeddedDatabaseError) end(describeDatabaseError(error).split('\n'), 1);
    else if (error instanceof DomainError) end(refusalLines(error), 1);
    else throw error;
  }
}

async function withDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const embedded = config.databaseUrl === null ? await startEmbeddedDatabase(config.dataDir) : null;
  const database = new Database({ url: config.databaseUrl ?? embedded?.appUrl ?? '', poolSize: 1 });
  try {
    if (embedded) await migrate({ migrationUrl: embedded.migrationUrl, appUrl: embedded.appUrl });
    await assertMigrated(database);
    return await work(database);
  } finally {
    await database.close();
    await embedded?.stop();
  }
}

/** @throws history.notMigrated when the tables are not there */
async function assertMigrated(database: Database): Promise<void> {
  const found = await database
    .readAs('forum_worker')
    .query<{ there: boolean }>(`select to_regclass('forum.record_import') is not null as there`)
    .catch(() => []);
  if (found[0]?.there !== true) throw historyErrors.notMigrated();
}

function end(lines: readonly string[], code: number): void {
  process.stderr.write(`${lines.join('\n')}\n`);
  process.exitCode = code;
}
