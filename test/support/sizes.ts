import { notRun } from './not-run.js';

/**
 * How many rows the performance suite fills: all that are given for `npm run bench`, which sets FORUM_TEST_LARGE; for `npm test` those
 * up to a hundred thousand, and its last lines say so. What is checked is the same at every size: it is the plan that has to hold.
 */
export function sizesUpTo(all: readonly [number, ...number[]]): readonly number[] {
  if (process.env['FORUM_TEST_LARGE'] === '1') return all;
  const small = all.filter((size) => size <= 100_000);
  const left = all.filter((size) => size > 100_000).map((size) => size.toLocaleString('en'));
  if (left.length > 0)
    notRun('performance', `not among ${left.join(', ')} rows, which take long to fill: npm run bench`);
  return small;
}
