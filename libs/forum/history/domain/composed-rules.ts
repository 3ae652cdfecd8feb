import { PRECISIONS, type PartialDate } from '#forum/provenance';
import { WRONG, wrong, type OptionalRule, type ReadShape, type Rule, type Shape } from './rule.types.js';
import { anyDate, oneOf, text } from './rules.js';

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function nullable<T>(rule: Rule<T>): Rule<T | null> {
  return { read: (value, path, reading) => (value === null ? null : rule.read(value, path, reading)) };
}

export function optional<T>(rule: Rule<T>): OptionalRule<T> {
  return { optional: true, read: rule.read };
}

export function list<T>(rule: Rule<T>, least = 0): Rule<T[]> {
  return {
    read(value, path, reading) {
      if (!Array.isArray(value)) return wrong(reading, 'notList', path);
      if (value.length < least) return wrong(reading, 'emptyList', path);
      const read: T[] = [];
      for (const [index, entry] of value.entries()) {
        const found = rule.read(entry, `${path}[${String(index)}]`, reading);
        if (found !== WRONG) read.push(found);
      }
      return read.length === value.length ? read : WRONG;
    },
  };
}

/** An object whose keys are data (years, sides) rather than fields. */
export function mapOf<T>(rule: Rule<T>): Rule<Record<string, T>> {
  return {
    read(value, path, reading) {
      if (!isObject(value)) return wrong(reading, 'notObject', path);
      const read: Record<string, T> = {};
      let complete = true;
      for (const [key, entry] of Object.entries(value)) {
        const found = rule.read(entry, `${path}.${key}`, reading);
        if (found === WRONG) complete = false;
        else read[key] = found;
      }
      return complete ? read : WRONG;
    },
  };
}

/** An object with exactly these fields; an unknown field is a fault, so that a misspelt one is not lost in silence. */
export function record<const S extends Shape>(shape: S): Rule<ReadShape<S>> {
  return {
    read(value, path, reading) {
      if (!isObject(value)) return wrong(reading, 'notObject', path);
      const read: Record<string, unknown> = {};
      let complete = true;
      for (const key of Object.keys(value)) {
        if (Object.hasOwn(shape, key)) continue;
        reading.fault('unknownField', `${path}.${key}`);
        complete = false;
      }
      for (const [key, rule] of Object.entries(shape)) {
        if (value[key] === undefined) {
          if ('optional' in rule) continue;
          reading.fault('missing', `${path}.${key}`);
          complete = false;
          continue;
        }
        const found = rule.read(value[key], `${path}.${key}`, reading);
        if (found === WRONG) complete = false;
        else read[key] = found;
      }
      return complete ? (read as ReadShape<S>) : WRONG;
    },
  };
}
/** `{value, precision, note?}`; the value must be written at least as finely as the precision claims. */
export const datedValue: Rule<PartialDate & { note?: string }> = {
  read(value, path, reading) {
    const read = record({ value: anyDate, precision: oneOf(PRECISIONS), note: optional(text) }).read(
      value,
      path,
      reading,
    );
    if (read === WRONG) return WRONG;
    const needed = { year: 4, month: 7, day: 10 }[read.precision];
    return read.value.length < needed
      ? wrong(reading, 'badPrecision', `${path}.precision`, { value: read.value, precision: read.precision })
      : read;
  },
};

export const localized: Rule<{ ko: string; ja: string; en: string }> = {
  read(value, path, reading) {
    if (!isObject(value)) return wrong(reading, 'notObject', path);
    const absent = (['ko', 'ja', 'en'] as const).filter(
      (language) => value[language] === undefined || value[language] === null,
    );
    for (const language of absent) reading.fault('missingLanguage', `${path}.${language}`, { language });
    const present = record({ ko: optional(text), ja: optional(text), en: optional(text) }).read(value, path, reading);
    if (present === WRONG || absent.length > 0) return WRONG;
    const { ko, ja, en } = present;
    return ko === undefined || ja === undefined || en === undefined ? WRONG : { ko, ja, en };
  },
};
