import { ApiProperty } from '@nestjs/swagger';
import { SIDES, type Side } from '#core/kernel';
import type { Evidence } from '#forum/provenance';
import {
  RADIO_SERVICES,
  RADIO_STATES,
  RADIO_TYPES,
  type RadioService,
  type RadioState,
  type RadioType,
} from '#forum/radio';
import { LocalizedTextView, PartialDateView } from '../http/text.view.js';
import { CodedNameView } from '../sessions/sessions.dto.js';
import { PageView } from './page.js';
import { ConflictView, evidenceWords, SourceView } from './source.view.js';

/** A band in whole hertz, as decimal text, so that it passes through no floating point. */
export class BandView {
  @ApiProperty({ type: String, nullable: true, example: '2600000000' }) nominalHz: string | null;
  @ApiProperty({ type: String, nullable: true, example: '806000000' }) lowHz: string | null;
  @ApiProperty({ type: String, nullable: true, example: '821000000' }) highHz: string | null;
}

export class RadioIssueSummaryView {
  @ApiProperty() id: string;
  @ApiProperty() code: string;
  @ApiProperty({ type: LocalizedTextView }) title: LocalizedTextView;
  @ApiProperty({ enum: RADIO_TYPES, nullable: true, type: String }) type: RadioType | null;
  @ApiProperty({ enum: RADIO_SERVICES, isArray: true }) services: RadioService[];
  @ApiProperty({ type: [BandView] }) bands: BandView[];
  @ApiProperty({ type: LocalizedTextView, nullable: true }) regions: LocalizedTextView | null;
  @ApiProperty({ enum: RADIO_STATES }) status: RadioState;
  @ApiProperty({ type: String, nullable: true, description: 'date as coarse as its source' }) statusAsOf: string | null;
  @ApiProperty({ type: String, nullable: true }) season: string | null;
  @ApiProperty() illustrative: boolean;
}

export class RadioHistoryView {
  @ApiProperty({ type: PartialDateView, nullable: true }) date: PartialDateView | null;
  @ApiProperty({ type: String, nullable: true }) dateEnd: string | null;
  @ApiProperty({ type: LocalizedTextView }) text: LocalizedTextView;
}

export class RadioOverlapView {
  @ApiProperty() id: string;
  @ApiProperty() code: string;
  @ApiProperty({ type: LocalizedTextView }) title: LocalizedTextView;
}

export class RadioIssueDetailView extends RadioIssueSummaryView {
  @ApiProperty({ type: LocalizedTextView, nullable: true }) stations: LocalizedTextView | null;
  @ApiProperty({ type: LocalizedTextView, nullable: true }) positionKr: LocalizedTextView | null;
  @ApiProperty({ type: LocalizedTextView, nullable: true }) positionJp: LocalizedTextView | null;
  @ApiProperty({ type: [RadioHistoryView] }) history: RadioHistoryView[];
  @ApiProperty({ enum: evidenceWords, nullable: true, type: String }) evidence: Evidence | null;
  @ApiProperty({ type: [SourceView] }) sources: SourceView[];
  @ApiProperty({ type: [RadioOverlapView], description: 'issues that share spectrum with this one' })
  overlaps: RadioOverlapView[];
}

export class RadioIssueListView extends PageView {
  @ApiProperty({ type: [RadioIssueSummaryView] }) items: RadioIssueSummaryView[];
}

export class ExhibitionView {
  @ApiProperty() id: string;
  @ApiProperty() code: string;
  @ApiProperty({ type: LocalizedTextView }) name: LocalizedTextView;
  @ApiProperty({ enum: SIDES, description: 'the side in whose country it is held' }) side: Side;
  @ApiProperty({ type: LocalizedTextView }) place: LocalizedTextView;
  @ApiProperty({ minimum: 1, maximum: 12 }) usualMonth: number;
  @ApiProperty({ type: String, nullable: true, description: 'first day of an edition the sources tell of' })
  sampleFrom: string | null;
  @ApiProperty({ type: String, nullable: true }) sampleTo: string | null;
  @ApiProperty({ type: String, nullable: true }) sampleNote: string | null;
  @ApiProperty({ type: LocalizedTextView, nullable: true }) organiser: LocalizedTextView | null;
  @ApiProperty({ enum: evidenceWords }) evidence: Evidence;
  @ApiProperty({ type: [SourceView] }) sources: SourceView[];
}

