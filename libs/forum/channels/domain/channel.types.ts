/** Levels at which a channel is nominally set and a session is really held (domain.md 1.3, 3.2). */
export const LEVELS = ['expert', 'division', 'dg', 'vice_minister', 'minister', 'summit', 'local', 'private'] as const;
export type Level = (typeof LEVELS)[number];

/** Channel states of domain.md 3.2; `unknown` is for history only (domain.md 3.8). */
export const CHANNEL_STATES = [
  'proposed',
  'agreed',
  'active',
  'stalled',
  'suspended',
  'concluded',
  'superseded',
  'withdrawn',
  'unknown',
] as const;
export type ChannelState = (typeof CHANNEL_STATES)[number];

/** Append-only events of a channel: those of domain.md 3.2, and the two announcements the record tells apart from deeds (domain.md 1.7). */
export const EVENT_TYPES = [
  'proposed',
  'intent_announced',
  'reported',
  'agreed',
  'first_session',
  'session_held',
  'renamed',
  'elevated',
  'lowered',
  'spawned',
  'stalled',
  'suspended',
  'resumption_proposed',
  'resumption_announced',
  'resumed',
  'milestone',
  'concluded',
] as const;
export type ChannelEventType = (typeof EVENT_TYPES)[number];

/** Where a form of a name comes from (`meta.name_status` of the record). */
export const NAME_KINDS = ['official_kr', 'official_jp', 'press', 'translation', 'seed'] as const;
export type NameKind = (typeof NAME_KINDS)[number];

/** Sensitivity of a context event; such rows never reach public pages (domain.md 3.14, 7). */
export const SENSITIVITIES = ['low', 'medium', 'high'] as const;
export type Sensitivity = (typeof SENSITIVITIES)[number];
