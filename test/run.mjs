/**
 * The test command: `npm test`, or a part of it.
 *
 *   node test/run.mjs                              everything but the suites that run apart
 *   node test/run.mjs reliability                  one that does
 *   node test/run.mjs unit architecture            these suites
 *   node test/run.mjs libs/core/kernel             every test file below a path, or one file
 *   node test/run.mjs http sessions -- -t 'agenda' this suite, these paths, and options for Jest
 *
 * Suites without a database run beside those with one, which share a PostgreSQL started for the run and wait until the web is built
 * for the browser. The last lines count each suite and name what was not run and why.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileServer } from '../scripts/compile-server.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** In this order a file belongs to the first suite that claims it. */
const suites = [
  {
    name: 'architecture',
    database: false,
    owns: (path) => path.startsWith('test/architecture/') && path.endsWith('.spec.ts'),
  },
  { name: 'unit', database: false, owns: (path) => path.endsWith('.spec.ts') },
  { name: 'browser', database: true, owns: (path) => path.endsWith('.browser-spec.ts') },
  {
    name: 'reliability',
    database: true,
    apart: 'kills processes for minutes, so it has a command of its own: npm run reliability',
    owns: (path) => path.startsWith('test/reliability/') && isDatabaseTest(path),
  },
  { name: 'performance', database: true, owns: (path) => path.startsWith('test/performance/') && isDatabaseTest(path) },
  { name: 'mail', database: true, owns: (path) => /(^|\/)mail[^/]*(\/|\.)/.test(path) && isDatabaseTest(path) },
  { name: 'http', database: true, owns: (path) => path.endsWith('.e2e-spec.ts') },
  { name: 'integration', database: true, owns: (path) => path.endsWith('.int-spec.ts') },
];
const shownInOrder = ['architecture', 'unit', 'integration', 'http', 'mail', 'reliability', 'performance', 'browser'];

function isDatabaseTest(path) {
  return /\.(int|e2e)-spec\.ts$/.test(path);
}

const scratch = mkdtempSync(join(tmpdir(), 'forum-desk-test-'));
const notRunFile = join(scratch, 'not-run.txt');
/** Paths of files that passed only when run again. */
const unsteady = [];

try {
  process.exitCode = await main();
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

async function main() {
  const began = performance.now();
  const { wanted, paths, jest } = readArguments(process.argv.slice(2));
  writeFileSync(notRunFile, '');
  const files = findTests().filter(
    (file) => wanted.has(file.suite.name) && (paths.length === 0 || paths.some((path) => file.path.includes(path))),
  );
  if (files.length === 0) {
    process.stderr.write('no test file matches\n');
    return 1;
  }
  // Once, for the tests and for the build beside them.
  await compileServer();
  const pure = files.filter((file) => !file.suite.database);
  const stored = files.filter((file) => file.suite.database);
  const built = files.some((file) => file.suite.name === 'browser' || file.suite.name === 'reliability')
    ? runNode(['scripts/build.mjs'])
    : Promise.resolve(0);
  const build = await built;
  if (build !== 0) process.stderr.write('the build failed: tests that need it will, too\n');
  const both = pure.length > 0 && stored.length > 0;
  const results = await Promise.all([
    // Beside the others it takes one process, and says what it has to say at the end, in one piece.
    ...(pure.length > 0 ? [runTwice('jest.config.js', pure, jest, both ? { workers: 1, atTheEnd: true } : {})] : []),
    ...(stored.length > 0 ? [runTwice('jest.database.config.js', stored, jest)] : []),
  ]);

  const rows = tally(files, results);
  const whole =
    paths.length === 0 &&
    jest.length === 0 &&
    suites.every((suite) => suite.apart !== undefined || wanted.has(suite.name));
  print(rows, whole, performance.now() - began);
  const failed = build !== 0 || results.some((result) => result.status !== 0) || rows.some((row) => row.failed > 0);
  return failed ? 1 : 0;
}

function readArguments(args) {
  const cut = args.indexOf('--');
  const own = cut < 0 ? args : args.slice(0, cut);
  const names = new Set(suites.map((suite) => suite.name));
  const ordinary = suites.filter((suite) => suite.apart === undefined).map((suite) => suite.name);
  const chosen = own.filter((arg) => names.has(arg));
  const paths = own
    .filter((arg) => !names.has(arg))
    .map((arg) => arg.replace(/^\.\//, '').replace(`${root}${sep}`, ''));
  // A path says itself which suite it wants.
  const wanted = chosen.length > 0 ? chosen : paths.length > 0 ? names : ordinary;
  return { wanted: new Set(wanted), paths, jest: cut < 0 ? [] : args.slice(cut + 1) };
}

function findTests() {
  return ['libs', 'apps', 'test']
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.(spec|int-spec|e2e-spec|browser-spec)\.ts$/.test(entry.name))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .split(sep)
        .join('/'),
    )
    .flatMap((path) =>
      suites
        .filter((suite) => suite.owns(path))
        .slice(0, 1)
        .map((suite) => ({ path, suite })),
    )
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/**
 * With FORUM_TEST_TWICE=1, for machines shared with others, the few files that failed are run once more, alone. What passes then
 * counts as passed and is named in the last lines as unsteady, so that it gets mended; what fails twice has failed.
 */
async function runTwice(config, files, options, manner) {
  const first = await runJest(config, files, options, manner);
  const failed = files.filter(({ path }) =>
    first.files.some((file) => fileOf(file) === path && file.status === 'failed'),
  );
  if (process.env.FORUM_TEST_TWICE !== '1' || first.status === 0 || failed.length === 0 || failed.length > 5)
    return first;
  const second = { status: 0, files: [] };
  for (const file of failed) {
    const alone = await runJest(config, [file], options);
    if (alone.status !== 0) second.status = alone.status;
    else unsteady.push(file.path);
    second.files.push(...alone.files);
  }
  const repeated = new Set(second.files.map(fileOf));
  return {
    status: second.status,
    files: [...first.files.filter((file) => !repeated.has(fileOf(file))), ...second.files],
  };
}

/** The path of a file of Jest's report, from the root. */
function fileOf(file) {
  return file.name
    .slice(root.length + 1)
    .split(sep)
    .join('/');
}

async function runJest(config, files, options, { workers: most = Infinity, atTheEnd = false } = {}) {
  const report = join(scratch, `${config}.json`);
  rmSync(report, { force: true });
  // One more than cores: a test waits for PostgreSQL and for frames of a browser a third of its time.
  const many = Math.min(most, Math.max(2, Math.min(8, availableParallelism() + 1)));
  const workers =
    files.length === 1 || options.includes('--runInBand') || many === 1 ? ['--runInBand'] : [`--maxWorkers=${many}`];
  const every = findTests().filter((file) => file.suite.database === files[0].suite.database).length === files.length;
  const paths = every ? [] : ['--runTestsByPath', ...files.map((file) => file.path)];
  const status = await runNode(
    [
      'node_modules/jest/bin/jest.js',
      '--config',
      config,
      '--watchman=false',
      '--json',
      '--outputFile',
      report,
      ...workers,
      ...options.filter((option) => option !== '--runInBand'),
      ...paths,
    ],
    {
      NODE_OPTIONS:
        // Answers and rows die young: with room for them the garbage collector has less to copy.
        `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --disable-warning=ExperimentalWarning --max-semi-space-size=64`.trim(),
      FORUM_TEST_NOT_RUN_FILE: notRunFile,
    },
    atTheEnd,
  );
  return { status, files: existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')).testResults : [] };
}

/** @param {boolean} atTheEnd what it prints comes in one piece when it has ended */
function runNode(args, env = {}, atTheEnd = false) {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: ['ignore', ...Array(2).fill(atTheEnd ? 'pipe' : 'inherit')],
      env: { ...process.env, ...env },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text) => {
        said += text;
      });
    child.once('error', fail);
    child.once('close', (code) => {
      process.stdout.write(said);
      done(code ?? 1);
    });
  });
}

