import { commonErrors, type Actor, type Allowed } from '#core/kernel';
import { partialDate } from '#forum/provenance';
import {
  allocationWarnings,
  knownPosition,
  mayDraftRadio,
  radioContext,
  radioLifecycle,
  radioOffers,
  radioTimers,
  RADIO_LEVELS,
  type OverlapRow,
  type RadioHistoryRow,
  type RadioIssueDetailRow,
  type RadioIssueRow,
} from '#forum/radio';
import type { RuleBook } from '#forum/reminder-rules';
import { sessionTitle } from '#forum/sessions';
import type { WorkingCalendar } from '#forum/working-days';
import { etagOf, type Reading } from '../http/decorators.js';
import { presentText, presentTextOrNull } from '../http/text.view.js';
import { presentDateOrNull, presentSource } from '../record/source.view.js';
import { presentMeasure, presentMeasurement, presentPosition, presentStation } from './evidence.presenter.js';
import type {
  RadioChannelView,
  RadioHistoryView,
  RadioIssueDetailView,
  RadioIssueSummaryView,
  RadioOverlapView,
} from './radio.views.js';

/** Both countries lie in Region 3 of the ITU. */
const ITU_REGION = 3;

export function presentRadioIssue(row: RadioIssueRow, reading: Reading): RadioIssueSummaryView {
  return {
    id: row.id,
    etag: etagOf(row.version),
    code: row.code,
    title: presentText(row.title, reading),
    type: row.type,
    services: [...row.services],
    bands: row.bands.map((band) => ({ ...band })),
    areas: [...row.areas],
    regions: presentTextOrNull(row.regions, reading),
    status: row.status,
    statusAsOf: row.statusAsOf,
    season: row.season,
    seasonFrom: row.seasonFrom,
    seasonTo: row.seasonTo,
    level: row.level,
    nextCheck: row.nextCheck,
    reportedSide: row.reportedSide,
    audience: row.audience,
    illustrative: row.illustrative,
  };
}

/** What a case is shown with. */
export interface RadioSurroundings {
  readonly calendar: WorkingCalendar;
  /** Those of its channel. */
  readonly rules: RuleBook;
  readonly overlaps: readonly OverlapRow[];
}

export function presentRadioIssueDetail(
  row: RadioIssueDetailRow,
  { calendar, rules, overlaps }: RadioSurroundings,
  actor: Actor,
  reading: Reading,
): RadioIssueDetailView {
  const draft = row.positions.find((one) => one.exchangedAt === null && one.side === actor.side);
  const linked = row.links.map((link) => link.id);
  return {
    ...presentRadioIssue(row, reading),
    stations: presentTextOrNull(row.stations, reading),
    positionKr: presentTextOrNull(knownPosition(row, 'kr'), reading),
    positionJp: presentTextOrNull(knownPosition(row, 'jp'), reading),
    ownPosition: draft ? presentPosition(draft, reading) : null,
    formerPositions: row.positions.filter((one) => one.replacedAt !== null).map((one) => presentPosition(one, reading)),
    allocation: row.allocation,
    ituRegion: ITU_REGION,
    firstSeen: row.firstSeen === null ? null : partialDate(row.firstSeen),
    times: row.times,
    channel: presentChannel(row.channelId, row.channelName, reading),
    escalatedTo: presentChannel(row.escalatedToChannelId, row.escalatedToName, reading),
    stationList: row.stationRows.map(presentStation),
    references: row.references.map((one) => ({ ...one })),
    measurements: row.measurements.map((one) => presentMeasurement(one, reading)),
    measures: row.measures.map((one) => presentMeasure(one, reading)),
    raised: row.raised.map(({ session, held }) => ({
      sessionId: session.id,
      title: presentText(sessionTitle(session, actor.side), reading),
      startDate: session.startDate,
      held,
    })),
    history: row.history.map((entry) => presentHistory(entry, reading)),
    timers: radioTimers(row, calendar, rules).map((timer) => ({ ...timer })),
    warnings: allocationWarnings(row.services, row.bands).map(({ service, band }) => ({ service, band: { ...band } })),
    links: row.links.map((link) => ({ ...link, title: presentText(link.title, reading) })),
    overlaps: overlaps.map((one) => presentOverlap(one, linked, reading)),
    evidence: row.evidence,
    sources: row.sources.map(presentSource),
    allowedActions: radioLifecycle
      .allowedActions(row.status, radioContext(row, actor))
      .filter(({ action }) => radioOffers.includes(action)),
  };
}

export function presentOverlap(row: OverlapRow, linked: readonly string[], reading: Reading): RadioOverlapView {
  return { ...row, areas: [...row.areas], title: presentText(row.title, reading), linked: linked.includes(row.id) };
}

/** Whether the reader may open a case. */
export function opening(actor: Actor): Allowed[] {
  const allowed = mayDraftRadio(actor);
  return ['create', 'import'].map((action) => ({
    action,
    allowed,
    reason: allowed ? null : commonErrors.forbidden.code,
  }));
}

function presentChannel(
  id: string | null,
  name: RadioIssueDetailRow['channelName'],
  reading: Reading,
): RadioChannelView | null {
  return id === null || name === null ? null : { id, name: presentText(name, reading) };
}

function presentHistory(row: RadioHistoryRow, reading: Reading): RadioHistoryView {
  const { value, precision, end, text, kind, state, side, detail, occurredAt } = row;
  return {
    date: presentDateOrNull(value, precision),
    dateEnd: end,
    text: presentTextOrNull(text, reading),
    kind,
    state,
    side,
    level: RADIO_LEVELS.find((level) => level === detail?.['level']) ?? null,
    at: occurredAt,
  };
}
