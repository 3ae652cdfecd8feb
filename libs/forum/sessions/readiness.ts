import type { DomainError } from '#core/kernel';
import type { Reader } from '#platform/database';

type ReadinessCheck = (reader: Reader, sessionId: string) => Promise<DomainError[]>;

const checks: ReadinessCheck[] = [];

/**
 * Adds what a later capability needs before a session may be ready, e.g. that the agenda is agreed (domain.md 3.3).
 * The check answers with the errors that block, none when nothing does.
 */
export function registerReadinessCheck(check: ReadinessCheck): void {
  checks.push(check);
}

/** What all registered capabilities find missing. */
export async function registeredBlocks(reader: Reader, sessionId: string): Promise<DomainError[]> {
  const found: DomainError[] = [];
  for (const check of checks) found.push(...(await check(reader, sessionId)));
  return found;
}
