import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsOptional, ValidateIf, ValidateNested } from 'class-validator';
import { highestRank, lowestRank, memberRoles, type MemberRole } from '#forum/delegations';
import { IsIdentifier, IsInstant, IsOneOf, IsText, IsWhole, MayBeAbsent } from '../http/validation.js';

const namePart = { max: 100 };
const line = { max: 200 };

/** Family and given name apart, as the person gave them (domain.md 6: never split, never guessed). */
export class NamePartsDto {
  @ApiProperty({ maxLength: 100 }) @IsText(namePart) family: string;
  @ApiProperty({ maxLength: 100, description: 'empty where there is none' })
  @IsText({ ...namePart, optional: true })
  given: string;
}

export class PersonNameDto {
  @ApiPropertyOptional({ type: NamePartsDto })
  @MayBeAbsent()
  @ValidateNested()
  @Type(() => NamePartsDto)
  hangul?: NamePartsDto;

  @ApiPropertyOptional({ type: NamePartsDto })
  @MayBeAbsent()
  @ValidateNested()
  @Type(() => NamePartsDto)
  hanja?: NamePartsDto;

  @ApiPropertyOptional({ type: NamePartsDto })
  @MayBeAbsent()
  @ValidateNested()
  @Type(() => NamePartsDto)
  kanji?: NamePartsDto;

  @ApiPropertyOptional({ type: NamePartsDto })
  @MayBeAbsent()
  @ValidateNested()
  @Type(() => NamePartsDto)
  kana?: NamePartsDto;

  @ApiPropertyOptional({ type: NamePartsDto })
  @MayBeAbsent()
  @ValidateNested()
  @Type(() => NamePartsDto)
  latin?: NamePartsDto;
}

export class BadgeNameDto {
  @ApiPropertyOptional({ maxLength: 200 }) @MayBeAbsent() @IsText({ ...line, optional: true }) ko?: string;
  @ApiPropertyOptional({ maxLength: 200 }) @MayBeAbsent() @IsText({ ...line, optional: true }) ja?: string;
  @ApiPropertyOptional({ maxLength: 200 }) @MayBeAbsent() @IsText({ ...line, optional: true }) en?: string;
}

export class EditMemberDto {
  @ApiPropertyOptional({ enum: memberRoles }) @MayBeAbsent() @IsOneOf(memberRoles) role?: MemberRole;

  @ApiPropertyOptional({ type: PersonNameDto })
  @MayBeAbsent()
  @ValidateNested()
  @Type(() => PersonNameDto)
  names?: PersonNameDto;

  @ApiPropertyOptional({ type: BadgeNameDto })
  @MayBeAbsent()
  @ValidateNested()
  @Type(() => BadgeNameDto)
  badge?: BadgeNameDto;

  @ApiPropertyOptional({ type: String, nullable: true, description: 'ISO 8601 with offset; null takes it away' })
  @ValidateIf((dto: EditMemberDto) => dto.arrival !== undefined && dto.arrival !== null)
  @IsInstant()
  arrival?: string | null;

  @ApiPropertyOptional({
    type: Number,
    nullable: true,
    minimum: highestRank,
    maximum: lowestRank,
    description: 'for this session only; null takes the number of the post',
  })
  @ValidateIf((dto: EditMemberDto) => dto.rank !== undefined && dto.rank !== null)
  @IsWhole(highestRank, lowestRank)
  rank?: number | null;
}

export class AddMemberDto extends EditMemberDto {
  @ApiProperty() @IsIdentifier() postId: string;
  @ApiProperty({ enum: memberRoles }) @IsOneOf(memberRoles) declare role: MemberRole;
}

export class OrderMembersDto {
  @ApiProperty({ type: [String], description: 'every card of the list, in order' })
  @IsArray()
  @ArrayMaxSize(200)
  @IsIdentifier({ each: true })
  memberIds: string[];
}

export class RecordNeedsDto {
  @ApiProperty({ maxLength: 500 }) @IsText({ max: 500, multiline: true, optional: true }) diet: string;
  @ApiProperty({ maxLength: 500 }) @IsText({ max: 500, multiline: true, optional: true }) access: string;
}

export class AskRankDto {
  @ApiProperty({ minimum: highestRank, maximum: lowestRank }) @IsWhole(highestRank, lowestRank) rank: number;
  @ApiPropertyOptional({ maxLength: 500 })
  @MayBeAbsent()
  @IsText({ max: 500, multiline: true, optional: true })
  note?: string;
}

export class MarkAttendanceDto {
  @ApiPropertyOptional({ type: String, nullable: true, description: 'an agenda item; absent for the whole session' })
  @IsOptional()
  @IsIdentifier()
  itemId?: string | null;

  @ApiProperty() @IsBoolean() present: boolean;
}

export class EditCompanyPersonDto {
  @ApiPropertyOptional({ maxLength: 200 }) @MayBeAbsent() @IsText(line) company?: string;
  @ApiPropertyOptional({ maxLength: 200 }) @MayBeAbsent() @IsText({ ...line, optional: true }) title?: string;

  @ApiPropertyOptional({ type: PersonNameDto })
  @MayBeAbsent()
  @ValidateNested()
  @Type(() => PersonNameDto)
  names?: PersonNameDto;
}

export class AddCompanyPersonDto extends EditCompanyPersonDto {
  @ApiProperty({ maxLength: 200 }) @IsText(line) declare company: string;
}
