import type { DoubtPolicy } from './doubt.js';
import { maxAttempts, maxCopies, waitSeconds } from './retry.js';

export interface Failure {
  readonly code: string;
  /** Another try would change nothing. */
  readonly permanent: boolean;
  /** The relay may have taken the mail all the same. */
  readonly mayHaveGone: boolean;
}

export interface Tried {
  /** Counting this try. */
  readonly attempt: number;
  /** An earlier try may have reached the relay. */
  readonly inDoubt: boolean;
}

/** What a mail that was not handed over becomes; without `wait`, in seconds, nothing more happens of its own accord. */
export interface NotSent {
  readonly state: 'planned' | 'in_doubt' | 'failed';
  readonly wait: number | undefined;
}

/**
 * A refusal for good is final. Once there was a doubt it stays until the mail is known to have arrived. A new doubt waits for a person
 * where the policy is to hold, and everywhere once the reader may have as many copies as are let go without asking.
 * @param chance at least 0, below 1: spreads the next tries
 */
export function afterFailure(failure: Failure, tried: Tried, policy: DoubtPolicy, chance: number): NotSent {
  if (failure.permanent) return { state: 'failed', wait: undefined };
  const doubt = tried.inDoubt || failure.mayHaveGone;
  const ends = tried.attempt >= maxAttempts;
  const mayHaveMany = tried.inDoubt && tried.attempt >= maxCopies;
  const held = failure.mayHaveGone && (policy === 'hold' || mayHaveMany);
  const wait = ends || held ? undefined : waitSeconds(tried.attempt, chance);
  if (doubt) return { state: 'in_doubt', wait };
  return { state: ends ? 'failed' : 'planned', wait };
}
