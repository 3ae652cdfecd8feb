import type { DomainError } from '#core/kernel';
import type { Reader } from '#platform/database';
import type { Block } from './domain/session.types.js';

type Check = (reader: Reader, sessionId: string) => Promise<DomainError[]>;

interface Registered {
  readonly check: Check;
  readonly rules: Readonly<Record<string, string>>;
}

const readiness: Registered[] = [];
const closing: Registered[] = [];

/**
 * Adds what a later capability needs before a session may be ready, e.g. that the agenda is agreed (domain.md 3.3).
 * The check answers with the errors that block, none when nothing does.
 * @param rules by error code, the row of the session's deadlines that says when it is due and who has to act
 */
export function registerReadinessCheck(check: Check, rules: Readonly<Record<string, string>> = {}): void {
  readiness.push({ check, rules });
}

/** The same for closing a held session: minutes agreed, actions complete, outcome published (domain.md 3.3). */
export function registerClosingCheck(check: Check, rules: Readonly<Record<string, string>> = {}): void {
  closing.push({ check, rules });
}

/** What all registered capabilities find missing for `ready`. */
export const registeredBlocks = (reader: Reader, sessionId: string): Promise<Block[]> =>
  blocksOf(readiness, reader, sessionId);

/** What all registered capabilities find missing for `closed`. */
export const openMattersOf = (reader: Reader, sessionId: string): Promise<Block[]> =>
  blocksOf(closing, reader, sessionId);

async function blocksOf(registered: readonly Registered[], reader: Reader, sessionId: string): Promise<Block[]> {
  const found: Block[] = [];
  for (const { check, rules } of registered)
    for (const { code, params } of await check(reader, sessionId))
      found.push({ code, params, rule: rules[code] ?? null });
  return found;
}
