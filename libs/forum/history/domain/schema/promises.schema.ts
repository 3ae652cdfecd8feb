import { SENSITIVITIES } from '#forum/channels';
import { COMMITMENT_STATUSES, INSTRUMENT_KINDS, LEGAL_FORCES } from '#forum/commitments';
import { RADIO_SERVICES, RADIO_STATES, RADIO_TYPES } from '#forum/radio';
import { bandRule } from '../band-rule.js';
import { datedValue, list, localized, nullable, optional, record } from '../composed-rules.js';
import { anyDate, declares, emptyAsNull, fullDate, oneOf, parsed, refers, text, whole, yesNo } from '../rules.js';
import { parseStrength } from '../written-forms.js';
import { party, sources, topics, evidence, span } from './shared.schema.js';

/** What was promised and what it is about: instruments, commitments, radio issues, events, and where sources contradict each other. */
export const instrument = record({
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

export const commitment = record({
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

export const radioFields = {
  id: declares('radioIssue'),
  title: localized,
  bands: list(bandRule),
  services: list(oneOf(RADIO_SERVICES), 1),
  position_kr: nullable(localized),
  position_jp: nullable(localized),
  status: oneOf(RADIO_STATES),
};
export const radioIssue = record({
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

export const exhibition = record({
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
export const exchangeProgramme = record({
  id: declares('exchangeProgramme'),
  name: localized,
  basis: refers('commitment'),
  sources,
  evidence,
});
export const multilateralMeeting = record({
  id: declares('multilateralMeeting'),
  org: refers('body'),
  name: localized,
  dates: nullable(span),
  place: nullable(localized),
  sources,
  evidence,
  note: optional(text),
});
export const contextEvent = record({
  id: declares('contextEvent'),
  date: datedValue,
  text: localized,
  attribution: text,
  sources,
  evidence,
  sensitivity: oneOf(SENSITIVITIES),
  wording: optional(localized),
});
export const conflict = record({ id: declares('conflict'), sources, topic: text, text, handling: text });
