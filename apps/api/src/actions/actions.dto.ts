import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, ValidateIf, ValidateNested } from 'class-validator';
import { LANGUAGES, type Language } from '#core/kernel';
import {
  ACTION_ORIGINS,
  ACTION_PRIORITIES,
  ACTION_SCOPES,
  ACTION_STATES,
  BOTH,
  EVIDENCE_KINDS,
  EVIDENCE_TEXT_MAX,
  EVIDENCE_URL_MAX,
  REASON_MAX,
  TITLE_MAX,
  type ActionOriginKind,
  type ActionPriority,
  type ActionScope,
  type ActionState,
  type EvidenceKind,
} from '#forum/actions';
import { IsIdentifier, IsLanguageCode, IsOneOf, IsPlainDate, IsText, MayBeAbsent } from '../http/validation.js';
import { PageDto } from '../http/reading.dto.js';

/** More bodies than ever support one item. */
export const BODIES_MAX = 20;

const words = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' && value !== '' ? value.split(',') : undefined,
);

export class ListActionsDto extends PageDto {
  @ApiPropertyOptional({ enum: ACTION_SCOPES, default: 'all' })
  @MayBeAbsent()
  @IsOneOf(ACTION_SCOPES)
  scope?: ActionScope;

  @ApiPropertyOptional({
    type: String,
    description: 'one state or several, separated by commas',
    example: 'open,in_progress',
  })
  @words
  @MayBeAbsent()
  @IsOneOf(ACTION_STATES, { each: true })
  state?: ActionState[];

  @ApiPropertyOptional({ enum: ['true', 'false'] })
  @MayBeAbsent()
  @IsOneOf(['true', 'false'])
  overdue?: 'true' | 'false';

  @ApiPropertyOptional({ description: 'id of a session' })
  @MayBeAbsent()
  @IsIdentifier()
  session?: string;

  @ApiPropertyOptional({ description: 'id of a commitment' })
  @MayBeAbsent()
  @IsIdentifier()
  commitment?: string;

  @ApiPropertyOptional({ description: 'id of a channel' })
  @MayBeAbsent()
  @IsIdentifier()
  channel?: string;

  @ApiPropertyOptional({ description: 'id of the owner’s post' })
  @MayBeAbsent()
  @IsIdentifier()
  owner?: string;

  @ApiPropertyOptional({ description: 'id of what the item came from' })
  @MayBeAbsent()
  @IsIdentifier()
  origin?: string;

  @ApiPropertyOptional({ enum: ACTION_PRIORITIES })
  @MayBeAbsent()
  @IsOneOf(ACTION_PRIORITIES)
  priority?: ActionPriority;

  @ApiPropertyOptional({ enum: ['true'], description: 'what its owner still owes: open, in progress or blocked' })
  @MayBeAbsent()
  @IsOneOf(['true'])
  unfinished?: 'true';

  @ApiPropertyOptional({ example: '2027-05-01', description: 'due on this day or later' })
  @MayBeAbsent()
  @IsPlainDate()
  dueFrom?: string;

  @ApiPropertyOptional({ example: '2027-05-31', description: 'due on this day or earlier' })
  @MayBeAbsent()
  @IsPlainDate()
  dueTo?: string;
}

export class ActionTextsDto {
  @ApiPropertyOptional() @MayBeAbsent() @IsText({ max: TITLE_MAX, optional: true }) ko?: string;
  @ApiPropertyOptional() @MayBeAbsent() @IsText({ max: TITLE_MAX, optional: true }) ja?: string;
  @ApiPropertyOptional() @MayBeAbsent() @IsText({ max: TITLE_MAX, optional: true }) en?: string;
}

export class ActionOriginDto {
  @ApiProperty({ enum: ACTION_ORIGINS })
  @IsOneOf(ACTION_ORIGINS)
  kind: ActionOriginKind;

