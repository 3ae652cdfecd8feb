import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Failure } from './failure.mjs';
import { runCommand } from './child.mjs';
import { entry } from './paths.mjs';
import { loadPlatform } from './transpile.mjs';

/**
 * Starts the embedded database; null when DATABASE_URL names another.
 * @param {{ dataDir: string, databaseUrl: string | null }} config
 * @param {import('./progress.mjs').Progress} progress
 * @throws {Failure}
 */
export async function openDatabase(config, progress) {
  if (config.databaseUrl !== null) return null;
  const { startEmbeddedDatabase, EmbeddedDatabaseError, describeDatabaseError } =
    await loadPlatform('embedded-database');
  const words = {
    creating: 'creating it',
    starting: 'starting it',
    stoppedLeftover: 'stopped one left over from a killed start',
  };
  return await progress.step('database', async (note) => {
    const end = performance.now() + 3_000;
    for (;;) {
      try {
        return await startEmbeddedDatabase(config.dataDir, (event, detail) => {
          if (event === 'movedAside') progress.line(`  ! an incomplete database was moved to ${detail}`);
          else note(words[event], event !== 'starting' && event !== 'creating');
        });
      } catch (error) {
        if (!(error instanceof EmbeddedDatabaseError)) throw error;
        // A start that was just told to end may hold the folder for a moment more.
        if (error.code !== 'folderInUse' || performance.now() > end) throw new Failure(describeDatabaseError(error));
        note('the folder is still in use');
        await pause(200);
      }
    }
  });
}

/** The environment of the commands that change the schema or load data: they know the owner. */
export function commandEnvironment(config, database) {
  return {
    ...process.env,
    DATABASE_URL: database?.appUrl ?? config.databaseUrl,
    DATABASE_MIGRATION_URL: database?.migrationUrl ?? config.databaseMigrationUrl,
    DATA_DIR: config.dataDir,
    DEMO_MODE: config.demoMode ? 'on' : 'off',
  };
}

/** Brings the database to this version. @throws {Failure} and changes nothing when the database is newer */
export async function migrate(config, database, progress, signal) {
  await progress.step('migrate', async (note) => {
    try {
      const said = await runCommand(entry.migrate, { env: commandEnvironment(config, database), signal, note });
      if (said) note(said, true);
    } catch (error) {
      if (!(error instanceof Failure) || error.exitCode !== 3) throw error;
      throw new Failure(
        'The database is newer than this version of Forum Desk; nothing was changed. Use the newer version, or another DATA_DIR.',
      );
    }
  });
}

/** Loads the record; the second time it finds everything there. */
export async function loadRecord(config, database, progress, signal) {
  await progress.step('load the record', async (note) => {
    const said = await runCommand(entry.loadRecord, { env: commandEnvironment(config, database), signal, note });
    if (said) note(said, true);
    if (database) writeFileSync(recordMark(config), '');
  });
}

/** Whether the embedded database has been given the record before, so that looking for news in it need not come first. */
export function hasRecord(config, database) {
  return database !== null && existsSync(recordMark(config));
}

const recordMark = (config) => join(config.dataDir, 'postgres', 'record-loaded');
