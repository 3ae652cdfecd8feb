import { otherSide, SIDES, type Audience, type DatabaseRole } from '#core/kernel';
import { literal, literalInsert, selectOf } from './probe-sql.js';
import type { Probe } from './row-security.js';
import type { RowMaker } from './rows.js';

/** A side says its own clearance only, to itself or to both; whoever changes the text ends it, and nobody rewrites or withdraws what was said. */
export async function clearanceProbes(
  maker: RowMaker,
  roles: readonly DatabaseRole[],
  reads: Readonly<Record<DatabaseRole, readonly Audience[]>>,
): Promise<Probe[]> {
  const table = 'record_clearance';
  const probes: Probe[] = [];
  for (const side of SIDES) {
    for (const audience of [side, otherSide(side), 'joint'] as const) {
      const record_id = (await maker.make('record', { side, audience: 'joint', marker: 'clearance' }))['id'];
      const other_id = (await maker.make('record', { side, audience: 'joint', marker: 'clearance' }))['id'];
      const wish = { side, audience, marker: 'clearance' };
      const stored = await maker.make(table, { ...wish, over: { record_id, ended_at: null } });
      const planned = await maker.plan(table, { ...wish, over: { record_id: other_id, ended_at: null } });
      const set = (change: string) => `update forum.${table} set ${change} where id = ${literal(stored['id'])}`;
      for (const role of roles) {
        const reach = reads[role].includes(audience);
        const ends = ['forum_kr', 'forum_jp', 'forum_joint', 'forum_worker'].includes(role) && reach;
        const own = role === `forum_${side}` && audience !== otherSide(side);
        const tried: [string, string, boolean][] = [
          ['read the clearance of', selectOf(table, stored), reach],
          ['say the clearance of', literalInsert(table, planned), own],
          ['end the clearance of', set('ended_at = forum.now()'), ends],
          ['rewrite the clearance of', set(`state = 'cleared'`), false],
          ['delete the clearance of', `delete from forum.${table} where id = ${literal(stored['id'])}`, false],
        ];
        for (const [what, sql, allowed] of tried)
          probes.push({ role, table, what: `${what} ${side} (${audience})`, sql, allowed });
      }
    }
  }
  return probes;
}
