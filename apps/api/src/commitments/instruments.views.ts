import { ApiProperty } from '@nestjs/swagger';
import { LANGUAGES, SIDES, type Language, type Side } from '#core/kernel';
import {
  INSTRUMENT_KINDS,
  INSTRUMENT_STATES,
  LEGAL_FORCES,
  type InstrumentKind,
  type InstrumentState,
  type LegalForce,
} from '#forum/commitments';
import type { Evidence } from '#forum/provenance';
import { AllowedView, LocalizedTextView, PartialDateView } from '../http/text.view.js';
import { PostView } from '../identity/identity.dto.js';
import { PageView } from '../record/page.js';
import { ConflictView, evidenceWords, SourceView } from '../record/source.view.js';
import { NamedView } from '../sessions/sessions.dto.js';
import { CommitmentAreaView, CommitmentSummaryView } from './commitments.views.js';

export class InstrumentSummaryView {
  @ApiProperty() id: string;
  @ApiProperty({ type: String, nullable: true, description: 'given when both sides see it' }) code: string | null;
  @ApiProperty({ type: LocalizedTextView }) name: LocalizedTextView;
  @ApiProperty({ enum: INSTRUMENT_KINDS }) kind: InstrumentKind;
  @ApiProperty({ type: PartialDateView }) date: PartialDateView;
  @ApiProperty({ enum: LEGAL_FORCES }) legal: LegalForce;
  @ApiProperty({ type: LocalizedTextView, nullable: true }) place: LocalizedTextView | null;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'number' }, description: 'commitments by status' })
  counts: Record<string, number>;
  @ApiProperty({ enum: INSTRUMENT_STATES }) state: InstrumentState;
  @ApiProperty({ enum: SIDES, nullable: true, type: String, description: 'who drafted it' }) originSide: Side | null;
  @ApiProperty() illustrative: boolean;
}

export class InstrumentListView extends PageView {
  @ApiProperty({ type: [InstrumentSummaryView] }) items: InstrumentSummaryView[];
  @ApiProperty({ type: [AllowedView] }) allowedActions: AllowedView[];
}

/** What Korean law asks of an arrangement between agencies, for the Korean side alone. */
export class InstrumentCheckView {
  @ApiProperty() makesNoRights: boolean;
  @ApiProperty() makesNoBudget: boolean;
  @ApiProperty() makesNoExemption: boolean;
  @ApiProperty({ type: String, nullable: true }) consultedOn: string | null;
  @ApiProperty({ type: String, nullable: true }) postedOn: string | null;
  @ApiProperty({ type: String, nullable: true }) postingUrl: string | null;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'last day for posting; null until the day of signature is known',
  })
  postingDue: string | null;
}

export class InstrumentDetailView extends InstrumentSummaryView {
  @ApiProperty() etag: string;
  @ApiProperty({ type: [CommitmentAreaView] }) areas: CommitmentAreaView[];
  @ApiProperty({ type: [CommitmentSummaryView] }) commitments: CommitmentSummaryView[];
  @ApiProperty({ type: [SourceView] }) sources: SourceView[];
  @ApiProperty({ type: [ConflictView] }) conflicts: ConflictView[];
  @ApiProperty({ type: String, nullable: true }) note: string | null;
  @ApiProperty({ type: Boolean, nullable: true }) textAvailable: boolean | null;
  @ApiProperty({ enum: evidenceWords }) evidence: Evidence;
  @ApiProperty({ type: NamedView, nullable: true, description: 'where it was agreed' }) session: NamedView | null;
  @ApiProperty({ type: [PostView], description: 'the reader’s side first' }) signatories: PostView[];
  @ApiProperty({ enum: LANGUAGES, isArray: true, description: 'languages of the originals' }) copyLanguages: Language[];
  @ApiProperty({ description: 'languages still to be written or checked' }) gaps: number;
  @ApiProperty({ type: InstrumentCheckView, nullable: true }) check: InstrumentCheckView | null;
  @ApiProperty({ type: [AllowedView] }) allowedActions: AllowedView[];
}
