import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, ValidateIf, ValidateNested } from 'class-validator';
import { LANGUAGES, type ErrorParams, type Language } from '#core/kernel';
import {
  ACTION_PRIORITIES,
  BULK_ACTS,
  BULK_MAX,
  COMMENT_MAX,
  REASON_MAX,
  SILENCE_MAX,
  TITLE_MAX,
  type ActionPriority,
  type BulkAct,
} from '#forum/actions';
import { AllowedView } from '../http/text.view.js';
import {
  IsIdentifier,
  IsLanguageCode,
  IsOneOf,
  IsPlainDate,
  IsText,
  IsWhole,
  MayBeAbsent,
} from '../http/validation.js';
import { PostView } from '../identity/identity.dto.js';
import { ActionOriginDto, BODIES_MAX, EvidenceDto, ReturnDoneDto } from './actions.dto.js';
import { ActionListItemView } from './actions.views.js';

export class RecordLineDto {
  @ApiProperty({
    maxLength: TITLE_MAX * 2,
    example: '@JP-MONITORING !due 2027-05-06 Exchange of the spring measurements',
  })
  @IsText({ max: TITLE_MAX * 2 })
  text: string;

  @ApiProperty({ enum: LANGUAGES, description: 'language of the title' })
  @IsLanguageCode()
  lang: Language;

  @ApiPropertyOptional({ type: ActionOriginDto })
  @MayBeAbsent()
  @ValidateNested()
  @Type(() => ActionOriginDto)
  origin?: ActionOriginDto;
}

export class BlockActionDto {
  @ApiProperty({ maxLength: REASON_MAX, description: 'stays with the own side' })
  @MayBeAbsent()
  @IsText({ max: REASON_MAX, multiline: true, optional: true })
  reason?: string;

  @ApiProperty({ example: '2027-06-01', description: 'when work is expected to go on; both sides see it' })
  @IsPlainDate()
  expectedOn: string;
}

export class ReassignActionDto {
  @ApiProperty({ description: 'another post of the same side' })
  @IsIdentifier()
  ownerPostId: string;
}

export class EditActionDto {
  @ApiPropertyOptional({ type: String, nullable: true, description: 'null for nobody' })
  @ValidateIf((dto: EditActionDto) => dto.deputyPostId !== undefined && dto.deputyPostId !== null)
  @IsIdentifier()
  deputyPostId?: string | null;

  @ApiPropertyOptional({ type: [String] })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(BODIES_MAX)
  @IsIdentifier({ each: true })
  supportingBodyIds?: string[];

  @ApiPropertyOptional({ enum: ACTION_PRIORITIES })
  @MayBeAbsent()
  @IsOneOf(ACTION_PRIORITIES)
  priority?: ActionPriority;
}

export class SupersedeActionDto extends ReturnDoneDto {
  @ApiProperty({ description: 'id of the item that takes its place' })
  @IsIdentifier()
  byId: string;
}

export class CommentActionDto {
  @ApiProperty({ maxLength: COMMENT_MAX, description: 'read by the own side alone' })
  @MayBeAbsent()
  @IsText({ max: COMMENT_MAX, multiline: true, optional: true })
  text?: string;
}

export class BulkItemDto {
  @ApiProperty() @IsIdentifier() id: string;
  @ApiProperty({ example: '"3"' }) @IsText({ max: 20 }) etag: string;
}

export class BulkActionsDto {
  @ApiProperty({ enum: BULK_ACTS })
  @IsOneOf(BULK_ACTS)
  act: BulkAct;

  @ApiProperty({ type: [BulkItemDto], minItems: 1, maxItems: BULK_MAX })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(BULK_MAX)
  @ValidateNested({ each: true })
  @Type(() => BulkItemDto)
  items: BulkItemDto[];

  @ApiPropertyOptional({ description: 'to extend' })
  @ValidateIf((dto: BulkActionsDto) => dto.act === 'extend')
  @IsPlainDate()
  due?: string;

  @ApiPropertyOptional({ maxLength: REASON_MAX, description: 'to extend or to block' })
  @MayBeAbsent()
  @IsText({ max: REASON_MAX, multiline: true, optional: true })
  reason?: string;

  @ApiPropertyOptional({ description: 'to reassign' })
  @ValidateIf((dto: BulkActionsDto) => dto.act === 'reassign')
  @IsIdentifier()
  ownerPostId?: string;

  @ApiPropertyOptional({ description: 'to block' })
  @ValidateIf((dto: BulkActionsDto) => dto.act === 'block')
  @IsPlainDate()
  expectedOn?: string;

  @ApiPropertyOptional({ type: EvidenceDto, description: 'to report complete' })
  @MayBeAbsent()
  @ValidateNested()
  @Type(() => EvidenceDto)
  evidence?: EvidenceDto;
}

export class BulkResultView {
  @ApiProperty() id: string;
  @ApiProperty() done: boolean;
  @ApiProperty({ type: String, nullable: true, description: 'why it stayed as it was' }) code: string | null;
  @ApiProperty({ type: 'object', additionalProperties: true }) params: ErrorParams;
  @ApiProperty({ type: String, nullable: true }) detail: string | null;
}

export class BulkResultsView {
  @ApiProperty() done: number;
  @ApiProperty() refused: number;
  @ApiProperty({ type: [BulkResultView], description: 'in the order asked' }) items: BulkResultView[];
}

export class ActionHandoverView {
  @ApiProperty({ type: PostView }) post: PostView;
  @ApiProperty({ description: 'YYYY-MM-DD' }) since: string;
  @ApiProperty({ type: [ActionListItemView], description: 'earliest due date first' }) items: ActionListItemView[];
}

export class ActionHandoverListView {
  @ApiProperty({ type: [ActionHandoverView] }) items: ActionHandoverView[];
}

export class TakenOverView {
  @ApiProperty({ description: 'items that came with the post' }) count: number;
}

export class ChannelActionRuleView {
  @ApiProperty({
    type: Number,
    nullable: true,
    description:
      'common working days of silence after which a report counts as confirmed; null: only the other side confirms',
  })
  silenceDays: number | null;
  @ApiProperty({ type: [AllowedView] }) allowedActions: AllowedView[];
}

export class ProposeActionRuleDto {
  @ApiProperty({ type: Number, nullable: true, minimum: 1, maximum: SILENCE_MAX })
  @ValidateIf((dto: ProposeActionRuleDto) => dto.silenceDays !== null)
  @IsWhole(1, SILENCE_MAX)
  silenceDays: number | null;
}

export class ActionRuleProposedView {
  @ApiProperty({ description: 'id of the proposal' }) proposalId: string;
}
