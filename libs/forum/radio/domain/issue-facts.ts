import { editText, newText, DomainError, type FieldFault, type Language, type LocalizedText } from '#core/kernel';
import type { Area } from './areas.js';
import { radioErrors } from './radio.errors.js';
import type { ReferenceRow, StationRow } from './radio-evidence.types.js';
import type { BandRow } from './radio-issue.types.js';
import type { Allocation, RadioService, RadioType } from './radio.types.js';
import { readBand } from './read-band.js';
import { readStation, type StationInput } from './station.js';

/** What a case says; what both keys stand on when it is changed. */
export interface IssueFacts {
  readonly title: LocalizedText;
  readonly type: RadioType | null;
  readonly services: readonly RadioService[];
  readonly bands: readonly BandRow[];
  readonly areas: readonly Area[];
  readonly regions: LocalizedText | null;
  readonly stations: LocalizedText | null;
  readonly allocation: Allocation | null;
  readonly firstSeen: string | null;
  readonly seasonFrom: number | null;
  readonly seasonTo: number | null;
  readonly times: string | null;
  readonly channelId: string | null;
  readonly stationRows: readonly StationRow[];
  readonly references: readonly ReferenceRow[];
}

/** What a person writes; absent keeps what is there, null or '' takes it away. */
export interface IssueInput {
  /** Language of `title`, `regions` and `stations`. */
  readonly lang: Language;
  readonly title?: string | undefined;
  readonly type?: RadioType | undefined;
  readonly services?: readonly RadioService[] | undefined;
  readonly bands?: readonly { readonly text: string; readonly label?: string | undefined }[] | undefined;
  readonly areas?: readonly Area[] | undefined;
  readonly regions?: string | undefined;
  readonly stations?: string | undefined;
  readonly allocation?: Allocation | null | undefined;
  readonly firstSeen?: string | null | undefined;
  readonly seasonFrom?: number | null | undefined;
  readonly seasonTo?: number | null | undefined;
  readonly times?: string | undefined;
  readonly channelId?: string | null | undefined;
  readonly stationList?: readonly StationInput[] | undefined;
  readonly references?:
    | readonly {
        readonly kind: ReferenceRow['kind'];
        readonly reference: string;
        readonly dated?: string | undefined;
      }[]
    | undefined;
}

/** A case before anything is known of it but its title. */
export function newFacts(lang: Language, title: string): IssueFacts {
  return {
    title: newText(lang, title),
    type: null,
    services: [],
    bands: [],
    areas: [],
    regions: null,
    stations: null,
    allocation: null,
    firstSeen: null,
    seasonFrom: null,
    seasonTo: null,
    times: null,
    channelId: null,
    stationRows: [],
    references: [],
  };
}

const keep = <Value>(now: Value, next: Value | undefined): Value => (next === undefined ? now : next);

/**
 * The facts with what a person wrote.
 * @param today the last day on which anything can have been seen first
 * @throws the first of what bands and stations are refused with, all of them in `fields`; radio.dateInFuture
 */
export function withInput(facts: IssueFacts, input: IssueInput, today: string): IssueFacts {
  const faults: { fault: FieldFault; error: DomainError }[] = [];
  const read = <In, Out>(list: readonly In[], path: string, one: (value: In) => Out | DomainError): Out[] =>
    list.flatMap((value, index) => {
      const found = one(value);
      if (!(found instanceof DomainError)) return [found];
      const { code, params } = found;
      faults.push({ fault: { path: `${path}.${String(index)}`, code, params }, error: found });
      return [];
    });
  const bands =
    input.bands &&
    read(input.bands, 'bands', ({ text, label }) => {
      const band = readBand(text);
      return band instanceof DomainError ? band : { ...band, label: label === '' ? null : (label ?? null) };
    });
  const stationRows = input.stationList && read(input.stationList, 'stationList', readStation);
  const [first] = faults;
  if (first)
    throw new DomainError(
      first.error.code,
      first.error.status,
      first.error.params,
      faults.map(({ fault }) => fault),
    );
  const firstSeen = keep(facts.firstSeen, input.firstSeen);
  if (firstSeen !== null && firstSeen > today) throw radioErrors.dateInFuture();
  return {
    title: input.title === undefined ? facts.title : editText(facts.title, input.lang, input.title),
    type: keep(facts.type, input.type),
    services: keep(facts.services, input.services && [...new Set(input.services)]),
    bands: keep(facts.bands, bands),
    areas: keep(facts.areas, input.areas && [...new Set(input.areas)]),
    regions: written(facts.regions, input.lang, input.regions),
    stations: written(facts.stations, input.lang, input.stations),
    allocation: keep(facts.allocation, input.allocation),
    firstSeen,
    seasonFrom: keep(facts.seasonFrom, input.seasonFrom),
    seasonTo: keep(facts.seasonTo, input.seasonTo),
    times: keep(facts.times, input.times === '' ? null : input.times),
    channelId: keep(facts.channelId, input.channelId),
    stationRows: keep(facts.stationRows, stationRows),
    references: keep(
      facts.references,
      input.references?.map(({ kind, reference, dated }) => ({ kind, reference, dated: dated ?? null })),
    ),
  };
}

function written(now: LocalizedText | null, lang: Language, text: string | undefined): LocalizedText | null {
  if (text === undefined) return now;
  if (text === '') return null;
  return now ? editText(now, lang, text) : newText(lang, text);
}
