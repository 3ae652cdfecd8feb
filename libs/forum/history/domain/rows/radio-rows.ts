import { areasNamed, type Band } from '#forum/radio';
import type { RecordRow } from '#forum/provenance';
import type { History } from '../history.schema.js';
import { described, describedOrNull, englishOnly } from './row-words.js';

type Ids = ReadonlyMap<string, string>;

/** Real cases first, then the invented one with its mark; all are between the two sides. */
export function radioIssueRows({ radio_issues, illustrative }: History): RecordRow[] {
  const real = radio_issues.map((issue, position) => ({
    code: issue.id,
    values: {
      code: issue.id,
      position,
      title: described(issue.title),
      type: issue.type,
      services: issue.services,
      regions: described(issue.regions),
      stations: described(issue.stations),
      position_kr: describedOrNull(issue.position_kr),
      position_jp: describedOrNull(issue.position_jp),
      status: issue.status,
      status_as_of: issue.status_as_of,
      season: issue.season,
      source_codes: issue.sources,
      evidence: issue.evidence,
      illustrative: false,
      audience: 'joint',
      areas: areasNamed(described(issue.regions)),
    },
  }));
  const invented = illustrative.radio_issues.map((issue, index) => ({
    code: issue.id,
    values: {
      code: issue.id,
      position: real.length + index,
      title: described(issue.title),
      type: null,
      services: issue.services,
      regions: null,
      stations: null,
      position_kr: describedOrNull(issue.position_kr),
      position_jp: describedOrNull(issue.position_jp),
      status: issue.status,
      status_as_of: null,
      season: null,
      source_codes: [],
      evidence: null,
      illustrative: true,
      audience: 'joint',
      areas: [],
    },
  }));
  return [...real, ...invented];
}

const digits = (hertz: bigint | null): string | null => (hertz === null ? null : String(hertz));

export function radioBandRows({ radio_issues, illustrative }: History, ids: Ids): RecordRow[] {
  return [...radio_issues, ...illustrative.radio_issues].flatMap(({ id, bands }) =>
    bands.map((band: Band, position) => {
      const code = `${id}/${String(position + 1)}`;
      return {
        code,
        values: {
          code,
          radio_issue_id: ids.get(id),
          position,
          nominal_hz: digits(band.nominalHz),
          low_hz: digits(band.lowHz),
          high_hz: digits(band.highHz),
          audience: 'joint',
        },
      };
    }),
  );
}

export function radioEventRows({ radio_issues }: History, ids: Ids): RecordRow[] {
  return radio_issues.flatMap(({ id, history }) =>
    history.map(({ date, text }, position) => {
      const code = `${id}/${String(position + 1)}`;
      return {
        code,
        values: {
          code,
          radio_issue_id: ids.get(id),
          position,
          date_value: date?.from ?? null,
          date_precision: date?.precision ?? null,
          date_end: date?.to ?? null,
          text: englishOnly(text),
          audience: 'joint',
        },
      };
    }),
  );
}
