/** Throws what failed, all of it, once everything else has had its turn. */
export function throwAll(failures: readonly unknown[]): void {
  if (failures.length === 0) return;
  const told = failures.map((failure) => (failure instanceof Error ? failure.stack : undefined) ?? String(failure));
  throw new AggregateError(failures, told.join('\n'));
}
