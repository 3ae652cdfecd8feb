import type { Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import { UNFINISHED_STATES } from '#forum/actions';
import { agendaOfItem, linkedObjects, linkKey } from '#forum/agenda';
import { LIVING_STATES } from '#forum/radio';
import { isShared, type MatterRef } from '../domain/escalation.types.js';
import type { Matter } from '../domain/matter.types.js';

const openStates: Readonly<Record<MatterRef['kind'], readonly string[]>> = {
  radio_issue: LIVING_STATES,
  agenda_item: ['deferred'],
  action_item: UNFINISHED_STATES,
};

const homes: Readonly<Record<MatterRef['kind'], string>> = {
  radio_issue: `select coalesce(r.escalated_to_channel_id, r.channel_id) as id from forum.radio_issue r where r.id = $1`,
  agenda_item: `select s.channel_id as id from forum.agenda_item i join forum.agenda a on a.id = i.agenda_id
                  join forum.session s on s.id = a.session_id where i.id = $1`,
  action_item: `select s.channel_id as id from forum.action_item a join forum.session s on s.id = a.session_id where a.id = $1`,
};

/** A matter as its reader may see it; undefined when there is none to see. */
export async function findMatter(reader: Reader, side: Side | null, ref: MatterRef): Promise<Matter | undefined> {
  const seen = ref.kind === 'agenda_item' ? await agendaItem(reader, side, ref.id) : await linked(reader, side, ref);
  if (!seen) return undefined;
  const [home, [underWay]] = await Promise.all([
    reader.query<{ id: string | null }>(homes[ref.kind], [ref.id]),
    reader.query<{ id: string }>(
      `select e.id from forum.escalation e where e.matter_id = $1 and e.state in ('raised','accepted') order by e.id limit 1`,
      [ref.id],
    ),
  ]);
  const { audience, ...words } = seen;
  return {
    ...ref,
    ...words,
    channelId: home[0]?.id ?? null,
    open: isShared({ audience }) && seen.state !== null && openStates[ref.kind].includes(seen.state),
    underWayId: underWay?.id ?? null,
  };
}

async function agendaItem(reader: Reader, side: Side | null, id: string) {
  const agenda = await agendaOfItem(reader, side, id);
  const item = agenda?.items.find((one) => one.id === id);
  if (!agenda || !item) return undefined;
  const path = `/sessions/${agenda.sessionId}/agenda#item-${id}`;
  return { title: item.title, path, state: item.state as string | null, audience: item.audience };
}

async function linked(reader: Reader, side: Side | null, { kind, id }: MatterRef) {
  if (kind === 'agenda_item') return undefined;
  const found = (await linkedObjects(reader, side, [{ kind, id }])).get(linkKey({ kind, id }));
  return found && { title: found.title, path: found.path, state: found.state, audience: found.audience };
}

/** Several matters by their ids; what the reader may not see is left out. */
export async function mattersOf(
  reader: Reader,
  side: Side | null,
  refs: readonly MatterRef[],
): Promise<ReadonlyMap<string, Matter>> {
  const found = new Map<string, Matter>();
  for (const ref of refs) {
    if (found.has(ref.id)) continue;
    const matter = await findMatter(reader, side, ref);
    if (matter) found.set(ref.id, matter);
  }
  return found;
}
