/**
 * `npm run check`: lint, types of server and web, architecture, formatting; as many at once as there are processors. Prints each
 * duration and, at the end, what the failed ones said.
 */
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const bin = (path) => `node_modules/${path}`;

/** The longest first. */
const checks = [
  { name: 'lint', args: [bin('eslint/bin/eslint.js'), '--cache', '--cache-location', 'dist/.eslintcache', '.'] },
  { name: 'types', args: [bin('typescript/bin/tsc'), '--noEmit', '--pretty', 'false', '-p', 'tsconfig.json'] },
  {
    name: 'types of the web',
    args: [bin('typescript/bin/tsc'), '--noEmit', '--pretty', 'false', '-p', 'apps/web/tsconfig.json'],
  },
  { name: 'architecture', args: ['test/run.mjs', 'architecture', '--', '--silent'] },
  {
    name: 'format',
    args: [
      bin('prettier/bin/prettier.cjs'),
      '--check',
      '--cache',
      '--cache-location',
      'dist/.prettiercache',
      '--log-level',
      'warn',
      '.',
    ],
  },
];

const only = new Set(process.argv.slice(2));
const waiting = checks.filter((check) => only.size === 0 || only.has(check.name));
const failed = [];
const began = performance.now();

await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, work));
for (const { name, said } of failed) process.stdout.write(`\n── ${name}\n${said.trim()}\n`);
process.stdout.write(
  `\n${failed.length === 0 ? 'all checks passed' : `failed: ${failed.map(({ name }) => name).join(', ')}`} in ${seconds(began)}\n`,
);
process.exitCode = failed.length === 0 ? 0 : 1;

async function work() {
  for (let check = waiting.shift(); check; check = waiting.shift()) {
    const from = performance.now();
    const { code, said } = await run(check.args);
    process.stdout.write(`  ${code === 0 ? '✓' : '✗'} ${check.name}  ${seconds(from)}\n`);
    if (code !== 0) failed.push({ name: check.name, said });
  }
}

function run(args) {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => {
        said += text;
      });
    child.once('error', fail);
    child.once('close', (code) => {
      done({ code: code ?? 1, said });
    });
  });
}

function seconds(since) {
  return `${((performance.now() - since) / 1_000).toFixed(1)} s`;
}
