import type { Language } from '#core/kernel';
import { valueOf } from '../../shared/forms/form.js';
import type { TextView } from '../../shared/api/types.js';
import type { Band, Issue } from './api.js';

type Written = TextView & { all?: Partial<Record<Language, TextView>> };

/** A text in the language in which it is edited; nothing where that language is still missing. */
const inLanguage = (text: Written | null, lang: Language): string => {
  const own = text?.all?.[lang];
  return own === undefined || own.status === 'missing' ? '' : own.text;
};

/** Megahertz of integer hertz given as decimal text, without a floating point. */
function megahertz(hertz: string): string {
  const digits = hertz.padStart(7, '0');
  const fraction = digits.slice(-6).replace(/0+$/u, '');
  return fraction === '' ? digits.slice(0, -6) : `${digits.slice(0, -6)}.${fraction}`;
}

/** A band as a person types it: `806–821 MHz | Ch. 15`. */
function bandText({ nominalHz, lowHz, highHz, label }: Band): string {
  const edges =
    lowHz !== null && highHz !== null ? `${megahertz(lowHz)}–${megahertz(highHz)}` : megahertz(nominalHz ?? '0');
  return label ? `${edges} MHz | ${label}` : `${edges} MHz`;
}

/** The fields of the form as the case has them. */
export function initialOf(issue: Issue | undefined, lang: Language): Record<string, string> {
  if (!issue) return {};
  return {
    title: inLanguage(issue.title, lang),
    type: issue.type ?? '',
    allocation: issue.allocation ?? '',
    bands: issue.bands.map(bandText).join('\n'),
    regions: inLanguage(issue.regions, lang),
    stations: inLanguage(issue.stations, lang),
    firstSeen: issue.firstSeen?.value ?? '',
    seasonFrom: issue.seasonFrom === null ? '' : String(issue.seasonFrom),
    seasonTo: issue.seasonTo === null ? '' : String(issue.seasonTo),
    times: issue.times ?? '',
    channelId: issue.channel?.id ?? '',
  };
}

/** What the form sends. A title left empty in this language stays as it is in the others. */
export function bodyOf(data: FormData, lang: Language, mode: 'create' | 'edit' | 'change'): object {
  const orNull = (name: string): string | null => valueOf(data, name) || null;
  const month = (name: string): number | null => (valueOf(data, name) === '' ? null : Number(valueOf(data, name)));
  const title = valueOf(data, 'title');
  const reason = valueOf(data, 'reason');
  return {
    lang,
    ...(title === '' && mode !== 'create' ? {} : { title }),
    ...(valueOf(data, 'type') ? { type: valueOf(data, 'type') } : {}),
    services: data.getAll('services'),
    areas: data.getAll('areas'),
    bands: bandsOf(valueOf(data, 'bands')),
    ...words(data, 'regions', mode),
    ...words(data, 'stations', mode),
    allocation: orNull('allocation'),
    firstSeen: orNull('firstSeen')?.normalize('NFKC') ?? null,
    seasonFrom: month('seasonFrom'),
    seasonTo: month('seasonTo'),
    times: valueOf(data, 'times'),
    channelId: orNull('channelId'),
    stationList: rowsOf(data, 'station', ['height', 'eirp', 'latitude', 'longitude']).filter(stationSaid),
    references: rowsOf(data, 'reference', []).filter((row) => row['reference']),
    ...(mode === 'change' && reason ? { reason } : {}),
  };
}

/** Words in a language that has none yet are left alone while the field stays empty. */
function words(data: FormData, name: string, mode: string): object {
  const text = valueOf(data, name);
  return text === '' && mode !== 'create' ? {} : { [name]: text };
}

/** One band a line, what people call it behind a bar. */
export const bandsOf = (text: string): { text: string; label?: string }[] =>
  text
    .split('\n')
    .map((line) => line.split('|').map((part) => part.trim()))
    .flatMap(([band = '', label = '']) => (band === '' ? [] : [{ text: band, ...(label ? { label } : {}) }]));

/** A number as people write it in any width; what is none stays as it was typed, so that its field is refused and not left empty. */
export function decimalOf(value: string): number | string {
  const plain = value.normalize('NFKC').replace('−', '-');
  return /^[+-]?\d+(?:\.\d+)?$/u.test(plain) ? Number(plain) : value;
}

/** A row in which nothing was typed is no station. */
const stationSaid = (row: object): boolean =>
  Object.keys(row).some((name) => !['role', 'holder', 'side', 'area', 'polarisation'].includes(name));

/** Rows of fields named `station.0.class`: what is empty is absent. */
function rowsOf(data: FormData, kind: string, numbers: readonly string[]): Record<string, string | number>[] {
  const rows = new Map<string, Record<string, string | number>>();
  for (const key of new Set(data.keys())) {
    const [group, index = '', name = ''] = key.split('.');
    if (group !== kind) continue;
    const value = valueOf(data, key);
    const row = rows.get(index) ?? {};
    if (value !== '') row[name] = numbers.includes(name) ? decimalOf(value) : value;
    rows.set(index, row);
  }
  return [...rows.values()];
}
