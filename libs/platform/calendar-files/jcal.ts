import { calendarFilesErrors } from './calendar-files.errors.js';

/** One property as ical.js reads it (jCal, RFC 7265): only text parameters and the first value are of use here. */
export interface Property {
  readonly name: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly type: string;
  readonly value: unknown;
}

export interface Part {
  readonly name: string;
  readonly properties: readonly Property[];
  /** Direct ones only; an answer has no use for what lies deeper. */
  readonly parts: readonly Part[];
}

/** Takes over what ical.js has read, down to the components of the calendar. @throws calendar-files.malformed for any other shape */
export function partsOf(jcal: unknown, depth = 0): Part {
  if (!Array.isArray(jcal)) throw calendarFilesErrors.malformed();
  const [name, properties, parts] = jcal as unknown[];
  if (typeof name !== 'string' || !Array.isArray(properties) || !Array.isArray(parts))
    throw calendarFilesErrors.malformed();
  return {
    name,
    properties: properties.map(propertyOf),
    parts: depth > 0 ? [] : parts.map((part: unknown) => partsOf(part, depth + 1)),
  };
}

function propertyOf(jcal: unknown): Property {
  if (!Array.isArray(jcal)) throw calendarFilesErrors.malformed();
  const [name, parameters, type, value] = jcal as unknown[];
  if (typeof name !== 'string' || typeof type !== 'string' || typeof parameters !== 'object' || parameters === null)
    throw calendarFilesErrors.malformed();
  const texts = Object.entries(parameters).flatMap(([key, text]): [string, string][] =>
    typeof text === 'string' ? [[key, text]] : [],
  );
  return { name, parameters: new Map(texts), type, value };
}

/** The property that must stand exactly once. @throws calendar-files.malformed */
export function only(part: Part, name: string): Property {
  const [property, ...more] = part.properties.filter((one) => one.name === name);
  if (!property || more.length > 0) throw calendarFilesErrors.malformed();
  return property;
}

/** The property that may stand once. @throws calendar-files.malformed when it stands twice */
export function atMostOne(part: Part, name: string): Property | undefined {
  return part.properties.some((one) => one.name === name) ? only(part, name) : undefined;
}

/** @throws calendar-files.malformed for a value that is no text of sensible length */
export function textOf({ value }: Property): string {
  if (typeof value !== 'string' || value === '' || value.length > 500) throw calendarFilesErrors.malformed();
  return value;
}
