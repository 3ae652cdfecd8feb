import { ApiProperty } from '@nestjs/swagger';
import { LANGUAGES, type Language } from '#core/kernel';
import { ReadingDto } from '../http/reading.dto.js';
import { AllowedView, LocalizedTextView } from '../http/text.view.js';
import { IsIdentifier, IsPlainDate } from '../http/validation.js';
import { PostView } from '../identity/identity.dto.js';

export class DeskDaysDto extends ReadingDto {
  @ApiProperty({ description: 'first day, YYYY-MM-DD' })
  @IsPlainDate()
  from: string;

  @ApiProperty({ description: 'last day, YYYY-MM-DD' })
  @IsPlainDate()
  to: string;
}

export class DeskPostDto extends ReadingDto {
  @ApiProperty({ description: 'a post of the own side' })
  @IsIdentifier()
  post: string;
}

export class DeskSummaryView {
  @ApiProperty({ type: Number }) planned: number;
  @ApiProperty({ type: Number, description: 'due, and not yet with the mail server' }) waiting: number;
  @ApiProperty({ type: Number }) failed: number;
  @ApiProperty({ type: Number }) inDoubt: number;
  @ApiProperty({ type: [AllowedView], description: 'retry-failed' }) allowedActions: AllowedView[];
}

export class DeskRetriedView {
  @ApiProperty({ type: Number, description: 'how many reminders leave again' }) retried: number;
}

export class DeskDayView {
  @ApiProperty({ description: 'YYYY-MM-DD at the reader’s side' }) date: string;
  @ApiProperty({ description: 'a working day of the reader’s side' }) working: boolean;
  @ApiProperty({ type: Number }) planned: number;
  @ApiProperty({ type: Number, description: 'mails the planned ones leave in' }) mails: number;
  @ApiProperty({ type: Number }) sent: number;
  @ApiProperty({ type: Number }) failed: number;
  @ApiProperty({ type: Number }) inDoubt: number;
}

export class DeskDaysView {
  @ApiProperty({ description: 'the date at the reader’s side' }) today: string;
  @ApiProperty({ type: [DeskDayView] }) items: DeskDayView[];
}

export class DeskReplanView {
  @ApiProperty() id: string;
  @ApiProperty({ enum: ['holidays', 'rules', 'channel', 'readers'] }) cause: string;
  @ApiProperty({ type: LocalizedTextView, nullable: true }) channel: LocalizedTextView | null;
  @ApiProperty({ type: String, nullable: true, description: 'first free day that changed, YYYY-MM-DD' }) from:
    string | null;
  @ApiProperty({ type: String, nullable: true, description: 'last free day that changed, YYYY-MM-DD' }) to:
    string | null;
  @ApiProperty({ type: Number, nullable: true, description: 'null until it has started' }) total: number | null;
  @ApiProperty({ type: Number }) done: number;
  @ApiProperty({ description: 'ISO 8601 in UTC' }) requestedAt: string;
  @ApiProperty({ type: String, nullable: true }) finishedAt: string | null;
}

export class DeskReplansView {
  @ApiProperty({ type: [DeskReplanView] }) items: DeskReplanView[];
}

export class DeskHolderView {
  @ApiProperty() email: string;
  @ApiProperty({ enum: LANGUAGES, description: 'in which they are written to' }) language: Language;
  @ApiProperty({ description: 'false: they stopped the one mail a day, and read it in the inbox alone' })
  dayMail: boolean;
  @ApiProperty({ type: String, nullable: true, description: 'since when they hold the post, YYYY-MM-DD' }) since:
    string | null;
}

export class DeskRefusalView {
  @ApiProperty({ description: 'when that mail was due, ISO 8601' }) dueAt: string;
  @ApiProperty({ example: 'mail.refused' }) code: string;
  @ApiProperty({ type: String, nullable: true }) answer: string | null;
}

export class DeskPostView {
  @ApiProperty({ type: PostView }) post: PostView;
  @ApiProperty({ enum: ['good', 'refused', 'vacant', 'untried'] }) address: 'good' | 'refused' | 'vacant' | 'untried';
  @ApiProperty({ type: DeskHolderView, nullable: true }) holder: DeskHolderView | null;
  @ApiProperty({ type: DeskRefusalView, nullable: true, description: 'unless a mail was taken since' })
  refused: DeskRefusalView | null;
  @ApiProperty({ type: String, nullable: true }) lastSentAt: string | null;
  @ApiProperty({ type: Number }) planned: number;
  @ApiProperty({ type: Number }) sent: number;
  @ApiProperty({ type: Number }) inDoubt: number;
  @ApiProperty({ type: Number }) failed: number;
}
