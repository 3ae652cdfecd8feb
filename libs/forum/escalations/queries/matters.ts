import type { Audience, Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import { UNFINISHED_STATES } from '#forum/actions';
import { linkedObjects, linkKey } from '#forum/agenda';
import { LIVING_STATES } from '#forum/radio';
import { subjectsOf, type SubjectSeen } from '#forum/two-key';
import { isShared, type MatterRef } from '../domain/escalation.types.js';
import type { Matter } from '../domain/matter.types.js';

const openStates: Readonly<Record<MatterRef['kind'], readonly string[]>> = {
  radio_issue: LIVING_STATES,
  agenda_item: ['deferred'],
  action_item: UNFINISHED_STATES,
};

interface Facts {
  readonly id: string;
  readonly channelId: string | null;
  /** Of agenda items alone; the others are told by their owners. */
  readonly state: string | null;
  readonly audience: Audience | null;
  readonly underWayId: string | null;
}

const factsAs = `select m.id, coalesce(r.escalated_to_channel_id, r.channel_id, s.channel_id) as "channelId", i.state, i.audience,
    (select e.id from forum.escalation e where e.matter_id = m.id and e.state in ('raised','accepted') order by e.id limit 1) as "underWayId"
  from unnest($1::uuid[]) as m (id)
  left join forum.radio_issue r on r.id = m.id
  left join forum.action_item a on a.id = m.id
  left join forum.agenda_item i on i.id = m.id
  left join forum.agenda g on g.id = i.agenda_id
  left join forum.session s on s.id = coalesce(a.session_id, g.session_id)`;

/** A matter as its reader may see it; undefined when there is none to see. */
export async function findMatter(reader: Reader, side: Side | null, ref: MatterRef): Promise<Matter | undefined> {
  return (await mattersOf(reader, side, [ref])).get(ref.id);
}

/** Several matters by their ids, in as many statements as one takes; what the reader may not see is left out. */
export async function mattersOf(
  reader: Reader,
  side: Side | null,
  refs: readonly MatterRef[],
): Promise<ReadonlyMap<string, Matter>> {
  if (refs.length === 0) return new Map();
  const links = refs.flatMap(({ kind, id }) => (kind === 'agenda_item' ? [] : [{ kind, id }]));
  const items = refs.filter(({ kind }) => kind === 'agenda_item').map(({ id }) => id);
  const [objects, subjects, facts] = await Promise.all([
    linkedObjects(reader, side, links),
    items.length === 0
      ? new Map<string, SubjectSeen>()
      : subjectsOf(
          reader,
          side,
          items.map((subjectId) => ({ subjectType: 'agenda_item' as const, subjectId })),
        ),
    reader.query<Facts>(factsAs, [[...new Set(refs.map(({ id }) => id))]]),
  ]);
  const known = new Map(facts.map((row) => [row.id, row]));
  return new Map(
    refs.flatMap(({ kind, id }): [string, Matter][] => {
      const fact = known.get(id);
      const object = kind === 'agenda_item' ? undefined : objects.get(linkKey({ kind, id }));
      const seen = object ?? subjects.get(id);
      if (!seen || !fact) return [];
      const { state, audience } = object ?? fact;
      const open = audience !== null && isShared({ audience }) && state !== null && openStates[kind].includes(state);
      const { channelId, underWayId } = fact;
      return [[id, { kind, id, title: seen.title, path: seen.path, state, channelId, open, underWayId }]];
    }),
  );
}

/** The item by which a session has taken up one that was put off, for both to see; null when it has not. */
export async function carriedItemOf(reader: Reader, itemId: string, sessionId: string): Promise<string | null> {
  const [row] = await reader.query<{ id: string }>(
    `select i.id from forum.agenda_item i join forum.agenda a on a.id = i.agenda_id
      where i.carried_from_id = $1 and a.session_id = $2 and i.state <> 'withdrawn' and i.audience = 'joint'`,
    [itemId, sessionId],
  );
  return row?.id ?? null;
}
