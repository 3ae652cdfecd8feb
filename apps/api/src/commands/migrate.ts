import { loadConfigOrExit } from '#platform/config';
import { DatabaseNewerError, migrate } from '#platform/database';

/** Exit code for a database written by a newer version; nothing was changed. */
const newerDatabase = 3;

/** One deploy step: brings the database to this version, or says in one line why not. */
const config = loadConfigOrExit(['DATABASE_URL']);
const appUrl = config.databaseUrl ?? '';
try {
  const ran = await migrate({
    appUrl,
    migrationUrl: config.databaseMigrationUrl ?? appUrl,
    onProgress: (done, total, name) => process.stdout.write(`progress ${String(done)}/${String(total)} ${name}\n`),
  });
  process.stdout.write(`${String(ran.length)} migrations\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof DatabaseNewerError ? newerDatabase : 1;
}
