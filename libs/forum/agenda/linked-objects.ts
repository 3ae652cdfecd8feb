import type { Audience, LocalizedText, Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import type { AgendaLink, LinkKind } from './domain/agenda.types.js';

/** What an item is about, as its reader may see it. */
export interface LinkedObject {
  readonly title: LocalizedText;
  /** Where a person reads it in the web app, e.g. `/commitments/<id>`. */
  readonly path: string;
  readonly audience: Audience;
  /** A code of the owner's own lifecycle. */
  readonly state: string | null;
  /** `YYYY-MM-DD`, or null where no day is set. */
  readonly due: string | null;
}

/** An open matter of a channel, shown live under the standing item "follow-up". */
export interface FollowUp extends LinkedObject {
  readonly kind: LinkKind;
  readonly id: string;
  /** Who owes it. */
  readonly side: Side;
  readonly overdue: boolean;
  /** So long overdue that the rules of the channel put it onto the next agenda (domain.md 4). */
  readonly risen?: boolean;
}

type Lookup = (reader: Reader, side: Side | null, ids: readonly string[]) => Promise<ReadonlyMap<string, LinkedObject>>;
type FollowUpLookup = (reader: Reader, side: Side | null, channelId: string) => Promise<readonly FollowUp[]>;

const lookups = new Map<LinkKind, Lookup>();
const followUps: FollowUpLookup[] = [];

/** Called once by the capability that owns the objects, from its index.ts. What the reader may not see is left out of the answer. */
export function registerAgendaLink(kind: LinkKind, lookup: Lookup): void {
  lookups.set(kind, lookup);
}

/** Adds open matters of a channel; called once, from the owner's index.ts. */
export function registerFollowUp(lookup: FollowUpLookup): void {
  followUps.push(lookup);
}

/** The name of a link in the maps below. */
export const linkKey = ({ kind, id }: AgendaLink): string => `${kind} ${id}`;

/** Everything these links lead to, by `linkKey`; what the reader may not see is left out. */
export async function linkedObjects(
  reader: Reader,
  side: Side | null,
  links: readonly AgendaLink[],
): Promise<ReadonlyMap<string, LinkedObject>> {
  const found = new Map<string, LinkedObject>();
  for (const [kind, lookup] of lookups) {
    const ids = [...new Set(links.filter((link) => link.kind === kind).map((link) => link.id))];
    if (ids.length === 0) continue;
    for (const [id, object] of await lookup(reader, side, ids)) found.set(linkKey({ kind, id }), object);
  }
  return found;
}

/** The open matters of a channel as its reader may see them: what rose to the agenda first, then in the order of their owners. */
export async function followUpsOf(reader: Reader, side: Side | null, channelId: string): Promise<FollowUp[]> {
  const found: FollowUp[] = [];
  for (const lookup of followUps) found.push(...(await lookup(reader, side, channelId)));
  return [...found.filter(({ risen }) => risen === true), ...found.filter(({ risen }) => risen !== true)];
}
