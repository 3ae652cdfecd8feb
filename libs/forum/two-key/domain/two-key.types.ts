import type { Side } from '#core/kernel';
import type { PostRow } from '#forum/identity';

/** What is locked by two keys: one object of one kind, e.g. an agenda. */
export interface KeyedSubject {
  readonly subjectType: 'agenda' | 'channel' | 'session' | 'record' | 'commitment' | 'action_item' | 'proposal';
  readonly subjectId: string;
}

/** A key that stands. `at` is ISO 8601 UTC. */
export interface StandingKey {
  readonly side: Side;
  readonly hash: string;
  readonly at: string;
  readonly post: PostRow;
}

/** True when both sides have turned their key on this very content. */
export function bothTurned(keys: readonly Pick<StandingKey, 'side' | 'hash'>[], hash: string): boolean {
  return (['kr', 'jp'] as const).every((side) => keys.some((key) => key.side === side && key.hash === hash));
}
