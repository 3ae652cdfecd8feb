import { writtenPrecision, type RecordRow } from '#forum/provenance';
import type { History } from '../history.schema.js';
import { described, describedOrNull, sideOf } from './row-words.js';

type Ids = ReadonlyMap<string, string>;

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
