import type { Audience, LocalizedText, Side } from '#core/kernel';
import type { Evidence, Precision, SourceRow } from '#forum/provenance';
import type { SessionRef } from '#forum/sessions';
import type { Area } from './areas.js';
import type { RadioFacts } from './radio-context.js';
import type { MeasurementRow, MeasureRow, PositionRow, ReferenceRow, StationRow } from './radio-evidence.types.js';
import type { Allocation, RadioEventKind, RadioLevel, RadioService, RadioState, RadioType } from './radio.types.js';

/** Band edges are integer hertz as decimal text: they pass through no floating point. */
export interface BandRow {
  readonly nominalHz: string | null;
  readonly lowHz: string | null;
  readonly highHz: string | null;
  /** What people call it, e.g. `Ch. 15`. */
  readonly label: string | null;
}

/** One case as the register lists it. Instants are ISO 8601 UTC, days `YYYY-MM-DD`. */
export interface RadioIssueRow {
  readonly id: string;
  /** Null until it is reported. */
  readonly code: string | null;
  readonly title: LocalizedText;
  readonly type: RadioType | null;
  readonly services: readonly RadioService[];
  readonly bands: readonly BandRow[];
  readonly areas: readonly Area[];
  readonly regions: LocalizedText | null;
  readonly status: RadioState;
  readonly statusAsOf: string | null;
  readonly season: string | null;
  readonly seasonFrom: number | null;
  readonly seasonTo: number | null;
  readonly level: RadioLevel;
  readonly nextCheck: string | null;
  readonly originSide: Side | null;
  readonly reportedSide: Side | null;
  readonly illustrative: boolean;
  readonly audience: Audience;
  readonly version: number;
}

export interface RadioHistoryRow {
  readonly value: string | null;
  readonly precision: Precision | null;
  readonly end: string | null;
  /** Words of the record; null where `kind` tells. */
  readonly text: LocalizedText | null;
  readonly kind: RadioEventKind | null;
  readonly state: RadioState | null;
  readonly side: Side | null;
  readonly detail: Readonly<Record<string, string>> | null;
  readonly occurredAt: string | null;
}

/** A session in which the case was raised, by hand or as an item of its agenda. */
export interface RaisedRow {
  readonly session: SessionRef;
  readonly channelId: string;
  readonly level: string;
  readonly held: boolean;
  readonly startDate: string;
}

export interface LinkRow {
  readonly linkId: string;
  readonly id: string;
  readonly code: string | null;
  readonly title: LocalizedText;
  readonly status: RadioState;
}

/** One case with all its reader may see of it. */
export interface RadioIssueDetailRow extends RadioIssueRow, RadioFacts {
  readonly stations: LocalizedText | null;
  /** Positions as the record has them. */
  readonly positionKr: LocalizedText | null;
  readonly positionJp: LocalizedText | null;
  readonly allocation: Allocation | null;
  readonly firstSeen: string | null;
  readonly times: string | null;
  readonly channelId: string | null;
  readonly channelName: LocalizedText | null;
  readonly escalatedToChannelId: string | null;
  readonly escalatedToName: LocalizedText | null;
  readonly reportedAt: string | null;
  /** The day it was reported, in the two capitals. */
  readonly reportedOn: string | null;
  readonly acknowledgedOn: string | null;
  readonly resolvedOn: string | null;
  readonly statusSince: string | null;
  readonly today: string;
  readonly history: readonly RadioHistoryRow[];
  readonly evidence: Evidence | null;
  readonly sources: readonly SourceRow[];
  readonly stationRows: readonly StationRow[];
  readonly references: readonly ReferenceRow[];
  readonly measurements: readonly MeasurementRow[];
  readonly positions: readonly PositionRow[];
  readonly measures: readonly MeasureRow[];
  readonly raised: readonly RaisedRow[];
  readonly links: readonly LinkRow[];
  readonly updatedAt: string;
}
