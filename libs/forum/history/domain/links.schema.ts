import { list, localized, optional, record } from './composed-rules.js';
import type { Read } from './rule.types.js';
import { fullDate, refers, text, yesNo } from './rules.js';

/**
 * What the record does not say in one place and people reviewed: to which channel a commitment led, and on which pages a conflict of
 * sources shows. Every link gives its reason and its sources.
 */
export const linksSchema = record({
  note: text,
  commitments: list(
    record({
      commitment: refers('commitment'),
      channel: refers('channel'),
      from: optional(fullDate),
      to: optional(fullDate),
      reason: localized,
      sources: list(refers('source'), 1),
    }),
  ),
  conflicts: list(
    record({ conflict: refers('conflict'), subjects: list(text), sensitive: optional(yesNo), reason: optional(text) }),
  ),
});

export type RecordLinks = Read<typeof linksSchema>;