  @ApiPropertyOptional({ description: 'id of the object; none for session and other' })
  @MayBeAbsent()
  @IsIdentifier()
  id?: string;
}

export class RecordActionDto {
  @ApiProperty({ maxLength: TITLE_MAX })
  @IsText({ max: TITLE_MAX })
  title: string;

  @ApiProperty({ enum: LANGUAGES, description: 'language of the title' })
  @IsLanguageCode()
  lang: Language;

  @ApiPropertyOptional({ description: `id of the owner's post; "${BOTH}" is refused with actions.bothOwners` })
  @ValidateIf((dto: RecordActionDto) => dto.ownerPostId !== undefined && dto.ownerPostId !== BOTH)
  @IsIdentifier()
  ownerPostId?: string;

  @ApiPropertyOptional({ type: [String], description: 'one post of each side: the item is split into two' })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(2)
  @IsIdentifier({ each: true })
  ownerPostIds?: string[];

  @ApiProperty({ example: '2027-05-06', description: 'a working day of both countries' })
  @IsPlainDate()
  due: string;

  @ApiPropertyOptional()
  @MayBeAbsent()
  @IsIdentifier()
  commitmentId?: string;

  @ApiPropertyOptional({ type: ActionTextsDto })
  @MayBeAbsent()
  @ValidateNested()
  @Type(() => ActionTextsDto)
  texts?: ActionTextsDto;

  @ApiPropertyOptional({ description: 'another post of the owner’s side' })
  @MayBeAbsent()
  @IsIdentifier()
  deputyPostId?: string;

  @ApiPropertyOptional({ type: [String] })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(BODIES_MAX)
  @IsIdentifier({ each: true })
  supportingBodyIds?: string[];

  @ApiPropertyOptional({ enum: ACTION_PRIORITIES, default: 'normal' })
  @MayBeAbsent()
  @IsOneOf(ACTION_PRIORITIES)
  priority?: ActionPriority;

  @ApiPropertyOptional({ type: ActionOriginDto, description: 'absent: the session, or other without one' })
  @MayBeAbsent()
  @ValidateNested()
  @Type(() => ActionOriginDto)
  origin?: ActionOriginDto;

  @ApiPropertyOptional({ description: 'of the own side alone: the other side never learns of it' })
  @MayBeAbsent()
  @IsBoolean()
  internal?: boolean;
}

export class RecordLooseActionDto extends RecordActionDto {
  @ApiPropertyOptional({ description: 'id of a channel' })
  @MayBeAbsent()
  @IsIdentifier()
  channelId?: string;
}

export class EvidenceDto {
  @ApiProperty({ enum: EVIDENCE_KINDS })
  @IsOneOf(EVIDENCE_KINDS)
  kind: EvidenceKind;

  @ApiPropertyOptional({ maxLength: EVIDENCE_TEXT_MAX, description: 'in the language of the reporter' })
  @MayBeAbsent()
  @IsText({ max: EVIDENCE_TEXT_MAX, multiline: true, optional: true })
  text?: string;

  @ApiPropertyOptional({ maxLength: EVIDENCE_URL_MAX, description: 'http or https' })
  @MayBeAbsent()
  @IsText({ max: EVIDENCE_URL_MAX, optional: true })
  url?: string;
}

export class ReportDoneDto {
  @ApiProperty({ type: EvidenceDto })
  @MayBeAbsent()
  @ValidateNested()
  @Type(() => EvidenceDto)
  evidence?: EvidenceDto;
}

export class ReturnDoneDto {
  @ApiProperty({ maxLength: REASON_MAX, description: 'both sides read it' })
  @MayBeAbsent()
  @IsText({ max: REASON_MAX, multiline: true, optional: true })
  reason?: string;
}

export class ExtendDueDto extends ReturnDoneDto {
  @ApiProperty({ example: '2027-06-01', description: 'later than the present date, a working day of both countries' })
  @IsPlainDate()
  due: string;
}
