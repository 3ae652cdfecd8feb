import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { installCatalogues } from '#platform/catalogues';
import { loadConfigOrExit } from '#platform/config';
import { Database } from '#platform/database';
import '#forum/assembly';
import { WorkerModule } from './worker.module.js';

const config = loadConfigOrExit(['DATABASE_URL']);
installCatalogues({ strict: config.environment !== 'production' });
const database = new Database({ url: config.databaseUrl ?? '' });
const app = await NestFactory.createApplicationContext(WorkerModule.with(config, database), {
  logger: config.logLevel === 'silent' ? false : ['error', 'warn'],
  abortOnError: false,
});
process.stdout.write('ready\n');

let stopping = false;
/** Jobs under way come to their end before the process does. */
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await app.close();
  process.exit(0);
}
process.on('SIGTERM', () => void stop());
process.on('SIGINT', () => void stop());
