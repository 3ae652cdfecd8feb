import { defineProposal, onAccepted } from '#forum/two-key';
import { agreeArrangement } from './actions/agree-arrangement.js';
import { agreeLevel } from './actions/agree-level.js';
import type { Arrangement } from './domain/arrangement.js';
import type { LevelChange } from './domain/level-change.js';

/** Date, place, format and level of a session: two keys (domain.md 3.3). */
export const sessionArrangement = defineProposal<Arrangement>('session.arrangement', 'session');
/** Another level than agreed, until three days before (domain.md 3.3). */
export const sessionLevel = defineProposal<LevelChange>('session.level', 'session');

export function connectSessionsToProposals(): void {
  onAccepted(sessionArrangement, agreeArrangement);
  onAccepted(sessionLevel, agreeLevel);
}
