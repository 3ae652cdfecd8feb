import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, ValidateNested } from 'class-validator';
import { LANGUAGES, SIDES, type Language, type Side } from '#core/kernel';
import { linkKinds, type LinkKind } from '#forum/agenda';
import { PostView } from '../identity/identity.dto.js';
import { IsIdentifier, IsLanguageCode, IsOneOf, IsText, MayBeAbsent } from '../http/validation.js';

export class AgendaLinkDto {
  @ApiProperty({ enum: linkKinds })
  @IsOneOf(linkKinds)
  kind: LinkKind;

  @ApiProperty()
  @IsIdentifier()
  id: string;
}

export class LinkItemDto {
  @ApiProperty({ type: [AgendaLinkDto], maxItems: 20, description: 'all of them, in their order' })
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique(({ kind, id }: AgendaLinkDto) => `${kind} ${id}`)
  @ValidateNested({ each: true })
  @Type(() => AgendaLinkDto)
  links: AgendaLinkDto[];
}

export class CommentItemDto {
  @ApiProperty({ enum: LANGUAGES })
  @IsLanguageCode()
  lang: Language;

  @ApiProperty({ maxLength: 2000 })
  @IsText({ max: 2000, multiline: true })
  text: string;

  @ApiPropertyOptional({ default: false, description: 'for both sides to read; otherwise it stays with the own side' })
  @MayBeAbsent()
  @IsBoolean()
  shared?: boolean;
}

export class DeferItemDto {
  @ApiPropertyOptional({ maxLength: 1000, description: 'read by both sides' })
  @MayBeAbsent()
  @IsText({ max: 1000, multiline: true })
  reason?: string;
}

export class AgendaCommentView {
  @ApiProperty() id: string;
  @ApiProperty({ enum: SIDES }) side: Side;
  @ApiProperty({ type: PostView, nullable: true }) post: PostView | null;
  @ApiProperty({ enum: LANGUAGES, description: 'language of the text' }) lang: Language;
  @ApiProperty() text: string;
  @ApiProperty({ enum: ['kr', 'jp', 'joint'], description: 'who reads it' }) audience: string;
  @ApiProperty({ description: 'ISO 8601 UTC' }) at: string;
}

export class AgendaCommentListView {
  @ApiProperty({ type: [AgendaCommentView] }) items: AgendaCommentView[];
}
