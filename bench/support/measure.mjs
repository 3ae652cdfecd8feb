import { readFileSync } from 'node:fs';

/** @returns {Promise<number>} milliseconds */
export async function timed(work) {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

export const middle = (values) => values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? Number.NaN;
export const quantile = (values, share) =>
  values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(values.length * share) - 1)] ?? Number.NaN;
export const seconds = (ms) => `${(ms / 1_000).toFixed(2)} s`;
export const count = (value) => Math.round(value).toLocaleString('en');

/** Megabytes of memory that a process has now. */
export function memoryOf(pid) {
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1_024;
}

/** Milliseconds of processor that a process has used. */
export function processorOf(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** What is compared with design.md 6, in order of measuring. */
export class Report {
  rows = [];

  say(line) {
    process.stdout.write(`  ${line}\n`);
  }

  /** @param {{ what: string, value: number, text: string, atLeast?: number, atMost?: number, unit?: string }} row */
  add({ what, value, text, atLeast, atMost, unit = '' }) {
    const reached = atLeast !== undefined ? value >= atLeast : value <= (atMost ?? Number.POSITIVE_INFINITY);
    const budget = atLeast !== undefined ? `≥ ${atLeast}${unit}` : `≤ ${atMost}${unit}`;
    this.rows.push({ what, budget, value: `${value.toFixed(2)}${unit}`, reached });
    this.say(`${reached ? '✓' : '✗'} ${what}: ${value.toFixed(2)}${unit} (${budget})   ${text}`);
  }

  /** What could not be measured, and why. */
  miss(what, why) {
    this.rows.push({ what, budget: '', value: '', reached: null });
    this.say(`- ${what}: not measured, ${why}`);
  }

  print() {
    const width = Math.max(...this.rows.map(({ what }) => what.length));
    process.stdout.write('\nbudgets of design.md 6\n');
    for (const { what, budget, value, reached } of this.rows)
      process.stdout.write(
        `  ${reached === null ? 'not measured' : reached ? 'reached     ' : 'NOT reached '}  ${what.padEnd(width)}  ${value.padStart(10)}  ${budget}\n`,
      );
    return this.rows.every(({ reached }) => reached === true);
  }
}
