import { loadConfigOrExit } from '#platform/config';
import { Database } from '#platform/database';
import '#forum/assembly';
import { createApi } from './http/app.js';

const config = loadConfigOrExit();
const database = new Database({ url: config.databaseUrl ?? '' });
const app = await createApi({ config, database });
await app.listen(config.port, config.host);

/** Requests under way are answered before the pools close. */
async function stop(): Promise<void> {
  await app.close();
  await database.close();
  process.exit(0);
}
process.once('SIGTERM', () => void stop());
process.once('SIGINT', () => void stop());
