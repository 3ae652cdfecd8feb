import { ApiProperty } from '@nestjs/swagger';
import { SIDES, type Side } from '#core/kernel';
import type { Evidence } from '#forum/provenance';
import { LocalizedTextView } from '../http/text.view.js';
import { PageView } from './page.js';
import { ConflictView, evidenceWords, SourceView } from './source.view.js';

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
