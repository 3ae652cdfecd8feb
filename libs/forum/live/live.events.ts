import { defineEvent } from '#platform/database';
import type { LiveEventKind } from './domain/live.types.js';

/** Something happened while a session ran, or was noted by one side for itself; the trail keeps it with who did it. */
export const liveHappened = defineEvent<{ sessionId: string; kind: LiveEventKind; subjectId: string | null }>(
  'live.happened',
);

/** PostgreSQL's own channel on which every process hears that there is something to read; the payload is the session's id. */
export const LIVE_CHANNEL = 'forum_live';
