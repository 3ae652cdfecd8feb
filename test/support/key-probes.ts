import { otherSide, SIDES, type Audience, type DatabaseRole } from '#core/kernel';
import { literal, literalInsert, selectOf } from './probe-sql.js';
import type { Probe } from './row-security.js';
import type { MadeRow, RowMaker } from './rows.js';

/** Nobody turns the other side's key, and none is turned in secret or born cleared (design.md decision 1). */
export async function keyProbes(maker: RowMaker, roles: readonly DatabaseRole[]): Promise<Probe[]> {
  const table = 'key_turn';
  const probes: Probe[] = [];
  for (const side of ['kr', 'jp'] as const) {
    const turns: [string, boolean, MadeRow][] = [
      ['turn', true, await maker.plan(table, { side, audience: 'joint', marker: 'key' })],
      ['turn in secret', false, await maker.plan(table, { side, audience: side, marker: 'key' })],
      [
        'turn cleared',
        false,
        await maker.plan(table, {
          side,
          audience: 'joint',
          marker: 'key',
          over: { cleared_at: '2027-03-11T01:00:00Z' },
        }),
      ],
    ];
    for (const role of roles) {
      for (const [what, possible, row] of turns) {
        probes.push({
          role,
          table,
          what: `${what} the key of ${side}`,
          sql: literalInsert(table, row),
          allowed: possible && role === `forum_${side}`,
        });
      }
    }
  }
  return probes;
}

/**
 * A side proposes in its own name only, as an open proposal; it ends an open one in its own name only, and accepts or refuses only
 * the other side's; what was proposed is never rewritten, and what has ended stays so (design.md decision 1).
 */
export async function proposalProbes(
  maker: RowMaker,
  roles: readonly DatabaseRole[],
  reads: Readonly<Record<DatabaseRole, readonly Audience[]>>,
): Promise<Probe[]> {
  const table = 'proposal';
  const probes: Probe[] = [];
  for (const side of ['kr', 'jp'] as const) {
    const wish = { side, audience: 'joint', marker: 'proposal' } as const;
    const open = await maker.make(table, wish);
    const ended = await maker.make(table, { ...wish, over: { state: 'withdrawn', decided_by_side: side } });
    const planned = await maker.plan(table, wish);
    const born = await maker.plan(table, { ...wish, over: { state: 'withdrawn', decided_by_side: side } });
    const other = side === 'kr' ? 'jp' : 'kr';
    const end = (row: MadeRow, state: string, by: string) =>
      `update forum.proposal set state = '${state}', decided_by_side = '${by}' where id = ${literal(row['id'])}`;
    for (const role of roles) {
      const own = role === `forum_${side}`;
      const worker = role === 'forum_worker';
      const tried: [string, string, boolean][] = [
        ['select', selectOf(table, open), reads[role].includes('joint')],
        ['propose as', literalInsert(table, planned), own],
        ['propose what has ended as', literalInsert(table, born), false],
        ['take back as', end(open, 'withdrawn', side), own || worker],
        [
          'refuse in the name of the other side what came from',
          end(open, 'refused', other),
          role === `forum_${other}` || worker,
        ],
        ['end again what came from', end(ended, 'superseded', side), worker],
        ['rewrite', `update forum.proposal set content = content where id = ${literal(open['id'])}`, false],
        ['delete', `delete from forum.proposal where id = ${literal(open['id'])}`, false],
      ];
      for (const [what, sql, allowed] of tried) probes.push({ role, table, what: `${what} ${side}`, sql, allowed });
    }
  }
  return probes;
}

/** A side's word about a slot is written by that side only, for itself or for both; nobody writes the other's, or gives its own away. */
export async function verdictProbes(
  maker: RowMaker,
  roles: readonly DatabaseRole[],
  reads: Readonly<Record<DatabaseRole, readonly Audience[]>>,
): Promise<Probe[]> {
  const table = 'date_poll_verdict';
  const probes: Probe[] = [];
  for (const side of SIDES) {
    const other = otherSide(side);
    for (const audience of [side, other, 'joint'] as const) {
      const wish = { side, audience, marker: 'verdict' };
      const stored = await maker.make(table, wish);
      const planned = await maker.plan(table, wish);
      const set = (change: string) => `update forum.${table} set ${change} where id = ${literal(stored['id'])}`;
      for (const role of roles) {
        const worker = role === 'forum_worker';
        const own = worker || (role === `forum_${side}` && audience !== other);
        const tried: [string, string, boolean][] = [
          ['read the word of', selectOf(table, stored), reads[role].includes(audience)],
          ['say the word of', literalInsert(table, planned), own],
          ['change the word of', set('verdict = verdict'), own],
          ['give away the word of', set(`side = '${other}'`), worker],
          ['hide with the other side the word of', set(`audience = '${other}'`), worker],
          ['delete the word of', `delete from forum.${table} where id = ${literal(stored['id'])}`, false],
        ];
        for (const [what, sql, allowed] of tried)
          probes.push({ role, table, what: `${what} ${side} (${audience})`, sql, allowed });
      }
    }
  }
  return probes;
}

/** A side comments in its own name only, for itself or for both; what was said is never rewritten. */
export async function commentProbes(
  maker: RowMaker,
  roles: readonly DatabaseRole[],
  reads: Readonly<Record<DatabaseRole, readonly Audience[]>>,
): Promise<Probe[]> {
  const table = 'agenda_comment';
  const probes: Probe[] = [];
  for (const side of SIDES) {
    const other = otherSide(side);
    for (const audience of [side, other, 'joint'] as const) {
      const wish = { side, audience, marker: 'comment' };
      const stored = await maker.make(table, wish);
      const planned = await maker.plan(table, wish);
      for (const role of roles) {
        const own = role === 'forum_worker' || (role === `forum_${side}` && audience !== other);
        const tried: [string, string, boolean][] = [
          ['read what was said by', selectOf(table, stored), reads[role].includes(audience)],
          ['speak as', literalInsert(table, planned), own],
          ['rewrite the words of', `update forum.${table} set text = text where id = ${literal(stored['id'])}`, false],
          ['delete the words of', `delete from forum.${table} where id = ${literal(stored['id'])}`, false],
        ];
        for (const [what, sql, allowed] of tried)
          probes.push({ role, table, what: `${what} ${side} (${audience})`, sql, allowed });
      }
    }
  }
  return probes;
}