/** One row per suite: counts of tests, and the seconds its files took, added up. */
function tally(files, results) {
  const seen = new Map(results.flatMap((result) => result.files).map((file) => [fileOf(file), file]));
  return shownInOrder.flatMap((name) => {
    const own = files.filter((file) => file.suite.name === name);
    if (own.length === 0) return [];
    const row = { name, files: own.length, passed: 0, failed: 0, skipped: 0, seconds: 0 };
    for (const { path } of own) {
      const file = seen.get(path);
      const tests = file?.assertionResults ?? [];
      row.passed += tests.filter((test) => test.status === 'passed').length;
      row.skipped += tests.filter((test) => test.status === 'pending' || test.status === 'todo').length;
      const failures = tests.filter((test) => test.status === 'failed').length;
      row.failed += failures > 0 || file?.status === 'passed' ? failures : 1;
      if (file) row.seconds += Math.max(0, file.endTime - file.startTime) / 1_000;
    }
    return [row];
  });
}

function print(rows, whole, milliseconds) {
  const notRun = [...new Set(readFileSync(notRunFile, 'utf8').split('\n').filter(Boolean))];
  for (const row of rows)
    if (row.skipped > 0) notRun.push(`${row.name}: ${row.skipped} tests are switched off or were not selected`);
  if (whole)
    for (const { name, apart } of suites)
      if (!rows.some((row) => row.name === name)) notRun.push(`${name}: ${apart ?? 'there are no tests yet'}`);
  const total = (field) => rows.reduce((sum, row) => sum + row[field], 0);
  const line = (name, files, passed, failed, seconds) =>
    `  ${name.padEnd(14)}${String(files).padStart(6)}${String(passed).padStart(8)}${String(failed).padStart(8)}  ${seconds}\n`;
  let text = `\n${line('suite', 'files', 'passed', 'failed', 'test time')}`;
  for (const row of rows) text += line(row.name, row.files, row.passed, row.failed, `${row.seconds.toFixed(1)} s`);
  text += line(
    'all',
    total('files'),
    total('passed'),
    total('failed'),
    `${(milliseconds / 1_000).toFixed(1)} s on the clock`,
  );
  text += `\n${total('passed')} passed, ${total('failed')} failed\n`;
  if (unsteady.length > 0)
    text += `\nunsteady, passed when run again alone:\n${unsteady.map((path) => `  ${path}\n`).join('')}`;
  if (notRun.length > 0) text += `\nnot run:\n${notRun.map((reason) => `  ${reason}\n`).join('')}`;
  else if (whole) text += '\nnothing was left out\n';
  process.stdout.write(text);
}
