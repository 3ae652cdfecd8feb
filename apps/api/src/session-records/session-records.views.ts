import { ApiProperty } from '@nestjs/swagger';
import { AUDIENCES, LANGUAGES, SIDES, type Audience, type Language, type Side } from '#core/kernel';
import {
  bracketOwners,
  clearanceStates,
  paragraphKinds,
  recordKinds,
  recordStates,
  type BracketOwner,
  type ClearanceState,
  type ParagraphKind,
  type RecordKind,
  type RecordState,
} from '#forum/records';
import { KeyView } from '../agenda/key.view.js';
import { AllowedView, LocalizedTextView } from '../http/text.view.js';
import { PostView } from '../identity/identity.dto.js';
import { ProposalView } from '../proposals/proposals.dto.js';

const instant = { type: String, nullable: true, description: 'ISO 8601 UTC' } as const;

export class RelatedRecordView {
  @ApiProperty() id: string;
  @ApiProperty({ enum: recordKinds }) kind: RecordKind;
  @ApiProperty({ type: LocalizedTextView }) title: LocalizedTextView;
  @ApiProperty({ enum: recordStates }) state: RecordState;
  @ApiProperty({ type: Number, nullable: true, description: 'of a corrigendum that was exchanged' }) number:
    number | null;
}

/** What a side says of its clearance; null while it says nothing. */
export class RecordClearanceView {
  @ApiProperty({ enum: SIDES }) side: Side;
  @ApiProperty({ enum: clearanceStates, nullable: true, type: String }) state: ClearanceState | null;
}

export class RecordClearanceStepView {
  @ApiProperty() id: string;
  @ApiProperty({ type: PostView }) post: PostView;
  @ApiProperty({ enum: ['waiting', 'passed', 'returned'] }) state: 'waiting' | 'passed' | 'returned';
  @ApiProperty({ description: 'it is this post’s turn' }) turn: boolean;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
  @ApiProperty(instant) decidedAt: string | null;
}

export class SessionRecordSummaryView {
  @ApiProperty() id: string;
  @ApiProperty() etag: string;
  @ApiProperty() sessionId: string;
  @ApiProperty({ enum: SIDES, description: 'who drafted it' }) side: Side;
  @ApiProperty({ enum: recordKinds }) kind: RecordKind;
  @ApiProperty({ enum: recordStates }) state: RecordState;
  @ApiProperty({ enum: AUDIENCES }) audience: Audience;
  @ApiProperty({ type: LocalizedTextView, description: 'with the tokens of the alternat' }) title: LocalizedTextView;
  @ApiProperty() forSignature: boolean;
  @ApiProperty({ description: 'subject to approval at home' }) adReferendum: boolean;
  @ApiProperty({ description: 'agreed or signed so, and not confirmed by both governments yet' })
  awaitsConfirmation: boolean;
  @ApiProperty({ description: 'agreed by both keys and only to be signed' }) readyToSign: boolean;
  @ApiProperty({ description: 'SHA-256 over the content in all languages, 64 hex digits' }) hash: string;
  @ApiProperty({ description: 'number of the latest version; 0 before it was exchanged' }) version: number;
  @ApiProperty() openBrackets: number;
  @ApiProperty() openTexts: number;
  @ApiProperty({ type: [KeyView], description: 'the reader’s own side first; none for who may not know of keys' })
  keys: KeyView[];
  @ApiProperty({ type: [RecordClearanceView], description: 'the reader’s own side first' })
  clearances: RecordClearanceView[];
  @ApiProperty({ type: RelatedRecordView, nullable: true }) annexOf: RelatedRecordView | null;
  @ApiProperty({ type: RelatedRecordView, nullable: true }) corrigendumOf: RelatedRecordView | null;
  @ApiProperty({ type: Number, nullable: true }) corrigendumNumber: number | null;
  @ApiProperty({ ...instant, description: 'the minute from which everybody reads it' }) releaseAt: string | null;
  @ApiProperty(instant) releasedAt: string | null;
  @ApiProperty({ description: 'both agreed to keep it among themselves' }) notPublic: boolean;
  @ApiProperty() illustrative: boolean;
}

/** Offsets are those of the text in this language, brackets among them. */
export class RecordBracketView {
  @ApiProperty({ enum: bracketOwners }) by: BracketOwner;
  @ApiProperty() words: string;
  @ApiProperty() start: number;
  @ApiProperty() end: number;
}

/** Brackets side by side, of which one is to stand in the end. */
export class RecordBracketGroupView {
  @ApiProperty() start: number;
  @ApiProperty() end: number;
  @ApiProperty({ type: [RecordBracketView] }) brackets: readonly RecordBracketView[];
}

