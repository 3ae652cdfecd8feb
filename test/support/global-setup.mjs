// Starts one PostgreSQL for the whole run and prepares the databases that each test file clones. Runs before Jest's workers.
import { statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { compileServer } from '../../scripts/compile-server.mjs';
import { unpackBrowser } from '../../scripts/unpack-browser.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

export default async function setUp() {
  await compileServer();
  process.env.FORUM_TEST_BROWSER = await unpackBrowser();
  const { startTemporaryDatabase } = await import(`${root}dist/libs/platform/embedded-database/index.js`);
  const server = await startTemporaryDatabase(memoryFolder() ?? tmpdir());
  globalThis.forumTestServer = server;
  process.env.FORUM_TEST_SUPERUSER_URL = server.superuserUrl;
  process.env.FORUM_TEST_MIGRATION_URL = server.migrationUrl;
  process.env.FORUM_TEST_APP_URL = server.appUrl;
  try {
    const { prepareTemplates } = await import('./templates.mjs');
    await prepareTemplates(root, server);
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** Linux lends memory as a folder: the thousand files of each database are made and dropped there at a fraction of the cost. */
function memoryFolder() {
  const folder = '/dev/shm';
  const tmpfs = 0x01021994;
  try {
    const { type, bavail, bsize } = statfsSync(folder);
    return type === tmpfs && bavail * bsize > 4 * 1024 ** 3 && process.availableMemory() > 4 * 1024 ** 3
      ? folder
      : undefined;
  } catch {
    return undefined;
  }
}
