// `npm run import -- FILE`: takes an edition of the record over. Compiles what changed, then hands over to the command, whose exit code it
// gives: 0 done, 1 refused and nothing changed, 2 used wrongly.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { compileServer } from './compile-server.mjs';
import { dist } from './launch/paths.mjs';

await compileServer();
const command = join(dist, 'apps/api/src/commands/import.js');
process.exitCode = spawnSync(process.execPath, [command, ...process.argv.slice(2)], { stdio: 'inherit' }).status ?? 1;
