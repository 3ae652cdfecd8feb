import { LEVELS } from '#forum/channels';
import { list, localized, mapOf, nullable, optional, record } from '../composed-rules.js';
import { declares, fullDate, oneOf, refers, text, whole } from '../rules.js';
import { party, sources, place } from './shared.schema.js';
import { radioFields } from './promises.schema.js';

/** What was invented for the demo, and the reference calendar. */
export const deadline = record({ rule: text, raw: fullDate, rolled: fullDate, why: optional(text) });
export const illustrative = record({
  note: text,
  sessions: list(
    record({
      id: declares('session'),
      channel: refers('channel'),
      ordinal: nullable(whole(1, 200)),
      date: fullDate,
      place,
      host: party,
      level: oneOf(LEVELS),
      status: oneOf(['preparing', 'agreed']),
      deadlines: list(deadline),
    }),
  ),
  agenda: list(
    record({
      session: refers('session'),
      no: whole(1, 100),
      title: localized,
      lead: oneOf(['host', 'KR', 'JP']),
      minutes: whole(1, 600),
    }),
  ),
  action_items: list(
    record({
      id: declares('actionItem'),
      title: localized,
      responsible: oneOf(['both', 'KR', 'JP']),
      owner_post: localized,
      due: fullDate,
      status: oneOf(['open', 'in_progress']),
    }),
  ),
  radio_issues: list(record(radioFields)),
});

export const holiday = record({
  date: fullDate,
  weekday: oneOf(['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']),
  name_local: text,
  name_en: text,
});
export const lunarYear = record({
  seollal: fullDate,
  buddha: fullDate,
  chuseok: fullDate,
  jp_vernal: fullDate,
  jp_autumnal: fullDate,
});
export const calendarReference = record({
  note: text,
  sources,
  KR: mapOf(list(holiday)),
  JP: mapOf(list(holiday)),
  status: record({ KR: mapOf(text), JP: mapOf(text) }),
  lunar: record({ note: text, years: mapOf(lunarYear) }),
});

export const meta = record({
  title: text,
  compiled: fullDate,
  languages: list(oneOf(['ko', 'ja', 'en']), 3),
  rule_no_copy: text,
  rule_people: text,
  evidence: mapOf(text),
  illustrative: text,
  name_status: mapOf(text),
  bodies_note: text,
  trilateral_order: text,
  order_rule: text,
});
