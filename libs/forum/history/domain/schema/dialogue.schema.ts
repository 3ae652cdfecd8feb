import { CHANNEL_STATES, EVENT_TYPES, LEVELS, NAME_KINDS } from '#forum/channels';
import { RELIABILITY, SOURCE_KINDS } from '#forum/provenance';
import { datedValue, list, localized, nullable, optional, record } from '../composed-rules.js';
import { anyDate, declares, fullDate, oneOf, refers, text, whole } from '../rules.js';
import { country, party, sources, topics, evidence, span, place } from './shared.schema.js';

/** Who talks to whom: sources, bodies, people, topics, channels and sessions. */
export const source = record({
  id: declares('source'),
  kind: oneOf(SOURCE_KINDS),
  address: text,
  title: text,
  published: nullable(span),
  lang: text,
  reliability: oneOf(RELIABILITY),
  note: optional(text),
});

export const body = record({
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

export const person = record({
  id: declares('person'),
  name: localized,
  country: party,
  post: localized,
  post_as_of: span,
  sources,
});
export const topic = record({ id: declares('topic'), name: localized, sources });

export const channelEvent = record({
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

export const channel = record({
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

export const session = record({
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
