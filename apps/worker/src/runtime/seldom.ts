import type { Clock } from '#core/kernel';
import type { RelayStep } from './relay-loop.js';

/**
 * A step that looks at everything there is, however little of it moved: run when so many milliseconds have passed by the clock that
 * decides, and on at once while there was something to move. A clock that was set back has passed too.
 */
export function seldom(clock: Clock, everyMs: number, step: RelayStep): RelayStep {
  let looked: number | undefined;
  return async () => {
    const now = Date.parse(await clock.now());
    if (looked !== undefined && now >= looked && now - looked < everyMs) return 0;
    looked = now;
    const moved = await step();
    if (moved > 0) looked = undefined;
    return moved;
  };
}
