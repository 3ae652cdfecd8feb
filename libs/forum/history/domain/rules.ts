import { isPartialDate } from '#forum/provenance';
import { WRONG, wrong, type HistoryFault, type IdKind, type Rule, type Wrong } from './rule.types.js';

const LONGEST_TEXT = 2000;

/** Plain text of 1–2000 code points without U+0000 and lone surrogates. */
export const text: Rule<string> = {
  read(value, path, reading) {
    if (typeof value !== 'string') return refuse('notText');
    if (value.trim() === '') return refuse('emptyText');
    if (/\p{Surrogate}|\u0000/u.test(value)) return refuse('badText');
    return [...value].length > LONGEST_TEXT ? refuse('tooLong', { most: LONGEST_TEXT }) : value;
    function refuse(code: HistoryFault, params?: Record<string, string | number>): Wrong {
      reading.fault(code, path, params);
      return WRONG;
    }
  },
};

export const yesNo: Rule<boolean> = {
  read: (value, path, reading) => (typeof value === 'boolean' ? value : wrong(reading, 'notYesNo', path)),
};

/** A whole number between two bounds, both included. */
export function whole(least: number, most: number): Rule<number> {
  return {
    read: (value, path, reading) =>
      typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
        ? value
        : wrong(reading, 'notNumber', path, { least, most }),
  };
}

export function oneOf<const V extends string>(values: readonly V[]): Rule<V> {
  return {
    read: (value, path, reading) =>
      values.find((known) => known === value) ??
      wrong(reading, 'notOneOf', path, { value: String(value).slice(0, 80), allowed: values.join(', ') }),
  };
}

/** A text that `parse` turns into a value, or refuses by answering null. */
export function parsed<T extends object>(parse: (value: string) => T | null, code: HistoryFault): Rule<T> {
  return {
    read(value, path, reading) {
      const found = typeof value === 'string' ? parse(value) : null;
      return found ?? wrong(reading, code, path, { value: String(value).slice(0, 80) });
    },
  };
}

/** A full calendar date `YYYY-MM-DD`. */
export const fullDate: Rule<string> = {
  read: (value, path, reading) =>
    typeof value === 'string' && value.length === 10 && isPartialDate(value)
      ? value
      : wrong(reading, 'badDate', path, { value: String(value).slice(0, 80) }),
};

/** A date as coarse as its source: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export const anyDate: Rule<string> = {
  read: (value, path, reading) =>
    typeof value === 'string' && isPartialDate(value)
      ? value
      : wrong(reading, 'badDate', path, { value: String(value).slice(0, 80) }),
};

const ID = /^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/;

/** The id a row gives itself; must be unique in the file. */
export function declares(kind: IdKind): Rule<string> {
  return {
    read(value, path, reading) {
      if (typeof value !== 'string' || !ID.test(value))
        return wrong(reading, 'badId', path, { value: String(value).slice(0, 80) });
      reading.declare(kind, value, path);
      return value;
    },
  };
}

/** The id of another row, which must be in the same file. */
export function refers(kind: IdKind): Rule<string> {
  return {
    read(value, path, reading) {
      if (typeof value !== 'string' || !ID.test(value))
        return wrong(reading, 'badId', path, { value: String(value).slice(0, 80) });
      reading.refer(kind, value, path);
      return value;
    },
  };
}

/** The record writes "none" as an empty text where an id could stand. */
export function emptyAsNull<T>(rule: Rule<T>): Rule<T | null> {
  return { read: (value, path, reading) => (value === '' ? null : rule.read(value, path, reading)) };
}
