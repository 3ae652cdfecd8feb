import { defineProposal, onAccepted, registerProposalSubject } from '#forum/two-key';
import { agreeArrangement } from './actions/agree-arrangement.js';
import { agreeLevel } from './actions/agree-level.js';
import type { Arrangement } from './domain/arrangement.js';
import type { LevelChange } from './domain/level-change.js';
import { sessionTitles } from './queries/session-titles.js';

/** Date, place, format and level of a session: two keys (domain.md 3.3). */
export const sessionArrangement = defineProposal<Arrangement>('session.arrangement', 'session');
/** Another level than agreed, until three days before (domain.md 3.3). */
export const sessionLevel = defineProposal<LevelChange>('session.level', 'session');

export function connectSessionsToProposals(): void {
  onAccepted(sessionArrangement, agreeArrangement);
  onAccepted(sessionLevel, agreeLevel);
  registerProposalSubject('session', {
    lock: 'select id from forum.session where id = $1 for update',
    find: async (reader, side, ids) =>
      new Map(
        [...(await sessionTitles(reader, side, ids))].map(([id, title]) => [id, { title, path: `/sessions/${id}` }]),
      ),
  });
}
