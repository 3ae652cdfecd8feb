import { ApiProperty } from '@nestjs/swagger';
import { AUDIENCES, SIDES, type Audience, type Side } from '#core/kernel';
import {
  ALLOCATIONS,
  AREAS,
  RADIO_EVENT_KINDS,
  RADIO_LEVELS,
  RADIO_SERVICES,
  RADIO_STATES,
  RADIO_TYPES,
  TIMER_RULES,
  type Allocation,
  type Area,
  type RadioEventKind,
  type RadioLevel,
  type RadioService,
  type RadioState,
  type RadioType,
  type TimerRule,
} from '#forum/radio';
import { AllowedView, LocalizedTextView, PartialDateView } from '../http/text.view.js';
import { PageView } from '../record/page.js';
import { evidenceWords, SourceView } from '../record/source.view.js';
import type { Evidence } from '#forum/provenance';
import {
  RadioMeasurementView,
  RadioMeasureView,
  RadioPositionView,
  RadioReferenceView,
  RadioStationView,
} from './evidence.views.js';

/** A band in whole hertz, as decimal text, so that it passes through no floating point. */
export class BandView {
  @ApiProperty({ type: String, nullable: true, example: '2600000000' }) nominalHz: string | null;
  @ApiProperty({ type: String, nullable: true, example: '806000000' }) lowHz: string | null;
  @ApiProperty({ type: String, nullable: true, example: '821000000' }) highHz: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'what people call it' }) label: string | null;
}

export class RadioIssueSummaryView {
  @ApiProperty() id: string;
  @ApiProperty() etag: string;
  @ApiProperty({ type: String, nullable: true, description: 'given when it is reported' }) code: string | null;
  @ApiProperty({ type: LocalizedTextView }) title: LocalizedTextView;
  @ApiProperty({ enum: RADIO_TYPES, nullable: true, type: String }) type: RadioType | null;
  @ApiProperty({ enum: RADIO_SERVICES, isArray: true }) services: RadioService[];
  @ApiProperty({ type: [BandView] }) bands: BandView[];
  @ApiProperty({ enum: AREAS, isArray: true }) areas: Area[];
  @ApiProperty({ type: LocalizedTextView, nullable: true }) regions: LocalizedTextView | null;
  @ApiProperty({ enum: RADIO_STATES }) status: RadioState;
  @ApiProperty({ type: String, nullable: true, description: 'date as coarse as its source' }) statusAsOf: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'as the record has it' }) season: string | null;
  @ApiProperty({ type: Number, nullable: true, description: 'month, 1–12' }) seasonFrom: number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'month, 1–12' }) seasonTo: number | null;
  @ApiProperty({ enum: RADIO_LEVELS, description: 'above experts it is escalated' }) level: RadioLevel;
  @ApiProperty({ type: String, nullable: true, description: 'YYYY-MM-DD' }) nextCheck: string | null;
  @ApiProperty({ enum: SIDES, nullable: true, type: String, description: 'whose report it is' })
  reportedSide: Side | null;
  @ApiProperty({ enum: AUDIENCES, description: 'who can see it' }) audience: Audience;
  @ApiProperty() illustrative: boolean;
}

export class RadioHistoryView {
  @ApiProperty({ type: PartialDateView, nullable: true }) date: PartialDateView | null;
  @ApiProperty({ type: String, nullable: true }) dateEnd: string | null;
  @ApiProperty({ type: LocalizedTextView, nullable: true, description: 'words of the record' })
  text: LocalizedTextView | null;
  @ApiProperty({ enum: RADIO_EVENT_KINDS, nullable: true, type: String, description: 'what people did' })
  kind: RadioEventKind | null;
  @ApiProperty({ enum: RADIO_STATES, nullable: true, type: String }) state: RadioState | null;
  @ApiProperty({ enum: SIDES, nullable: true, type: String }) side: Side | null;
  @ApiProperty({ enum: RADIO_LEVELS, nullable: true, type: String, description: 'the level that was set' })
  level: RadioLevel | null;
  @ApiProperty({ type: String, nullable: true, description: 'ISO 8601 UTC' }) at: string | null;
}

export class RadioOverlapView {
  @ApiProperty() id: string;
  @ApiProperty({ type: String, nullable: true }) code: string | null;
  @ApiProperty({ type: LocalizedTextView }) title: LocalizedTextView;
  @ApiProperty({ enum: RADIO_STATES }) status: RadioState;
  @ApiProperty({ enum: AREAS, isArray: true }) areas: Area[];
  @ApiProperty({ description: 'shared spectrum, hertz' }) lowHz: string;
  @ApiProperty({ description: 'the same as lowHz where the other has a nominal frequency only' }) highHz: string;
  @ApiProperty({ description: 'false where one of the two names no place' }) areaKnown: boolean;
  @ApiProperty({ description: 'resolved within 24 months: reopen it instead of reporting a new one' })
  reopenable: boolean;
  @ApiProperty() linked: boolean;
  @ApiProperty() illustrative: boolean;
}