export class ExhibitionListView extends PageView {
  @ApiProperty({ type: [ExhibitionView] }) items: ExhibitionView[];
}

export class ProgrammeCommitmentView {
  @ApiProperty() id: string;
  @ApiProperty() code: string;
  @ApiProperty({ type: LocalizedTextView }) text: LocalizedTextView;
}

export class ExchangeProgrammeView {
  @ApiProperty() id: string;
  @ApiProperty() code: string;
  @ApiProperty({ type: LocalizedTextView }) name: LocalizedTextView;
  @ApiProperty({ type: ProgrammeCommitmentView, nullable: true, description: 'the commitment it rests on' })
  commitment: ProgrammeCommitmentView | null;
  @ApiProperty({ enum: evidenceWords }) evidence: Evidence;
  @ApiProperty({ type: [SourceView] }) sources: SourceView[];
}

export class ExchangeProgrammeListView extends PageView {
  @ApiProperty({ type: [ExchangeProgrammeView] }) items: ExchangeProgrammeView[];
}

export class MultilateralMeetingView {
  @ApiProperty() id: string;
  @ApiProperty() code: string;
  @ApiProperty({ type: CodedNameView }) body: CodedNameView;
  @ApiProperty({ type: LocalizedTextView }) name: LocalizedTextView;
  @ApiProperty({ type: PartialDateView, nullable: true }) date: PartialDateView | null;
  @ApiProperty({ type: String, nullable: true }) dateEnd: string | null;
  @ApiProperty({ type: String, nullable: true }) dateRemark: string | null;
  @ApiProperty({ type: LocalizedTextView, nullable: true }) place: LocalizedTextView | null;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
  @ApiProperty({ enum: evidenceWords }) evidence: Evidence;
  @ApiProperty({ type: [SourceView] }) sources: SourceView[];
}

export class MultilateralMeetingListView extends PageView {
  @ApiProperty({ type: [MultilateralMeetingView] }) items: MultilateralMeetingView[];
}

export class BodyNameView {
  @ApiProperty({ type: LocalizedTextView }) name: LocalizedTextView;
  @ApiProperty({ type: String, nullable: true }) from: string | null;
  @ApiProperty({ type: String, nullable: true }) to: string | null;
}

export class BodyView {
  @ApiProperty() id: string;
  @ApiProperty() code: string;
  @ApiProperty({ enum: SIDES, nullable: true, type: String }) side: Side | null;
  @ApiProperty({ description: 'KR, JP, CN, or INT for an international organisation' }) country: string;
  @ApiProperty() kind: string;
  @ApiProperty({ type: LocalizedTextView, description: 'its latest name' }) name: LocalizedTextView;
  @ApiProperty({ type: LocalizedTextView, nullable: true }) shortName: LocalizedTextView | null;
  @ApiProperty({ type: [BodyNameView] }) names: BodyNameView[];
  @ApiProperty({ type: String, nullable: true }) successorId: string | null;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
  @ApiProperty({ type: [SourceView] }) sources: SourceView[];
}

export class BodyListView extends PageView {
  @ApiProperty({ type: [BodyView] }) items: BodyView[];
}

export class ConflictListView extends PageView {
  @ApiProperty({ type: [ConflictView] }) items: ConflictView[];
}

export class SourceListView extends PageView {
  @ApiProperty({ type: [SourceView] }) items: SourceView[];
}
