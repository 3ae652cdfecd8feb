import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { Failure } from './failure.mjs';
import { root } from './paths.mjs';

const exitWithParent = new URL('./exit-with-parent.mjs', import.meta.url).href;

/**
 * Runs one of our commands to its end. It prints `progress <n>/<total> <text>`, which becomes the step's note; its last
 * other line is the failure's line.
 * @param {string} file
 * @param {{ env: NodeJS.ProcessEnv, signal: AbortSignal, note: (text: string) => void }} options
 * @returns {Promise<string | null>} the last other line it printed
 * @throws {Failure} `exitCode` holds the code of the command
 */
export async function runCommand(file, { env, signal, note }) {
  const child = spawn(process.execPath, [pathToFileURL(file).pathname], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const abort = () => {
    child.kill('SIGTERM');
  };
  signal.addEventListener('abort', abort, { once: true });
  const lines = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      const progress = /^progress (\d+)\/(\d+) ?(.*)$/.exec(line);
      if (progress)
        note(
          `${Number(progress[2]) > 0 ? Math.floor((100 * Number(progress[1])) / Number(progress[2])) : 100} % ${progress[3]}`,
        );
      else if (line.trim() !== '') lines.push(line);
    });
  }
  const status = await new Promise((done) => {
    child.once('error', (error) => {
      done(error.message);
    });
    child.once('close', (code, killed) => {
      done(code ?? killed);
    });
  });
  signal.removeEventListener('abort', abort);
  if (status === 0) return lines.at(-1) ?? null;
  signal.throwIfAborted();
  const failure = new Failure(lines[0] ?? `${file} ended with ${status}.`, lines.slice(1, 15));
  failure.exitCode = status;
  throw failure;
}

/** A process that runs until it is stopped; what it prints goes to a log file. */
export class Service {
  #child;
  #name;
  #log;
  /** Resolves when the process has ended. */
  ended;

  /** @param {{ name: string, file: string, env: NodeJS.ProcessEnv, log: string | null, nodeOptions?: string[], args?: string[] }} options without a log it prints to our terminal */
  constructor({ name, file, env, log, nodeOptions = [], args = [] }) {
    this.#name = name;
    this.#log = log;
    const handle = log === null ? 'inherit' : openLog(log);
    // Detached: Ctrl-C reaches the starter only, which stops everything in order.
    this.#child = spawn(process.execPath, ['--import', exitWithParent, ...nodeOptions, file, ...args], {
      cwd: root,
      env,
      detached: true,
      stdio: ['ignore', handle, handle, 'ipc'],
    });
    if (typeof handle === 'number') closeSync(handle);
    this.ended = new Promise((done) => {
      this.#child.once('error', done);
      this.#child.once('exit', done);
    });
  }

  get hasEnded() {
    return this.#child.exitCode !== null || this.#child.signalCode !== null || this.#child.pid === undefined;
  }

  /** Why it ended, with the last lines it printed. */
  failure() {
    const how = this.#child.signalCode ?? `exit code ${this.#child.exitCode}`;
    if (this.#log === null) return new Failure(`The ${this.#name} ended unexpectedly (${how}).`);
    const tail = readFileSync(this.#log, 'utf8').trimEnd().split('\n').slice(-12);
    return new Failure(
      `The ${this.#name} ended unexpectedly (${how}). Last lines of ${this.#log}:`,
      tail.map((line) => `  ${line}`),
    );
  }

  /** SIGTERM, and SIGKILL after `patience` milliseconds. */
  async stop(patience = 10_000) {
    if (this.hasEnded) return;
    this.#child.kill('SIGTERM');
    const timer = setTimeout(() => {
      this.#child.kill('SIGKILL');
    }, patience);
    await this.ended;
    clearTimeout(timer);
  }

  kill() {
    if (!this.hasEnded) this.#child.kill('SIGKILL');
  }
}

function openLog(log) {
  mkdirSync(dirname(log), { recursive: true, mode: 0o700 });
  if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) > 5_000_000) renameSync(log, `${log}.1`);
  return openSync(log, 'a', 0o600);
}
