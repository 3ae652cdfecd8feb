import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';

import { LANGUAGES, type Language } from '#core/kernel';
import { REMINDER_STATES, type ReminderDelivery, type ReminderState } from '#forum/reminders';
import { PageDto } from '../http/reading.dto.js';
import { AllowedView, LocalizedTextView } from '../http/text.view.js';
import { IsIdentifier, IsOneOf, IsPlainDate, MayBeAbsent } from '../http/validation.js';
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

  @ApiPropertyOptional({ description: 'only what is told to this post' })
  @MayBeAbsent()
  @IsIdentifier()
  post?: string;

  @ApiPropertyOptional({ description: 'due on or after this day at the reader’s side, YYYY-MM-DD' })
  @MayBeAbsent()
  @IsPlainDate()
  from?: string;

  @ApiPropertyOptional({ description: 'due on or before this day at the reader’s side, YYYY-MM-DD' })
  @MayBeAbsent()
  @IsPlainDate()
  to?: string;

  @ApiPropertyOptional({ enum: ['late', 'doubted'], description: 'left late; once ended without an answer' })
  @MayBeAbsent()
  @IsOneOf(['late', 'doubted'])
  mark?: 'late' | 'doubted';

  @ApiPropertyOptional({ enum: ['earliest', 'latest'], default: 'earliest' })
  @MayBeAbsent()
  @IsOneOf(['earliest', 'latest'])
  order?: 'earliest' | 'latest';
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

/** As the desk of its side sees it. Address and answer are for the secretariat alone. */
export class DeskReminderView extends ReminderView {
  @ApiProperty() etag: string;
  @ApiProperty({
    enum: ['single', 'digest'],
    description: 'in a mail of its own, or with the reader’s others of the day',
  })
  delivery: ReminderDelivery;
  @ApiProperty({ description: 'names the mail: reminders with the same one left together' }) carriedId: string;
  @ApiProperty({ type: Boolean, nullable: true, description: 'false: into the inbox only; null: not sent' }) mailed:
    boolean | null;
  @ApiProperty({ description: 'left on a later day than planned' }) late: boolean;
  @ApiProperty({ type: String, nullable: true, description: 'when a try first ended without an answer; ISO 8601' })
  doubtedAt: string | null;
  @ApiProperty({ type: Number, description: 'how often it was sent again on purpose' }) resent: number;
  @ApiProperty({ enum: LANGUAGES, nullable: true, type: String }) language: Language | null;
  @ApiProperty({ type: String, nullable: true }) sentTo: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'what the mail server said last' }) relayAnswer:
    string | null;
  @ApiProperty({ type: [AllowedView], description: 'retry, arrived, send-again, resend' })
  allowedActions: AllowedView[];
}

export class ReminderListView {
  @ApiProperty({ type: [DeskReminderView] }) items: DeskReminderView[];
  @ApiProperty() hasMore: boolean;
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
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
