// Starts one PostgreSQL for the whole run and prepares the databases that each test file clones. Runs before Jest's workers.
import { fileURLToPath } from 'node:url';
import { compileServer } from '../../scripts/compile-server.mjs';
import { unpackBrowser } from '../../scripts/unpack-browser.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

export default async function setUp() {
  await compileServer();
  process.env.FORUM_TEST_BROWSER = await unpackBrowser();
  const { startTemporaryDatabase } = await import(`${root}dist/libs/platform/embedded-database/index.js`);
  const server = await startTemporaryDatabase();
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
