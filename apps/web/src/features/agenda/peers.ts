import type { AgendaItem } from '../../shared/api/types.js';

/** Rows that move among each other: the shared ones, or the drafts of one side. */
export const peersOf = (items: readonly AgendaItem[], item: AgendaItem): AgendaItem[] =>
  items.filter((other) => other.audience === item.audience);
