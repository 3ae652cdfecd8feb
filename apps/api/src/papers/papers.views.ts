import { ApiProperty } from '@nestjs/swagger';
import { AUDIENCES, LANGUAGES, SIDES, type Audience, type Language, type Side } from '#core/kernel';
import {
  grades,
  paperStates,
  supersedeKinds,
  widenTargets,
  type Grade,
  type PaperState,
  type ReleaseTarget,
  type SupersedeKind,
} from '#forum/papers';
import { AllowedView, LocalizedTextView } from '../http/text.view.js';

const targets = ['joint', ...widenTargets];

export class PaperFileView {
  @ApiProperty() id: string;
  @ApiProperty({ enum: LANGUAGES }) lang: Language;
  @ApiProperty({ type: Number, nullable: true, description: 'counted from the release on' }) revision: number | null;
  @ApiProperty({ description: 'NFC, as it is given back on download' }) name: string;
  @ApiProperty() mediaType: string;
  @ApiProperty({ description: 'bytes' }) size: number;
  @ApiProperty({ description: '64 hex digits; also the ETag of the content' }) sha256: string;
  @ApiProperty({ description: 'ISO 8601 UTC: shared, or uploaded while it is private' }) at: string;
  @ApiProperty({ description: 'came after the day papers were due' }) late: boolean;
  @ApiProperty({ description: 'the original was replaced since' }) outdated: boolean;
  @ApiProperty({ enum: AUDIENCES, description: 'who can read it' }) audience: Audience;
  @ApiProperty({ description: 'path of the content; ranges, ETag and If-Range are understood' }) content: string;
}

export class PaperLanguageView {
  @ApiProperty({ enum: LANGUAGES }) lang: Language;
  @ApiProperty() original: boolean;
  @ApiProperty({ type: PaperFileView, nullable: true }) file: PaperFileView | null;
  @ApiProperty({ type: [PaperFileView], description: 'what was replaced, latest first' }) earlier: PaperFileView[];
}

export class PaperItemView {
  @ApiProperty() id: string;
  @ApiProperty({ type: Number, nullable: true }) number: number | null;
  @ApiProperty({ type: LocalizedTextView }) title: LocalizedTextView;
}

export class PaperReleaseView {
  @ApiProperty({ enum: targets }) to: ReleaseTarget;
  @ApiProperty({ description: 'ISO 8601 UTC' }) at: string;
  @ApiProperty({ enum: ['planned', 'done', 'cancelled'] }) state: 'planned' | 'done' | 'cancelled';
  @ApiProperty({ type: String, nullable: true, description: 'error code of what stood against it' }) reason:
    string | null;
}

export class PaperLinkView {
  @ApiProperty() id: string;
  @ApiProperty({ type: String, nullable: true }) symbol: string | null;
  @ApiProperty({ type: LocalizedTextView }) title: LocalizedTextView;
  @ApiProperty({ enum: supersedeKinds, nullable: true, type: String }) kind: SupersedeKind | null;
  @ApiProperty({ type: String, nullable: true, description: 'the paper it names' }) supersedesId: string | null;
  @ApiProperty({ enum: paperStates }) state: PaperState;
  @ApiProperty({ enum: AUDIENCES }) audience: Audience;
}

export class PaperSupersedesView {
  @ApiProperty() id: string;
  @ApiProperty({ type: String, nullable: true }) symbol: string | null;
  @ApiProperty({ enum: supersedeKinds }) kind: SupersedeKind;
}

export class PaperSummaryView {
  @ApiProperty() id: string;
  @ApiProperty() etag: string;
  @ApiProperty() sessionId: string;
  @ApiProperty({ enum: SIDES }) side: Side;
  @ApiProperty({ enum: paperStates }) state: PaperState;
  @ApiProperty({ enum: AUDIENCES, description: 'who can see it' }) audience: Audience;
  @ApiProperty({ enum: grades }) grade: Grade;
  @ApiProperty({ type: String, nullable: true, description: 'given when both sides see it' }) symbol: string | null;
  @ApiProperty({ type: LocalizedTextView }) title: LocalizedTextView;
  @ApiProperty({ enum: LANGUAGES }) originalLang: Language;
  @ApiProperty({ description: 'came, or is still missing, after the day papers were due' }) late: boolean;
  @ApiProperty({ type: String, nullable: true, description: 'ISO 8601 UTC' }) sharedAt: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'ISO 8601 UTC' }) withdrawnAt: string | null;
  @ApiProperty({ type: PaperSupersedesView, nullable: true }) supersedes: PaperSupersedesView | null;
  @ApiProperty({ type: [PaperLanguageView], description: 'the original first' }) languages: PaperLanguageView[];
  @ApiProperty({ type: [PaperItemView] }) items: PaperItemView[];
  @ApiProperty({ type: [PaperReleaseView] }) releases: PaperReleaseView[];
  @ApiProperty({ type: [AllowedView] }) allowedActions: AllowedView[];
}

export class PaperSessionView {
  @ApiProperty() id: string;
  @ApiProperty({ type: LocalizedTextView }) title: LocalizedTextView;
  @ApiProperty({ description: 'IANA name' }) zone: string;
  @ApiProperty({ description: 'YYYY-MM-DD: T-14, rolled back to a common working day' }) dueDate: string;
  @ApiProperty({ type: String, nullable: true, description: 'ISO 8601 UTC: nothing is public before' })
  embargoAt: string | null;
}

export class PaperView extends PaperSummaryView {
  @ApiProperty({ type: PaperSessionView, nullable: true, description: 'null where the session is not shown' })
  session: PaperSessionView | null;
  @ApiProperty({ description: 'largest file that is taken, in bytes' }) uploadMaxBytes: number;
  @ApiProperty({ type: [PaperLinkView], description: 'revisions, corrections and additions, oldest first' })
  chain: PaperLinkView[];
}

export class PaperListView {
  @ApiProperty() sessionId: string;
  @ApiProperty({ type: String, nullable: true, description: 'YYYY-MM-DD' }) dueDate: string | null;
  @ApiProperty({ type: [PaperSummaryView], description: 'by side, the reader’s own first, then by symbol' })
  items: PaperSummaryView[];
  @ApiProperty({ type: [AllowedView] }) allowedActions: AllowedView[];
}
