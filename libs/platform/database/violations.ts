import { QueryFailedError } from 'typeorm';
import { commonErrors, type DomainError } from '#core/kernel';

const byConstraint = new Map<string, () => DomainError>();

/**
 * Says which error a broken constraint means, e.g. `{ uq_user_account_email: identityErrors.emailTaken }`.
 * The database has the last word (style.md: truth in the database), the reader still gets a coded, translated error.
 */
export function registerViolations(errors: Readonly<Record<string, () => DomainError>>): void {
  for (const [constraint, make] of Object.entries(errors)) byConstraint.set(constraint, make);
}

/** The coded error for a broken constraint, or the error itself when no capability has claimed the constraint. */
export function translateViolation(error: unknown): unknown {
  if (!(error instanceof QueryFailedError)) return error;
  const driver: unknown = error.driverError;
  const constraint =
    typeof driver === 'object' && driver !== null && 'constraint' in driver ? driver.constraint : undefined;
  if (isRefused(driver)) return commonErrors.forbidden({}, [], { cause: error });
  const make = typeof constraint === 'string' ? byConstraint.get(constraint) : undefined;
  if (!make) return error;
  const translated = make();
  translated.cause = error;
  return translated;
}

/** SQLSTATE 42501: the role may not write here, or the row would be another side's. The rules should have said so before; the answer is the same. */
function isRefused(driver: unknown): boolean {
  return typeof driver === 'object' && driver !== null && 'code' in driver && driver.code === '42501';
}
