import type { Band } from '#forum/radio';
import { writtenPrecision, type RecordRow } from '#forum/provenance';
import type { History } from '../history.schema.js';
import { described, describedOrNull, englishOnly, sideOf } from './row-words.js';

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

export function exhibitionRows({ exhibitions }: History, bodies: Ids): RecordRow[] {
  return exhibitions.map((exhibition, position) => ({
    code: exhibition.id,
    values: {
      code: exhibition.id,
      position,
      name: described(exhibition.name),
      side: sideOf(exhibition.country),
      place: described(exhibition.place),
      usual_month: exhibition.usual_month,
      sample_from: exhibition.sample.dates.from,
      sample_to: exhibition.sample.dates.to,
      sample_note: exhibition.sample.text ?? null,
      organiser_id: exhibition.organiser === undefined ? null : bodies.get(exhibition.organiser),
      source_codes: exhibition.sources,
      evidence: exhibition.evidence,
      audience: 'public',
    },
  }));
}

export function exchangeProgrammeRows({ exchange_programmes }: History, commitments: Ids): RecordRow[] {
  return exchange_programmes.map(({ id, name, basis, sources, evidence }, position) => ({
    code: id,
    values: {
      code: id,
      position,
      name: described(name),
      commitment_id: commitments.get(basis),
      source_codes: sources,
      evidence,
      audience: 'public',
    },
  }));
}

export function multilateralMeetingRows({ multilateral }: History, bodies: Ids): RecordRow[] {
  return multilateral.map((meeting, position) => ({
    code: meeting.id,
    values: {
      code: meeting.id,
      position,
      body_id: bodies.get(meeting.org),
      name: described(meeting.name),
      date_value: meeting.dates?.from ?? null,
      date_precision: meeting.dates === null ? null : writtenPrecision(meeting.dates.from),
      date_end: meeting.dates?.to ?? null,
      date_remark: meeting.dates?.remark ?? null,
      place: describedOrNull(meeting.place),
      note: meeting.note ?? null,
      source_codes: meeting.sources,
      evidence: meeting.evidence,
      audience: 'public',
    },
  }));
}
