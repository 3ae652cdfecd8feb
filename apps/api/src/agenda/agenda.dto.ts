import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ValidateIf } from 'class-validator';
import { LANGUAGES, SIDES, type Language, type Side } from '#core/kernel';
import { itemKinds, objectives, type ItemKind, type Objective } from '#forum/agenda';
import { IsLanguageCode, IsOneOf, IsSideCode, IsText, IsWhole, MayBeAbsent } from '../http/validation.js';

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
  @MayBeAbsent()
  @IsText({ ...longRules, optional: true })
  description?: string;

  @ApiPropertyOptional({ enum: itemKinds, default: 'item' })
  @MayBeAbsent()
  @IsOneOf(itemKinds)
  kind?: ItemKind;

  @ApiPropertyOptional({
    minimum: 1,
    maximum: 1440,
    description: 'of speech, at most 480, or of the break; a section has none',
  })
  @MayBeAbsent()
  @IsWhole(1, 1440)
  minutes?: number;

  @ApiPropertyOptional({ enum: objectives, description: 'items only, which need one' })
  @MayBeAbsent()
  @IsOneOf(objectives)
  objective?: Objective;

  @ApiPropertyOptional({ enum: SIDES })
  @MayBeAbsent()
  @IsSideCode()
  lead?: Side;

  @ApiPropertyOptional({ maxLength: 5000, description: 'speaking points, never seen by the other side' })
  @MayBeAbsent()
  @IsText({ ...longRules, optional: true })
  privateNote?: string;
}

export class EditItemDto {
  @ApiProperty({ enum: LANGUAGES })
  @IsLanguageCode()
  lang: Language;

  @ApiPropertyOptional({ maxLength: 300 })
  @MayBeAbsent()
  @IsText(titleRules)
  title?: string;

  @ApiPropertyOptional({ maxLength: 5000, description: 'empty takes the description away' })
  @MayBeAbsent()
  @IsText({ ...longRules, optional: true })
  description?: string;

  @ApiPropertyOptional({ minimum: 1, maximum: 1440 })
  @MayBeAbsent()
  @IsWhole(1, 1440)
  minutes?: number;

  @ApiPropertyOptional({ enum: objectives })
  @MayBeAbsent()
  @IsOneOf(objectives)
  objective?: Objective;

  @ApiPropertyOptional({ enum: SIDES, nullable: true, type: String })
  @ValidateIf((dto: EditItemDto) => dto.lead !== undefined && dto.lead !== null)
  @IsSideCode()
  lead?: Side | null;

  @ApiPropertyOptional({ maxLength: 5000 })
  @MayBeAbsent()
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
