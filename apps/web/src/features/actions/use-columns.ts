import type { UseQueryResult } from '@tanstack/react-query';
import type { Problem } from '../../shared/api/problem.js';
import type { ActionListItem, List } from '../../shared/api/types.js';
import { useActions } from './api.js';
import type { BoardColumn } from './moves.js';

export type ColumnRead = UseQueryResult<List<ActionListItem>, Problem>;

/** Nobody reads more cards of one column at once; the table has them all. */
const SHOWN = '50';

/** The cards of each column, earliest due date first. */
export function useColumns({ unfinished: _every, ...query }: Record<string, string>): Record<BoardColumn, ColumnRead> {
  const of = (state: BoardColumn): Record<string, string> => ({ ...query, state, limit: SHOWN });
  return {
    open: useActions(of('open')),
    in_progress: useActions(of('in_progress')),
    blocked: useActions(of('blocked')),
    done_claimed: useActions(of('done_claimed')),
    done_confirmed: useActions(of('done_confirmed')),
  };
}
