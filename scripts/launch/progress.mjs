import { Stopped } from './failure.mjs';

/**
 * What is going on, for a terminal and for a log: each step prints its name when it begins to take long, a sign of life
 * every second, and its duration when it is done. Several steps may run at once.
 */
export class Progress {
  #running = new Map();
  #timer = null;
  #tty;
  #out;

  /** @param {NodeJS.WriteStream} [out] */
  constructor(out = process.stdout) {
    this.#out = out;
    this.#tty = out.isTTY === true;
  }

  /**
   * Runs one step. `note` sets a word or a percentage shown while it runs; the last note stays behind the duration when
   * `keep` is true.
   * @template T
   * @param {string} name
   * @param {(note: (text: string, keep?: boolean) => void) => Promise<T> | T} work
   * @returns {Promise<T>}
   */
  async step(name, work) {
    const step = { began: performance.now(), note: '', kept: '' };
    this.#running.set(name, step);
    this.#timer ??= setInterval(() => {
      this.#tick();
    }, 1_000);
    try {
      const result = await work((text, keep = false) => {
        step.note = text;
        if (keep) step.kept = text;
      });
      this.#end(name);
      this.line(`  ✓ ${name}  ${seconds(step.began)}${step.kept ? `  ${step.kept}` : ''}`);
      return result;
    } catch (error) {
      this.#end(name);
      this.line(`  ${error instanceof Stopped ? '–' : '✗'} ${name}  ${seconds(step.began)}`);
      throw error;
    }
  }

  /** @param {string} text */
  line(text) {
    this.#clear();
    this.#out.write(`${text}\n`);
  }

  #end(name) {
    this.#running.delete(name);
    if (this.#running.size === 0 && this.#timer) {
      clearInterval(this.#timer);
      this.#timer = null;
    }
  }

  #tick() {
    const text = [...this.#running]
      .map(([name, step]) => `${name} ${seconds(step.began)}${step.note ? ` ${step.note}` : ''}`)
      .join(', ');
    if (this.#tty) this.#out.write(`\r\u001b[2K  … ${text}`.slice(0, (this.#out.columns ?? 80) + 5));
    else this.#out.write(`  … ${text}\n`);
  }

  #clear() {
    if (this.#tty) this.#out.write('\r\u001b[2K');
  }
}

/** @param {number} since */
export function seconds(since) {
  return `${((performance.now() - since) / 1_000).toFixed(1)} s`;
}
