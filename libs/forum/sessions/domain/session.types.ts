import type { Audience, Side } from '#core/kernel';
import type { Level } from '#forum/channels';
import type { SessionState } from './session.lifecycle.js';

/** Something that stands in the way, as a code. `rule` names the row of the deadlines by which it is due. */
export interface Block {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly rule: string | null;
}

/** The facts of one session that its steps depend on. Dates are plain days at the venue, instants ISO 8601 UTC. */
export interface SessionFacts {
  readonly id: string;
  readonly channelId: string;
  readonly state: SessionState;
  readonly audience: Audience;
  readonly version: number;
  readonly startDate: string;
  readonly endDate: string | null;
  readonly endsAt: string | null;
  readonly hostSide: Side | null;
  readonly level: Level;
  /** Today at the venue. */
  readonly today: string;
  readonly now: string;
  /** What keeps it from being ready. */
  readonly blocks: readonly Block[];
  /** What keeps a held session from being closed. */
  readonly openMatters: readonly Block[];
}
