import { newText } from '#core/kernel';
import type { ExchangeProgrammeRow, ExhibitionRow } from '#forum/business';
import type { BodyRow } from '#forum/channels';
import type { MultilateralMeetingRow } from '#forum/multilateral';
import type { RadioIssueDetailRow, RadioIssueRow } from '#forum/radio';
import type { Reading } from '../http/decorators.js';
import { presentText, presentTextOrNull } from '../http/text.view.js';
import type {
  BodyView,
  ExchangeProgrammeView,
  ExhibitionView,
  MultilateralMeetingView,
  RadioIssueDetailView,
  RadioIssueSummaryView,
} from './record.dto.js';
import { presentDateOrNull, presentSource } from './source.view.js';

export function presentRadioIssue(row: RadioIssueRow, reading: Reading): RadioIssueSummaryView {
  return {
    id: row.id,
    code: row.code,
    title: presentText(row.title, reading),
    type: row.type,
    services: [...row.services],
    bands: row.bands.map(({ nominalHz, lowHz, highHz }) => ({ nominalHz, lowHz, highHz })),
    regions: presentTextOrNull(row.regions, reading),
    status: row.status,
    statusAsOf: row.statusAsOf,
    season: row.season,
    illustrative: row.illustrative,
  };
}

export function presentRadioIssueDetail(row: RadioIssueDetailRow, reading: Reading): RadioIssueDetailView {
  return {
    ...presentRadioIssue(row, reading),
    stations: presentTextOrNull(row.stations, reading),
    positionKr: presentTextOrNull(row.positionKr, reading),
    positionJp: presentTextOrNull(row.positionJp, reading),
    history: row.history.map(({ value, precision, end, text }) => ({
      date: presentDateOrNull(value, precision),
      dateEnd: end,
      text: presentText(text, reading),
    })),
    evidence: row.evidence,
    sources: row.sources.map(presentSource),
    overlaps: row.overlaps.map(({ id, code, title }) => ({ id, code, title: presentText(title, reading) })),
  };
}

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

export function presentMultilateralMeeting(row: MultilateralMeetingRow, reading: Reading): MultilateralMeetingView {
  return {
    id: row.id,
    code: row.code,
    body: { code: row.body.code, name: presentText(row.body.name ?? newText('en', row.body.code), reading) },
    name: presentText(row.name, reading),
    date: presentDateOrNull(row.value, row.precision),
    dateEnd: row.dateEnd,
    dateRemark: row.dateRemark,
    place: presentTextOrNull(row.place, reading),
    note: row.note,
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
