import { createHash } from 'node:crypto';
import pg from 'pg';

/** How many different statements of this process get a name; a plan that is kept takes memory on each connection. */
const MOST = 1_000;

const names = new Map<string, string>();

/**
 * A connection that prepares each statement with values once, under a name made of its text. To plan what row-level security makes of
 * a read takes PostgreSQL longer than to run it: from the sixth time on it may keep one plan for all values, where that is no worse.
 */
export class PreparingClient extends pg.Client {
  // The signatures of pg are a dozen overloads: everything but a text with values goes on as it came.
  override query = ((statement: unknown, values: unknown, ...rest: unknown[]): unknown => {
    const ask = super.query.bind(this) as (...args: unknown[]) => unknown;
    const name = typeof statement === 'string' && Array.isArray(values) && values.length > 0 && nameOf(statement);
    return name ? ask({ name, text: statement, values }, ...rest) : ask(statement, values, ...rest);
  }) as pg.Client['query'];
}

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= MOST) return known;
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 22);
  names.set(text, name);
  return name;
}
