import { list, record } from './composed-rules.js';
import type { Read } from './rule.types.js';
import { source, body, person, topic, channel, session } from './schema/dialogue.schema.js';
import {
  instrument,
  commitment,
  radioIssue,
  exhibition,
  exchangeProgramme,
  multilateralMeeting,
  contextEvent,
  conflict,
} from './schema/promises.schema.js';
import { illustrative, calendarReference, meta } from './schema/illustrative.schema.js';

/**
 * The format of the record as one table: what may stand where, which ids a row declares and which it refers to.
 * The TypeScript types of the rows are read off this table.
 */
export const historySchema = record({
  meta,
  sources: list(source, 1),
  bodies: list(body),
  people: list(person),
  topics: list(topic),
  channels: list(channel),
  sessions: list(session),
  instruments: list(instrument),
  commitments: list(commitment),
  radio_issues: list(radioIssue),
  exhibitions: list(exhibition),
  exchange_programmes: list(exchangeProgramme),
  multilateral: list(multilateralMeeting),
  context_events: list(contextEvent),
  conflicts: list(conflict),
  calendar_reference: calendarReference,
  illustrative,
});

/** The whole record as typed, plain data. */
export type History = Read<typeof historySchema>;
