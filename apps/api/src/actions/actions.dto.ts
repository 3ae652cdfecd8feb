import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsOptional, ValidateIf, ValidateNested } from 'class-validator';
import { LANGUAGES, type Language } from '#core/kernel';
import {
  ACTION_SCOPES,
  ACTION_STATES,
  BOTH,
  EVIDENCE_KINDS,
  EVIDENCE_TEXT_MAX,
  EVIDENCE_URL_MAX,
  REASON_MAX,
  TITLE_MAX,
  type ActionScope,
  type ActionState,
  type EvidenceKind,
} from '#forum/actions';
import { IsIdentifier, IsLanguageCode, IsOneOf, IsPlainDate, IsText } from '../http/validation.js';
import { PageDto } from '../http/reading.dto.js';

const words = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' && value !== '' ? value.split(',') : undefined,
);

export class ListActionsDto extends PageDto {
  @ApiPropertyOptional({ enum: ACTION_SCOPES, default: 'all' })
  @IsOptional()
  @IsOneOf(ACTION_SCOPES)
  scope?: ActionScope;

  @ApiPropertyOptional({
    type: String,
    description: 'one state or several, separated by commas',
    example: 'open,in_progress',
  })
  @words
  @IsOptional()
  @IsOneOf(ACTION_STATES, { each: true })
  state?: ActionState[];

  @ApiPropertyOptional({ enum: ['true', 'false'] })
  @IsOptional()
  @IsOneOf(['true', 'false'])
  overdue?: 'true' | 'false';

  @ApiPropertyOptional({ description: 'id of a session' })
  @IsOptional()
  @IsIdentifier()
  session?: string;

  @ApiPropertyOptional({ description: 'id of a commitment' })
  @IsOptional()
  @IsIdentifier()
  commitment?: string;
}

export class ActionTextsDto {
  @ApiPropertyOptional() @IsOptional() @IsText({ max: TITLE_MAX, optional: true }) ko?: string;
  @ApiPropertyOptional() @IsOptional() @IsText({ max: TITLE_MAX, optional: true }) ja?: string;
  @ApiPropertyOptional() @IsOptional() @IsText({ max: TITLE_MAX, optional: true }) en?: string;
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
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(2)
  @IsIdentifier({ each: true })
  ownerPostIds?: string[];

  @ApiProperty({ example: '2027-05-06', description: 'a working day of both countries' })
  @IsPlainDate()
  due: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsIdentifier()
  commitmentId?: string;

  @ApiPropertyOptional({ type: ActionTextsDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => ActionTextsDto)
  texts?: ActionTextsDto;
}

export class EvidenceDto {
  @ApiProperty({ enum: EVIDENCE_KINDS })
  @IsOneOf(EVIDENCE_KINDS)
  kind: EvidenceKind;

  @ApiPropertyOptional({ maxLength: EVIDENCE_TEXT_MAX, description: 'in the language of the reporter' })
  @IsOptional()
  @IsText({ max: EVIDENCE_TEXT_MAX, multiline: true, optional: true })
  text?: string;

  @ApiPropertyOptional({ maxLength: EVIDENCE_URL_MAX, description: 'http or https' })
  @IsOptional()
  @IsText({ max: EVIDENCE_URL_MAX, optional: true })
  url?: string;
}

export class ReportDoneDto {
  @ApiProperty({ type: EvidenceDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => EvidenceDto)
  evidence?: EvidenceDto;
}

export class ReturnDoneDto {
  @ApiProperty({ maxLength: REASON_MAX, description: 'both sides read it' })
  @IsOptional()
  @IsText({ max: REASON_MAX, multiline: true, optional: true })
  reason?: string;
}

export class ExtendDueDto extends ReturnDoneDto {
  @ApiProperty({ example: '2027-06-01', description: 'later than the present date, a working day of both countries' })
  @IsPlainDate()
  due: string;
}
