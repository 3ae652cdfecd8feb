import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, ValidateIf } from 'class-validator';
import { LANGUAGES, SIDES, type Language, type Side } from '#core/kernel';
import {
  agendaStates,
  itemStates,
  objectives,
  textFields,
  type AgendaState,
  type ItemState,
  type Objective,
  type TextField,
} from '#forum/agenda';
import { PostView } from '../identity/identity.dto.js';
import { AllowedView, LocalizedTextView } from '../http/text.view.js';
import { IsLanguageCode, IsOneOf, IsSideCode, IsText, IsWhole } from '../http/validation.js';

const titleRules = { max: 300 };
const longRules = { max: 5000, multiline: true };

export class AddItemDto {
  @ApiProperty({ enum: LANGUAGES, description: 'language of title, description and note' })
  @IsLanguageCode()
  lang: Language;

  @ApiProperty({ maxLength: 300 })
  @IsText(titleRules)
  title: string;

  @ApiPropertyOptional({ maxLength: 5000 })
  @IsOptional()
  @IsText({ ...longRules, optional: true })
  description?: string;

  @ApiProperty({ minimum: 1, maximum: 480 })
  @IsWhole(1, 480)
  minutes: number;

  @ApiProperty({ enum: objectives })
  @IsOneOf(objectives)
  objective: Objective;

  @ApiPropertyOptional({ enum: SIDES })
  @IsOptional()
  @IsSideCode()
  lead?: Side;

  @ApiPropertyOptional({ maxLength: 5000, description: 'speaking points, never seen by the other side' })
  @IsOptional()
  @IsText({ ...longRules, optional: true })
  privateNote?: string;
}

export class EditItemDto {
  @ApiProperty({ enum: LANGUAGES })
  @IsLanguageCode()
  lang: Language;

  @ApiPropertyOptional({ maxLength: 300 })
  @IsOptional()
  @IsText(titleRules)
  title?: string;

  @ApiPropertyOptional({ maxLength: 5000, description: 'empty takes the description away' })
  @IsOptional()
  @IsText({ ...longRules, optional: true })
  description?: string;

  @ApiPropertyOptional({ minimum: 1, maximum: 480 })
  @IsOptional()
  @IsWhole(1, 480)
  minutes?: number;

  @ApiPropertyOptional({ enum: objectives })
  @IsOptional()
  @IsOneOf(objectives)
  objective?: Objective;

  @ApiPropertyOptional({ enum: SIDES, nullable: true, type: String })
  @ValidateIf((dto: EditItemDto) => dto.lead !== undefined && dto.lead !== null)
  @IsSideCode()
  lead?: Side | null;

  @ApiPropertyOptional({ maxLength: 5000 })
  @IsOptional()
  @IsText(longRules)
  privateNote?: string;
}

export class TranslateDto {
  @ApiProperty({ maxLength: 5000 })
  @IsText(longRules)
  text: string;

  @ApiProperty({ enum: ['draft', 'checked'] })
  @IsOneOf(['draft', 'checked'])
  status: 'draft' | 'checked';

  @ApiProperty({ description: 'source revision that was translated' })
  @IsWhole(1, 1_000_000)
  ofRevision: number;
}

export class MoveItemDto {
  @ApiProperty({ minimum: 1 })
  @IsWhole(1, 10_000)
  to: number;
}

export class SignDto {
  @ApiProperty({ description: 'the hash that was shown, 64 hex digits' })
  @IsText({ max: 64 })
  hash: string;
}

export class KeyView {
  @ApiProperty({ enum: SIDES }) side: Side;
  @ApiProperty() turned: boolean;
  @ApiProperty({ type: PostView, nullable: true }) post: PostView | null;
  @ApiProperty({ type: String, nullable: true }) at: string | null;
}

export class GapView {
  @ApiProperty() itemId: string;
  @ApiProperty({ enum: textFields }) field: TextField;
  @ApiProperty({ enum: LANGUAGES }) lang: Language;
  @ApiProperty({ enum: ['missing', 'stale', 'machine', 'draft'] }) gap: string;
}

export class AgendaItemView {
  @ApiProperty() id: string;
  @ApiProperty() etag: string;
  @ApiProperty() number: number;
  @ApiProperty({ type: LocalizedTextView }) title: LocalizedTextView;
  @ApiProperty({ type: LocalizedTextView, nullable: true }) description: LocalizedTextView | null;
  @ApiProperty({ enum: SIDES }) proposer: Side;
  @ApiProperty({ enum: SIDES, nullable: true, type: String }) lead: Side | null;
  @ApiProperty() minutes: number;
  @ApiProperty({ type: String, nullable: true, description: 'ISO 8601 UTC' }) startsAt: string | null;
  @ApiProperty({ enum: objectives }) objective: Objective;
  @ApiProperty({ enum: ['kr', 'jp', 'joint', 'business', 'public'] }) audience: string;
  @ApiProperty({ enum: itemStates }) state: ItemState;
  @ApiProperty({ type: LocalizedTextView, nullable: true }) privateNote: LocalizedTextView | null;
  @ApiProperty() illustrative: boolean;
  @ApiProperty({ type: [AllowedView] }) allowedActions: AllowedView[];
}

export class AgendaView {
  @ApiProperty() id: string;
  @ApiProperty() sessionId: string;
  @ApiProperty() etag: string;
  @ApiProperty({ enum: agendaStates }) state: AgendaState;
  @ApiProperty() audience: string;
  @ApiProperty({ type: String, nullable: true }) hash: string | null;
  @ApiProperty() version: number;
  @ApiProperty({ type: [KeyView] }) keys: KeyView[];
  @ApiProperty({ type: [GapView] }) gaps: GapView[];
  @ApiProperty() totalMinutes: number;
  @ApiProperty({ type: [AgendaItemView] }) items: AgendaItemView[];
  @ApiProperty({ type: [AllowedView] }) allowedActions: AllowedView[];
  @ApiProperty() illustrative: boolean;
}

export class VersionSignatureView {
  @ApiProperty({ enum: SIDES }) side: Side;
  @ApiProperty() at: string;
  @ApiProperty() cleared: boolean;
}

export class AgendaVersionView {
  @ApiProperty() version: number;
  @ApiProperty() hash: string;
  @ApiProperty() createdAt: string;
  @ApiProperty() agreed: boolean;
  @ApiProperty({ type: [VersionSignatureView] }) signatures: VersionSignatureView[];
}

export class AgendaVersionListView {
  @ApiProperty({ type: [AgendaVersionView] }) items: AgendaVersionView[];
}
