import { type SourceFile, withoutCommentsOf } from './source-tree.js';

/**
 * Jobs without a handler, with two, and handlers of nothing, read from the source. The worker makes the same check over
 * the living objects when it starts; this one fails without starting it.
 */
export function jobFaults(files: readonly SourceFile[]): string[] {
  const code = files
    .filter((file) => /^(libs|apps)\/.*\.ts$/.test(file.path))
    .map((file) => ({ path: file.path, text: withoutCommentsOf(file) }));
  const declared = code.flatMap((file) =>
    [...file.text.matchAll(/(\w+)\s*[:=]\s*defineJob\(\s*'([^']+)'/g)].map((match) => ({
      constant: match[1] ?? '',
      name: match[2] ?? '',
      path: file.path,
    })),
  );
  const handled = code.flatMap((file) =>
    [...file.text.matchAll(/(?<!function )\bhandleJob\(\s*(?:\w+\.)*(\w+)\s*,/g)].map((match) => ({
      constant: match[1] ?? '',
      path: file.path,
    })),
  );
  const count = (constant: string): number => handled.filter((one) => one.constant === constant).length;
  return [
    ...declared.filter((job) => count(job.constant) === 0).map((job) => `${job.name} (${job.path}) has no handler`),
    ...declared
      .filter((job) => count(job.constant) > 1)
      .map((job) => `${job.name} (${job.path}) has ${String(count(job.constant))} handlers`),
    ...handled
      .filter((one) => !declared.some((job) => job.constant === one.constant))
      .map((one) => `${one.path} handles ${one.constant}, which is not declared`),
    ...handled
      .filter((one) => !one.path.startsWith('apps/worker/'))
      .map((one) => `${one.path} handles a job outside the worker`),
  ];
}
