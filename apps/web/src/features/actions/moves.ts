import type { ActionListItem } from '../../shared/api/types.js';
import { allowedIn } from '../../shared/ui/action-button.js';
import type { Step } from './api.js';

/** The columns of the board, from left to right; what was called off stands in the table only. */
export const COLUMNS = ['open', 'in_progress', 'blocked', 'done_claimed', 'done_confirmed'] as const;
export type BoardColumn = (typeof COLUMNS)[number];

export interface Move {
  readonly to: BoardColumn;
  readonly step: Extract<Step, 'start' | 'block' | 'unblock' | 'report-done' | 'confirm' | 'return'>;
}

/** Which act leads from a column to another one. */
const STEPS: Readonly<Record<BoardColumn, readonly Move[]>> = {
  open: [
    { to: 'in_progress', step: 'start' },
    { to: 'blocked', step: 'block' },
    { to: 'done_claimed', step: 'report-done' },
  ],
  in_progress: [
    { to: 'blocked', step: 'block' },
    { to: 'done_claimed', step: 'report-done' },
  ],
  blocked: [{ to: 'in_progress', step: 'unblock' }],
  done_claimed: [
    { to: 'done_confirmed', step: 'confirm' },
    { to: 'in_progress', step: 'return' },
  ],
  done_confirmed: [],
};

const isColumn = (state: string): state is BoardColumn => COLUMNS.some((column) => column === state);

/** Where the reader may move a card now: only what the API allows. */
export function movesOf(item: Pick<ActionListItem, 'state' | 'allowedActions'>): readonly Move[] {
  if (!isColumn(item.state)) return [];
  return STEPS[item.state].filter(({ step }) => allowedIn(item.allowedActions, step)?.allowed === true);
}

/** The column to the left or right of one, for the keyboard; the same at the edge. */
export function neighbour(column: BoardColumn, by: 1 | -1): BoardColumn {
  return COLUMNS[COLUMNS.indexOf(column) + by] ?? column;
}
