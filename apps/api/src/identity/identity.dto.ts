import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsEmail } from 'class-validator';
import { cleanCode, LANGUAGES, ROLES, SIDES, type Language, type Role, type Side } from '#core/kernel';
import { ReadingDto } from '../http/reading.dto.js';
import { LocalizedTextView } from '../http/text.view.js';
import { IsLanguageCode, IsSideCode, IsText, MayBeAbsent } from '../http/validation.js';

/** Full-width letters are made plain before the address is judged (pitfalls.md 55). */
const plainAddress = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' ? cleanCode(value).toLowerCase() : value,
);

export class SignInDto {
  @ApiProperty({ example: 'secretariat.kr@forum.example' })
  @plainAddress
  @IsEmail()
  email: string;

  @ApiProperty()
  @IsText({ max: 1000 })
  password: string;
}

export class ChangeLanguageDto {
  @ApiProperty({ enum: LANGUAGES })
  @IsLanguageCode()
  language: Language;
}

export class ListPostsDto extends ReadingDto {
  @ApiPropertyOptional({ enum: SIDES })
  @MayBeAbsent()
  @IsSideCode()
  side?: Side;
}

export class PostView {
  @ApiProperty() id: string;
  @ApiProperty({ type: LocalizedTextView }) title: LocalizedTextView;
  @ApiProperty({ type: LocalizedTextView }) body: LocalizedTextView;
  @ApiProperty({ enum: SIDES, nullable: true, type: String }) side: Side | null;
  @ApiProperty({ description: 'rank number, smaller is higher' }) rank: number;
}

export class PostListView {
  @ApiProperty({ type: [PostView] }) items: PostView[];
}

export class MeView {
  @ApiProperty() id: string;
  @ApiProperty() email: string;
  @ApiProperty({ type: LocalizedTextView }) name: LocalizedTextView;
  @ApiProperty({ enum: SIDES, nullable: true, type: String }) side: Side | null;
  @ApiProperty({ enum: ROLES, isArray: true }) roles: Role[];
  @ApiProperty({ enum: LANGUAGES }) language: Language;
  @ApiProperty({ type: PostView, nullable: true }) post: PostView | null;
  @ApiProperty() demo: boolean;
  @ApiProperty({ description: 'the time that decides, ISO 8601 in UTC' }) now: string;
  @ApiProperty({ description: 'the date at the user’s side' }) today: string;
}

export class DemoAccountView {
  @ApiProperty() email: string;
  @ApiProperty({ enum: SIDES, nullable: true, type: String }) side: Side | null;
  @ApiProperty({ enum: ROLES }) role: Role;
  @ApiProperty({ type: LocalizedTextView, nullable: true }) title: LocalizedTextView | null;
}

export class DemoAccountsView {
  @ApiProperty({ type: String, nullable: true }) password: string | null;
  @ApiProperty({ type: [DemoAccountView] }) items: DemoAccountView[];
}
