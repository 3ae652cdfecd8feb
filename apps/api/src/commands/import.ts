import { readFile } from 'node:fs/promises';
import { createTranslator } from '#core/i18n';
import { DomainError, LANGUAGES } from '#core/kernel';
import { installCatalogues } from '#platform/catalogues';
import { loadConfigOrExit } from '#platform/config';
import { Database } from '#platform/database';
import { describeDatabaseError, EmbeddedDatabaseError, startEmbeddedDatabase } from '#platform/embedded-database';
import { historyErrors, importRecord, linksFile } from '#forum/history';
import { progressWriter, refusalLines, reportLines } from './record-output.js';

/**
 * `npm run import -- FILE`: takes another edition of the record over into a migrated database. Without DATABASE_URL it opens the embedded
 * database, which must not be in use by a running desk. Exit codes: 0 done, 1 refused (nothing was changed), 2 used wrongly.
 */
installCatalogues();
const config = loadConfigOrExit();
const file = process.argv[2];
if (file === undefined || process.argv.length > 3) end(LANGUAGES.map((language) => createTranslator(language).t('history:import.usage')), 2);
else await run(file);

async function run(path: string): Promise<void> {
  const embedded = config.databaseUrl === null ? await startEmbeddedDatabase(config.dataDir).catch(refuse) : null;
  const database = new Database({ url: config.databaseUrl ?? embedded?.appUrl ?? '', entities: [], poolSize: 1 });
  try {
    const record = await readFile(path, 'utf8').catch((cause: unknown) => {
      throw historyErrors.unreadable({ file: path }, [], { cause });
    });
    const report = await importRecord(database, { record, links: linksFile(), demo: false, onProgress: progressWriter(process.stdout) });
    process.stdout.write(`${reportLines(report).join('\n')}\n`);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    end(refusalLines(error), 1);
  } finally {
    await database.close();
    await embedded?.stop();
  }
}

function refuse(error: unknown): never {
  if (!(error instanceof EmbeddedDatabaseError)) throw error;
  end(describeDatabaseError(error).split('\n'), 1);
  process.exit();
}

function end(lines: readonly string[], code: number): void {
  process.stderr.write(`${lines.join('\n')}\n`);
  process.exitCode = code;
}
