import { CHANNEL_STATES, EVENT_TYPES, LEVELS, NAME_KINDS, SENSITIVITIES } from '#forum/channels';
import { COMMITMENT_STATUSES, INSTRUMENT_KINDS, LEGAL_FORCES } from '#forum/commitments';
import { EVIDENCE, RELIABILITY, SOURCE_KINDS } from '#forum/provenance';
import { RADIO_SERVICES, RADIO_STATES, RADIO_TYPES } from '#forum/radio';
import { bandRule } from './band-rule.js';
import { datedValue, list, localized, mapOf, nullable, optional, record } from './composed-rules.js';
import type { Read } from './rule.types.js';
import { anyDate, declares, emptyAsNull, fullDate, oneOf, parsed, refers, text, whole, yesNo } from './rules.js';
import { parseSpan, parseStrength } from './written-forms.js';

/**
 * The format of the record as one table: what may stand where, which ids a row declares and which it refers to.
 * The TypeScript types of the rows are read off this table.
 */
const country = oneOf(['KR', 'JP', 'CN', 'INT']);
const party = oneOf(['KR', 'JP']);
const sources = list(refers('source'), 1);
const topics = list(refers('topic'));
const evidence = oneOf(EVIDENCE);
const span = parsed(parseSpan, 'badDate');
const place = record({ country, city: localized });

const source = record({
  id: declares('source'),
  kind: oneOf(SOURCE_KINDS),
  address: text,
  title: text,
  published: nullable(span),
  lang: text,
  reliability: oneOf(RELIABILITY),
  note: optional(text),
});

const body = record({
  id: declares('body'),
  country,
  name: localized,
  valid: record({ from: optional(anyDate), to: optional(anyDate) }),
  kind: oneOf([
    'ministry',
    'commission',
    'agency',
    'regional_bureau',
    'embassy',
    'council',
    'association',
    'company',
    'secretariat',
    'international_organisation',
  ]),
  sources,
  short: optional(localized),
  note: optional(text),
  successor: optional(refers('body')),
  predecessor_name: optional(localized),
});

const person = record({
  id: declares('person'),
  name: localized,
  country: party,
  post: localized,
  post_as_of: span,
  sources,
});
const topic = record({ id: declares('topic'), name: localized, sources });

const channelEvent = record({
  date: datedValue,
  date_end: optional(fullDate),
  type: oneOf(EVENT_TYPES),
  text: localized,
  level: optional(oneOf(LEVELS)),
  sources,
  evidence,
  actor: optional(refers('person')),
  participants: optional(list(refers('person'))),
  then_held_by: optional(list(refers('body'))),
  renames: optional(list(record({ side: party, name: text }))),
});

const channel = record({
  id: declares('channel'),
  name: localized,
  name_status: record({ ko: oneOf(NAME_KINDS), ja: oneOf(NAME_KINDS), en: oneOf(NAME_KINDS) }),
  nominal_level: oneOf(LEVELS),
  parties: list(text, 1),
  cadence: nullable(localized),
  hosting: nullable(text),
  state_as_of_2026_11: oneOf(CHANNEL_STATES),
  lifecycle: list(channelEvent, 1),
  sources,
  aliases: optional(
    list(record({ side: party, lang: oneOf(['ko', 'ja', 'en']), text, from_: fullDate, source: refers('source') })),
  ),
  derived_from: optional(refers('channel')),
  parent: optional(refers('channel')),
  not_to_be_confused_with: optional(list(refers('channel'))),
  topics: optional(topics),
  note: optional(text),
  seed_name: optional(text),
});

const session = record({
  id: declares('session'),
  channel: refers('channel'),
  ordinal: nullable(whole(1, 200)),
  date: datedValue,
  date_end: nullable(fullDate),
  place,
  host: country,
  level: oneOf(LEVELS),
  format: oneOf(['in_person', 'online', 'hybrid']),
  topics,
  outcome: localized,
  documents: list(refers('instrument')),
  sources,
  evidence,
  status: oneOf(['held', 'postponed', 'cancelled']),
  time_zone: oneOf(['Asia/Seoul', 'Asia/Tokyo', 'Asia/Shanghai', 'Europe/Zurich']),
  note: optional(text),
});

const instrument = record({
  id: declares('instrument'),
  name: localized,
  kind: oneOf(INSTRUMENT_KINDS),
  date: datedValue,
  legal: oneOf(LEGAL_FORCES),
  sources,
  evidence,
  signed_at: optional(localized),
  title_pattern: optional(text),
  text_available: optional(yesNo),
  note: optional(text),
  parties: optional(list(refers('body'))),
  areas: optional(list(record({ id: text, name: localized }))),
});

const commitment = record({
  id: declares('commitment'),
  instrument: emptyAsNull(refers('instrument')),
  area: nullable(text),
  text: localized,
  strength: parsed(parseStrength, 'notOneOf'),
  status: oneOf(COMMITMENT_STATUSES),
  status_as_of: fullDate,
  due: nullable(datedValue),
  topics,
  sources,
  evidence,
  status_note: optional(text),
  session: optional(refers('session')),
  follow_up: optional(record({ text: localized, sources })),
});

const radioFields = {
  id: declares('radioIssue'),
  title: localized,
  bands: list(bandRule),
  services: list(oneOf(RADIO_SERVICES), 1),
  position_kr: nullable(localized),
  position_jp: nullable(localized),
  status: oneOf(RADIO_STATES),
};
const radioIssue = record({
  ...radioFields,
  type: oneOf(RADIO_TYPES),
  regions: localized,
  stations: localized,
  history: list(record({ date: nullable(span), text })),
  season: nullable(text),
  sources,
  evidence,
  status_as_of: nullable(anyDate),
});

const exhibition = record({
  id: declares('exhibition'),
  name: localized,
  country: party,
  place: localized,
  usual_month: whole(1, 12),
  sample: record({ dates: span, text: optional(text) }),
  organiser: optional(refers('body')),
  sources,
  evidence,
});
const exchangeProgramme = record({
  id: declares('exchangeProgramme'),
  name: localized,
  basis: refers('commitment'),
  sources,
  evidence,
});
const multilateralMeeting = record({
  id: declares('multilateralMeeting'),
  org: refers('body'),
  name: localized,
  dates: nullable(span),
  place: nullable(localized),
  sources,
  evidence,
  note: optional(text),
});
const contextEvent = record({
  id: declares('contextEvent'),
  date: datedValue,
  text: localized,
  attribution: text,
  sources,
  evidence,
  sensitivity: oneOf(SENSITIVITIES),
  wording: optional(localized),
});
const conflict = record({ id: declares('conflict'), sources, topic: text, text, handling: text });

const deadline = record({ rule: text, raw: fullDate, rolled: fullDate, why: optional(text) });
const illustrative = record({
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

const holiday = record({
  date: fullDate,
  weekday: oneOf(['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']),
  name_local: text,
  name_en: text,
});
const lunarYear = record({
  seollal: fullDate,
  buddha: fullDate,
  chuseok: fullDate,
  jp_vernal: fullDate,
  jp_autumnal: fullDate,
});
const calendarReference = record({
  note: text,
  sources,
  KR: mapOf(list(holiday)),
  JP: mapOf(list(holiday)),
  status: record({ KR: mapOf(text), JP: mapOf(text) }),
  lunar: record({ note: text, years: mapOf(lunarYear) }),
});

const meta = record({
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
