import type { Audience, LocalizedText, Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import { linkedObjects } from '#forum/agenda';
import type { ActionOriginKind } from './domain/action.types.js';

/** What an item came from, as its reader may see it. */
export interface OriginSeen {
  readonly title: LocalizedText;
  readonly path: string;
  readonly audience: Audience;
}

type Lookup = (reader: Reader, side: Side | null, ids: readonly string[]) => Promise<ReadonlyMap<string, OriginSeen>>;

const lookups = new Map<ActionOriginKind, Lookup>();

/** Called once by whoever owns the objects of a kind. What the reader may not see is left out of the answer. */
export function registerActionOrigin(kind: ActionOriginKind, lookup: Lookup): void {
  lookups.set(kind, lookup);
}

/** The origins of one kind by id; kinds that agendas can be about need no registration of their own. */
export async function originsSeen(
  reader: Reader,
  side: Side | null,
  kind: ActionOriginKind,
  ids: readonly string[],
): Promise<ReadonlyMap<string, OriginSeen>> {
  const lookup = lookups.get(kind);
  if (lookup) return lookup(reader, side, ids);
  if (kind !== 'commitment' && kind !== 'radio_issue') return new Map();
  const found = await linkedObjects(
    reader,
    side,
    ids.map((id) => ({ kind, id })),
  );
  return new Map([...found].map(([key, object]) => [key.slice(kind.length + 1), object]));
}
