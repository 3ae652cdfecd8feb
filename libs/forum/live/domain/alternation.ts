import { otherSide, type Side } from '#core/kernel';

interface Asking {
  readonly id: string;
  readonly side: Side;
  /** ISO 8601 UTC. */
  readonly requestedAt: string;
}

/**
 * The order in which those who ask get the floor: the sides take turns, within a side whoever asked first comes first. A side with
 * nobody waiting gives its turn away.
 * @param last the side that had the floor last on this item; null when nobody has spoken yet
 * @param first the side that begins when nobody has spoken: who leads the item, else the host; null lets the first to ask begin
 */
export function speakingOrder<Speaker extends Asking>(
  waiting: readonly Speaker[],
  last: Side | null,
  first: Side | null,
): Speaker[] {
  const asked = [...waiting].sort((a, b) =>
    a.requestedAt === b.requestedAt ? (a.id < b.id ? -1 : 1) : a.requestedAt < b.requestedAt ? -1 : 1,
  );
  const queue = (side: Side) => asked.filter((speaker) => speaker.side === side);
  const queues: Record<Side, Speaker[]> = { kr: queue('kr'), jp: queue('jp') };
  const ordered: Speaker[] = [];
  let turn = last === null ? (first ?? asked[0]?.side) : otherSide(last);
  while (turn !== undefined && ordered.length < asked.length) {
    const next: Speaker | undefined = queues[turn].shift() ?? queues[otherSide(turn)].shift();
    if (!next) break;
    ordered.push(next);
    turn = otherSide(next.side);
  }
  return ordered;
}

/** The side that had the floor last on an item. Passed over or taken back is not spoken. */
export function lastSpeaking(
  speakers: readonly { readonly side: Side; readonly startedAt: string | null }[],
): Side | null {
  const spoke = speakers.filter((speaker) => speaker.startedAt !== null);
  const latest = spoke.reduce<(typeof spoke)[number] | null>(
    (found, speaker) => (found && (found.startedAt ?? '') >= (speaker.startedAt ?? '') ? found : speaker),
    null,
  );
  return latest?.side ?? null;
}
