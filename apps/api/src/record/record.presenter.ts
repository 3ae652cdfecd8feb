import type { ExchangeProgrammeRow, ExhibitionRow } from '#forum/business';
import type { BodyRow } from '#forum/channels';
import type { Reading } from '../http/decorators.js';
import { presentText, presentTextOrNull } from '../http/text.view.js';
import type { BodyView, ExchangeProgrammeView, ExhibitionView } from './record.dto.js';
import { presentSource } from './source.view.js';

export function presentExhibition(row: ExhibitionRow, reading: Reading): ExhibitionView {
  return {
    id: row.id,
    code: row.code,
    name: presentText(row.name, reading),
    side: row.side,
    place: presentText(row.place, reading),
    usualMonth: row.usualMonth,
    sampleFrom: row.sampleFrom,
    sampleTo: row.sampleTo,
    sampleNote: row.sampleNote,
    organiser: presentTextOrNull(row.organiser, reading),
    evidence: row.evidence,
    sources: row.sources.map(presentSource),
  };
}

export function presentExchangeProgramme(row: ExchangeProgrammeRow, reading: Reading): ExchangeProgrammeView {
  const { commitment } = row;
  return {
    id: row.id,
    code: row.code,
    name: presentText(row.name, reading),
    commitment: commitment && { id: commitment.id, code: commitment.code, text: presentText(commitment.text, reading) },
    evidence: row.evidence,
    sources: row.sources.map(presentSource),
  };
}

export function presentBody(row: BodyRow, reading: Reading): BodyView {
  return {
    id: row.id,
    code: row.code,
    side: row.side,
    country: row.country,
    kind: row.kind,
    name: presentText(row.name, reading),
    shortName: presentTextOrNull(row.shortName, reading),
    names: row.names.map(({ name, from, to }) => ({ name: presentText(name, reading), from, to })),
    successorId: row.successorId,
    note: row.note,
    sources: row.sources.map(presentSource),
  };
}
