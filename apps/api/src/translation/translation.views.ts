import { ApiProperty } from '@nestjs/swagger';
import { LANGUAGES, SIDES, type Language, type Side } from '#core/kernel';
import {
  translationEventNames,
  translationStates,
  unitGaps,
  warningKinds,
  type TextWarning,
  type TranslationEventName,
  type TranslationState,
  type UnitGap,
  type WarningKind,
} from '#forum/translation';
import { WordMarkView } from '../http/word-mark.view.js';
import { AllowedView, LocalizedTextView } from '../http/text.view.js';
import { PostView } from '../identity/identity.dto.js';

export class TranslationSessionView {
  @ApiProperty() id: string;
  @ApiProperty({ type: LocalizedTextView }) title: LocalizedTextView;
  @ApiProperty({ description: 'YYYY-MM-DD' }) startDate: string;
}

export class TranslationAmountView {
  @ApiProperty() count: number;
  @ApiProperty({ enum: ['characters', 'words'] }) unit: 'characters' | 'words';
}

export class TranslatorView {
  @ApiProperty({ type: PostView, nullable: true, description: 'null while nobody is named, and for interpreters' })
  post: PostView | null;
  @ApiProperty({ description: 'somebody has taken it up or is named' }) named: boolean;
  @ApiProperty() me: boolean;
}

export class TranslationSummaryView {
  @ApiProperty() id: string;
  @ApiProperty({ example: 'agenda' }) subjectType: string;
  @ApiProperty() subjectId: string;
  @ApiProperty({ type: LocalizedTextView, nullable: true, description: 'title of a single object such as a paper' })
  label: LocalizedTextView | null;
  @ApiProperty({ type: TranslationSessionView, nullable: true }) session: TranslationSessionView | null;
  @ApiProperty({ enum: LANGUAGES }) fromLang: Language;
  @ApiProperty({ enum: LANGUAGES }) toLang: Language;
  @ApiProperty({ description: 'YYYY-MM-DD' }) dueOn: string;
  @ApiProperty({ description: 'calendar days at the requesting side; negative when late' }) daysLeft: number;
  @ApiProperty() overdue: boolean;
  @ApiProperty({ enum: translationStates }) state: TranslationState;
  @ApiProperty({ description: 'a source changed under work that was done' }) outdated: boolean;
  @ApiProperty({ description: 'number of texts' }) units: number;
  @ApiProperty({ type: TranslationAmountView }) amount: TranslationAmountView;
  @ApiProperty({ enum: SIDES }) requestedSide: Side;
  @ApiProperty({ type: PostView, nullable: true }) requestedBy: PostView | null;
  @ApiProperty({ type: TranslatorView }) translator: TranslatorView;
  @ApiProperty({ type: PostView, nullable: true }) checker: PostView | null;
  @ApiProperty({ enum: ['kr', 'jp', 'joint'] }) audience: string;
}

export class TranslationListView {
  @ApiProperty({ type: [TranslationSummaryView] }) items: TranslationSummaryView[];
  @ApiProperty({ type: [AllowedView], description: 'whether the reader may ask for a translation' })
  allowedActions: AllowedView[];
  @ApiProperty() hasMore: boolean;
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

export class UnitSourceView {
  @ApiProperty({ enum: LANGUAGES }) lang: Language;
  @ApiProperty() text: string;
  @ApiProperty() revision: number;
}

export class UnitTargetView {
  @ApiProperty() text: string;
  @ApiProperty({ description: 'source revision that it translates' }) of: number;
  @ApiProperty({ enum: ['draft', 'machine', 'checked', 'authentic'] }) status: string;
}

export class UnitThirdView {
  @ApiProperty({ enum: LANGUAGES }) lang: Language;
  @ApiProperty() text: string;
  @ApiProperty() stale: boolean;
}

class WarningValuesView {
  @ApiProperty({ required: false }) ko?: string;
  @ApiProperty({ required: false }) ja?: string;
  @ApiProperty({ required: false }) en?: string;
}

export class UnitWarningView implements TextWarning {
  @ApiProperty({ enum: warningKinds }) kind: WarningKind;
  @ApiProperty({ type: WarningValuesView, description: 'what has no counterpart in the other language' })
  values: WarningValuesView;
}

export class TranslationUnitView {
  @ApiProperty() id: string;
  @ApiProperty({ description: 'for If-Match when this text is written' }) etag: string;
  @ApiProperty({ example: 'title' }) field: string;
  @ApiProperty({ type: LocalizedTextView }) label: LocalizedTextView;
  @ApiProperty({ description: 'path in the web app' }) path: string;
  @ApiProperty({ description: 'false once its owner fixed it' }) open: boolean;
  @ApiProperty({ type: UnitSourceView }) source: UnitSourceView;
  @ApiProperty({ type: UnitTargetView, nullable: true }) target: UnitTargetView | null;
  @ApiProperty({ type: UnitThirdView, nullable: true }) third: UnitThirdView | null;
  @ApiProperty({
    type: [WordMarkView],
    nullable: true,
    description: 'what changed in the source since the revision translated; null when nothing did or it is not known',
  })
  changes: WordMarkView[] | null;
  @ApiProperty({ enum: unitGaps, nullable: true, type: String }) gap: UnitGap | null;
  @ApiProperty({ type: TranslationAmountView }) amount: TranslationAmountView;
  @ApiProperty({ description: 'the last change of the source was said to need none here' }) noChange: boolean;
  @ApiProperty({ type: [UnitWarningView] }) warnings: UnitWarningView[];
}

export class TranslationEventView {
  @ApiProperty({ description: 'ISO 8601 in UTC' }) at: string;
  @ApiProperty({ enum: translationEventNames }) event: TranslationEventName;
  @ApiProperty({ enum: SIDES, nullable: true, type: String }) side: Side | null;
  @ApiProperty({ type: PostView, nullable: true }) post: PostView | null;
  @ApiProperty({ type: LocalizedTextView, nullable: true }) reason: LocalizedTextView | null;
  @ApiProperty({ type: String, nullable: true, description: 'the text it is about' }) unitId: string | null;
  @ApiProperty({ type: Number, nullable: true, description: 'source revision that needed no change' })
  revision: number | null;
}

export class TranslationProgressView {
  @ApiProperty() done: number;
  @ApiProperty() total: number;
}

export class TranslationView extends TranslationSummaryView {
  @ApiProperty() etag: string;
  @ApiProperty({ description: 'SHA-256 over the texts shown, for the check' }) hash: string;
  @ApiProperty({ type: LocalizedTextView, nullable: true }) note: LocalizedTextView | null;
  @ApiProperty({ type: TranslationProgressView }) progress: TranslationProgressView;
  @ApiProperty({ type: [TranslationUnitView] }) texts: TranslationUnitView[];
  @ApiProperty({ type: [TranslationEventView] }) history: TranslationEventView[];
  @ApiProperty({ type: [AllowedView] }) allowedActions: AllowedView[];
}
