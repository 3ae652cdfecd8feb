// Opens a database and keeps it until it is killed. Arguments: `embedded <data folder>` or `temporary`.
import { loadPlatform } from '../../scripts/launch/transpile.mjs';

const [kind, folder = ''] = process.argv.slice(2);
const { startEmbeddedDatabase, startTemporaryDatabase } = await loadPlatform('embedded-database');
const tell = (event) => process.stdout.write(`${event}\n`);
const database = kind === 'temporary' ? await startTemporaryDatabase() : await startEmbeddedDatabase(folder, tell);
process.stdout.write(`open ${database.pid} ${database.superuserUrl}\n`);
setInterval(() => undefined, 60_000);
