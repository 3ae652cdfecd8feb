import type { ActionFilter } from '#forum/actions';
import { readCursor } from './actions.cursor.js';
import type { ListActionsDto } from './actions.dto.js';

/** The filters of a list of action items, as its export has them too. @throws common.notACursor */
export function actionFilter(query: ListActionsDto): ActionFilter {
  return {
    scope: query.scope ?? 'all',
    states: query.state,
    overdue: query.overdue === undefined ? undefined : query.overdue === 'true',
    sessionId: query.session,
    commitmentId: query.commitment,
    channelId: query.channel,
    ownerPostId: query.owner,
    originId: query.origin,
    priority: query.priority,
    unfinished: query.unfinished === 'true',
    dueFrom: query.dueFrom,
    dueTo: query.dueTo,
    after: query.cursor === undefined ? undefined : readCursor(query.cursor),
    limit: query.limit ?? 50,
  };
}
