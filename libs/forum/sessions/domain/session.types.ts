import type { DomainError, LocalizedText, Side } from '#core/kernel';
import type { SessionState } from './session.lifecycle.js';

export const levels = ['expert', 'division', 'dg', 'vice_minister', 'minister', 'summit', 'local', 'private'] as const;
export type SessionLevel = (typeof levels)[number];

/** The facts of one session that its steps depend on. Dates are plain days at the venue, instants ISO 8601 UTC. */
export interface SessionFacts {
  readonly id: string;
  readonly state: SessionState;
  readonly version: number;
  readonly startDate: string;
  readonly endsAt: string | null;
  readonly hostSide: Side | null;
  /** Today at the venue. */
  readonly today: string;
  readonly now: string;
  readonly blocks: readonly DomainError[];
}

/** A place name and the like, as stored. */
export type StoredText = LocalizedText;