export class RadioLinkView {
  @ApiProperty({ description: 'id of the link' }) linkId: string;
  @ApiProperty({ description: 'id of the other case' }) id: string;
  @ApiProperty({ type: String, nullable: true }) code: string | null;
  @ApiProperty({ type: LocalizedTextView }) title: LocalizedTextView;
  @ApiProperty({ enum: RADIO_STATES }) status: RadioState;
}

export class RadioTimerView {
  @ApiProperty({ enum: TIMER_RULES }) rule: TimerRule;
  @ApiProperty({ enum: SIDES, nullable: true, type: String, description: 'who has to act; null is both' })
  side: Side | null;
  @ApiProperty({ type: String, nullable: true, description: 'YYYY-MM-DD' }) due: string | null;
  @ApiProperty({ type: Number, nullable: true }) daysLeft: number | null;
  @ApiProperty() late: boolean;
  @ApiProperty({ description: 'ran out: the next level is suggested, people decide' }) suggestsLevel: boolean;
}

export class RadioRaisedView {
  @ApiProperty() sessionId: string;
  @ApiProperty({ type: LocalizedTextView }) title: LocalizedTextView;
  @ApiProperty() startDate: string;
  @ApiProperty() held: boolean;
}

export class RadioChannelView {
  @ApiProperty() id: string;
  @ApiProperty({ type: LocalizedTextView }) name: LocalizedTextView;
}

/** A service that the table of Region 3 does not have in this band: a warning, no refusal. */
export class RadioWarningView {
  @ApiProperty({ enum: RADIO_SERVICES }) service: RadioService;
  @ApiProperty({ type: BandView }) band: BandView;
}

export class RadioIssueDetailView extends RadioIssueSummaryView {
  @ApiProperty({ type: LocalizedTextView, nullable: true, description: 'stations in words' })
  stations: LocalizedTextView | null;
  @ApiProperty({ type: LocalizedTextView, nullable: true, description: 'what both sides know of it' })
  positionKr: LocalizedTextView | null;
  @ApiProperty({ type: LocalizedTextView, nullable: true, description: 'what both sides know of it' })
  positionJp: LocalizedTextView | null;
  @ApiProperty({ type: RadioPositionView, nullable: true, description: 'of the own side, not exchanged yet' })
  ownPosition: RadioPositionView | null;
  @ApiProperty({ type: [RadioPositionView], description: 'replaced ones, oldest first' })
  formerPositions: RadioPositionView[];
  @ApiProperty({ enum: ALLOCATIONS, nullable: true, type: String }) allocation: Allocation | null;
  @ApiProperty({ description: 'region of the ITU; both countries are in 3' }) ituRegion: number;
  @ApiProperty({ type: PartialDateView, nullable: true }) firstSeen: PartialDateView | null;
  @ApiProperty({ type: String, nullable: true }) times: string | null;
  @ApiProperty({ type: RadioChannelView, nullable: true, description: 'the talks that deal with it' })
  channel: RadioChannelView | null;
  @ApiProperty({ type: RadioChannelView, nullable: true }) escalatedTo: RadioChannelView | null;
  @ApiProperty({ type: [RadioStationView] }) stationList: RadioStationView[];
  @ApiProperty({ type: [RadioReferenceView] }) references: RadioReferenceView[];
  @ApiProperty({ type: [RadioMeasurementView] }) measurements: RadioMeasurementView[];
  @ApiProperty({ type: [RadioMeasureView], description: 'agreed by two keys' }) measures: RadioMeasureView[];
  @ApiProperty({ type: [RadioRaisedView] }) raised: RadioRaisedView[];
  @ApiProperty({ type: [RadioHistoryView] }) history: RadioHistoryView[];
  @ApiProperty({ type: [RadioTimerView] }) timers: RadioTimerView[];
  @ApiProperty({ type: [RadioWarningView] }) warnings: RadioWarningView[];
  @ApiProperty({ type: [RadioLinkView] }) links: RadioLinkView[];
  @ApiProperty({ type: [RadioOverlapView], description: 'cases that share band and area with this one' })
  overlaps: RadioOverlapView[];
  @ApiProperty({ enum: evidenceWords, nullable: true, type: String }) evidence: Evidence | null;
  @ApiProperty({ type: [SourceView] }) sources: SourceView[];
  @ApiProperty({ type: [AllowedView] }) allowedActions: AllowedView[];
}

export class RadioIssueListView extends PageView {
  @ApiProperty({ type: [RadioIssueSummaryView] }) items: RadioIssueSummaryView[];
  @ApiProperty({ type: [AllowedView] }) allowedActions: AllowedView[];
}

export class RadioOverlapListView {
  @ApiProperty({ type: [BandView], description: 'as the text was read' }) bands: BandView[];
  @ApiProperty({ type: [RadioOverlapView] }) items: RadioOverlapView[];
}
