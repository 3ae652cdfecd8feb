import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsBoolean } from 'class-validator';
import { LANGUAGES, type Language } from '#core/kernel';
import { PageDto } from '../http/reading.dto.js';
import { IsIdentifier, IsInstant, IsOneOf, MayBeAbsent } from '../http/validation.js';
import { ReminderView } from './reminders.dto.js';

export class ListInboxDto extends PageDto {
  @ApiPropertyOptional({ enum: ['all', 'unread'], default: 'all' })
  @MayBeAbsent()
  @IsOneOf(['all', 'unread'])
  show?: 'all' | 'unread';
}

export class MarkMailsDto {
  @ApiProperty({ description: 'true: read, false: unread' })
  @IsBoolean()
  read: boolean;

  @ApiPropertyOptional({ type: [String], description: 'these mails; others are passed over' })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(200)
  @IsIdentifier({ each: true })
  ids?: string[];

  @ApiPropertyOptional({ description: 'everything that had arrived by then, ISO 8601' })
  @MayBeAbsent()
  @IsInstant()
  until?: string;
}

/** A mail to the reader, as it went out or was put into the inbox only. */
export class InboxMailView {
  @ApiProperty() id: string;
  @ApiProperty() subject: string;
  @ApiProperty({ enum: LANGUAGES, description: 'of subject and text' }) language: Language;
  @ApiProperty({ description: 'ISO 8601 in UTC' }) sentAt: string;
  @ApiProperty() read: boolean;
  @ApiProperty({ description: 'left on a later day than planned' }) late: boolean;
  @ApiProperty({ description: 'false: into the inbox only' }) mailed: boolean;
  @ApiProperty({ type: Number, description: 'how many reminders it carries' }) reminders: number;
}

export class InboxMailDetailView extends InboxMailView {
  @ApiProperty() to: string;
  @ApiProperty({ description: 'the plain version' }) text: string;
  @ApiProperty({ description: 'the HTML version, as it was sent' }) html: string;
  @ApiProperty({ type: String, nullable: true, description: 'where the reader can answer' }) href: string | null;
  @ApiProperty({ type: [ReminderView], description: 'what it tells of, as far as the reader may see it now' })
  about: ReminderView[];
}

export class InboxView {
  @ApiProperty({ type: [InboxMailView] }) items: InboxMailView[];
  @ApiProperty() hasMore: boolean;
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
  @ApiProperty({ type: Number }) unread: number;
}

export class InboxUnreadView {
  @ApiProperty({ type: Number }) unread: number;
}
