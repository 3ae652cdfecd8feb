import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';

import { LANGUAGES, type Language } from '#core/kernel';
import { REMINDER_STATES, type ReminderState } from '#forum/reminders';
import { PageDto } from '../http/reading.dto.js';
import { LocalizedTextView } from '../http/text.view.js';
import { IsIdentifier, IsOneOf, MayBeAbsent } from '../http/validation.js';
import { PostView } from '../identity/identity.dto.js';

const words = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' && value !== '' ? value.split(',') : undefined,
);

export class ListRemindersDto extends PageDto {
  @ApiPropertyOptional({
    type: String,
    description: 'one state or several, separated by commas',
    example: 'planned,queued',
  })
  @words
  @MayBeAbsent()
  @IsOneOf(REMINDER_STATES, { each: true })
  state?: ReminderState[];

  @ApiPropertyOptional({
    description: 'only what belongs to this session: itself, its proposals, polls and action items',
  })
  @MayBeAbsent()
  @IsIdentifier()
  session?: string;
}

export class ReminderView {
  @ApiProperty() id: string;
  @ApiProperty({
    description: 'a deadline of a session by its rule, `-overdue` where the heads are told; or a notice',
    example: 'action-item',
  })
  rule: string;
  @ApiProperty({ description: 'days from the rule date, negative before it' }) offsetDays: number;
  @ApiProperty({ description: 'YYYY-MM-DD' }) ruleDate: string;
  @ApiProperty({ description: 'ISO 8601 in UTC' }) dueAt: string;
  @ApiProperty({ description: 'IANA zone of the recipient' }) zone: string;
  @ApiProperty({ enum: REMINDER_STATES }) state: ReminderState;
  @ApiProperty({ type: String, nullable: true }) sentAt: string | null;
  @ApiProperty({ type: PostView }) recipient: PostView;
  @ApiProperty() subjectType: string;
  @ApiProperty() subjectId: string;
  @ApiProperty({ type: LocalizedTextView }) title: LocalizedTextView;
  @ApiProperty({ description: 'path of the page it is about' }) path: string;
  @ApiProperty({ type: String, nullable: true, description: 'code of why it was not sent, or not yet' }) reason:
    string | null;
}

export class ReminderListView {
  @ApiProperty({ type: [ReminderView] }) items: ReminderView[];
  @ApiProperty() hasMore: boolean;
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

export class InboxView {
  @ApiProperty({ type: [ReminderView] }) items: ReminderView[];
}

export class MailView {
  @ApiProperty() id: string;
  @ApiProperty() subject: string;
  @ApiProperty() to: string;
  @ApiProperty({ enum: LANGUAGES }) language: Language;
  @ApiProperty({ description: 'ISO 8601 in UTC' }) sentAt: string;
  @ApiProperty() text: string;
  @ApiProperty({ type: String, nullable: true }) href: string | null;
}

export class MailListView {
  @ApiProperty({ type: [MailView] }) items: MailView[];
}
