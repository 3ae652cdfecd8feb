import { ModuleMocker } from 'jest-mock';

/**
 * Where tests run: in the process itself, not in a sandbox of each file, so that Node loads the product once for
 * all files of a worker, as it does for all requests of a desk. See runner.mjs.
 */
export default class SharedEnvironment {
  global = globalThis;
  moduleMocker = new ModuleMocker(globalThis);
  fakeTimers = null;
  fakeTimersModern = null;
  #console = globalThis.console;
  #exit = process.exit;
  #builtin = process.getBuiltinModule;

  /** Jest has put its own loader here by now. */
  async setup() {
    process.getBuiltinModule = this.#builtin;
  }

  /** Gives back what Jest puts into its place for each file. */
  async teardown() {
    globalThis.console = this.#console;
    process.exit = this.#exit;
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  /** None: nothing is to be loaded by Jest's own loader. */
  getVmContext() {
    return null;
  }
}
