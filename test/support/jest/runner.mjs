/**
 * Runs a test file with jest-circus, but has Node load it and all that it imports: the product compiled in dist/, as it runs, and
 * each module once in a worker. Jest's loader would load some thousand modules anew for every file, a second and a half each time.
 * What a file leaves in a module is thus there in the next one: the product keeps nothing that is not marked with its database.
 */
import { existsSync } from 'node:fs';
import { createRequire, register } from 'node:module';
import { dirname, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { targetOf } from '../../../scripts/compile-server.mjs';

const require = createRequire(import.meta.url);
const { default: circus } = require('jest-circus/runner');
const circusFolder = dirname(require.resolve('jest-circus/runner')) + sep;
/** What jest-circus leaves in the process for the file that it runs. */
const traces = ['EVENT_HANDLERS', 'RETRY_TIMES', 'TEST_TIMEOUT_SYMBOL', 'LOG_ERRORS_BEFORE_RETRY'].map(Symbol.for);

register('./sources.mjs', import.meta.url);

export default function runFile(globalConfig, config, environment, runtime, path, ...rest) {
  for (const trace of traces) delete globalThis[trace];
  // Jest asks for a hundred lines of every error; the product makes thousands of errors in good order.
  Error.stackTraceLimit = 15;
  for (const known of Object.keys(require.cache)) if (known.startsWith(circusFolder)) delete require.cache[known];
  runtime.requireInternalModule = (internal) => withTurns(() => require(internal));
  runtime.unstable_importModule = (file) => import(pathToFileURL(file).href);
  runtime.getSourceMaps().get = sourceMapOf;
  return circus(globalConfig, config, environment, runtime, path, ...rest);
}

/**
 * Which test is running, for jest-circus. It asks Node to follow every promise for that, so that tests could run beside each other in a
 * file, which takes a tenth of the processor; ours run one after the other.
 */
class Turn {
  #store;

  getStore() {
    return this.#store;
  }

  async run(store, work) {
    const before = this.#store;
    this.#store = store;
    try {
      return await work();
    } finally {
      this.#store = before;
    }
  }
}

/** Loads a part of jest-circus that takes turns instead of following promises. */
function withTurns(load) {
  const hooks = require('node:async_hooks');
  const own = Object.getOwnPropertyDescriptor(hooks, 'AsyncLocalStorage');
  Object.defineProperty(hooks, 'AsyncLocalStorage', { ...dataOnly, value: Turn });
  try {
    return load();
  } finally {
    Object.defineProperty(hooks, 'AsyncLocalStorage', own);
  }
}
const dataOnly = { configurable: true, enumerable: true, writable: true };

/** Tells Jest where the lines of a compiled file come from. @returns {string | undefined} the path of the map */
function sourceMapOf(source) {
  if (!source.endsWith('.ts')) return undefined;
  const map = `${targetOf(source.startsWith('file:') ? fileURLToPath(source) : source)}.map`;
  return existsSync(map) ? map : undefined;
}