export class RecordLanguageBracketsView {
  @ApiProperty({ enum: LANGUAGES }) lang: Language;
  @ApiProperty({ type: [RecordBracketGroupView] }) groups: readonly RecordBracketGroupView[];
  @ApiProperty({ description: 'not the same brackets as in the source' }) differs: boolean;
}

export class RecordItemView {
  @ApiProperty() id: string;
  @ApiProperty({ type: Number, nullable: true }) number: number | null;
  @ApiProperty({ type: LocalizedTextView }) title: LocalizedTextView;
}

export class SessionRecordParagraphView {
  @ApiProperty() id: string;
  @ApiProperty() etag: string;
  @ApiProperty({ enum: paragraphKinds }) kind: ParagraphKind;
  @ApiProperty({ type: LocalizedTextView, description: 'with tokens and brackets' }) text: LocalizedTextView;
  @ApiProperty({ type: [RecordLanguageBracketsView], description: 'languages with an open bracket' })
  brackets: RecordLanguageBracketsView[];
  @ApiProperty({ type: RecordItemView, nullable: true }) agendaItem: RecordItemView | null;
  @ApiProperty({ type: LocalizedTextView, nullable: true, description: 'what a corrigendum corrects' })
  corrects: LocalizedTextView | null;
}

export class RecordGapView {
  @ApiProperty({ type: String, nullable: true, description: 'null for the title' }) paragraphId: string | null;
  @ApiProperty({ enum: LANGUAGES }) lang: Language;
  @ApiProperty({ enum: ['missing', 'stale', 'machine', 'draft'] }) gap: string;
}

export class RecordSigningView {
  @ApiProperty({ description: 'YYYY-MM-DD' }) on: string;
  @ApiProperty({ type: String, nullable: true }) place: string | null;
  @ApiProperty({ type: PostView, nullable: true }) kr: PostView | null;
  @ApiProperty({ type: PostView, nullable: true }) jp: PostView | null;
}

export class RecordSessionView {
  @ApiProperty() id: string;
  @ApiProperty({ type: LocalizedTextView }) title: LocalizedTextView;
  @ApiProperty() zone: string;
  @ApiProperty({ enum: SIDES, nullable: true, type: String }) host: Side | null;
  @ApiProperty(instant) embargoAt: string | null;
}

export class SessionRecordView extends SessionRecordSummaryView {
  @ApiProperty({ type: [String], enum: LANGUAGES }) authenticLanguages: readonly Language[];
  @ApiProperty({ enum: LANGUAGES, nullable: true, type: String }) prevailingLanguage: Language | null;
  @ApiProperty({ type: [SessionRecordParagraphView] }) paragraphs: SessionRecordParagraphView[];
  @ApiProperty({ type: [RecordGapView] }) gaps: RecordGapView[];
  @ApiProperty({ type: [RecordClearanceStepView], description: 'of the reader’s own side; never the other’s' })
  chain: RecordClearanceStepView[];
  @ApiProperty({ type: [RelatedRecordView] }) annexes: RelatedRecordView[];
  @ApiProperty({ type: [RelatedRecordView] }) corrigenda: RelatedRecordView[];
  @ApiProperty({ type: RecordSigningView, nullable: true }) signing: RecordSigningView | null;
  @ApiProperty(instant) sharedAt: string | null;
  @ApiProperty({ ...instant, description: 'since when the other side sees these words of a release of one side' })
  shownAt: string | null;
  @ApiProperty(instant) withdrawnAt: string | null;
  @ApiProperty({ type: Number, nullable: true, description: 'hours for which a release of one side is shown before' })
  showHours: number | null;
  @ApiProperty({ type: RecordSessionView, nullable: true }) session: RecordSessionView | null;
  @ApiProperty({ type: [RecordItemView], description: 'agenda items a paragraph can belong to' })
  items: RecordItemView[];
  @ApiProperty({ type: [ProposalView], description: 'open ones about this text' }) proposals: ProposalView[];
  @ApiProperty({ type: [AllowedView] }) allowedActions: AllowedView[];
}

export class SessionRecordListView {
  @ApiProperty() sessionId: string;
  @ApiProperty({ type: [SessionRecordSummaryView] }) items: SessionRecordSummaryView[];
  @ApiProperty({ type: [AllowedView] }) allowedActions: AllowedView[];
}

export class RecordRulesView {
  @ApiProperty() channelId: string;
  @ApiProperty({ type: Number, nullable: true }) showHours: number | null;
  @ApiProperty({ type: [ProposalView] }) proposals: ProposalView[];
  @ApiProperty({ type: [AllowedView] }) allowedActions: AllowedView[];
}
