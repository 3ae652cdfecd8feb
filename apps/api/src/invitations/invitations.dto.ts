import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

import { LANGUAGES, type Language } from '#core/kernel';
import { PARTSTATS, type Partstat } from '#platform/calendar-files';
import { AllowedView, LocalizedTextView } from '../http/text.view.js';
import { IsIdentifier, IsLanguageCode, IsOneOf, MayBeAbsent } from '../http/validation.js';
import { PostView } from '../identity/identity.dto.js';

const kinds = ['personal', 'channel'];

export class CreateCalendarFeedDto {
  @ApiProperty({ enum: kinds }) @IsOneOf(kinds) kind: 'personal' | 'channel';
  @ApiPropertyOptional({ description: 'with kind channel' }) @MayBeAbsent() @IsIdentifier() channelId?: string;
  @ApiProperty({ enum: LANGUAGES }) @IsLanguageCode() language: Language;
}

export class FeedChannelView {
  @ApiProperty() id: string;
  @ApiProperty({ type: LocalizedTextView, nullable: true }) name: LocalizedTextView | null;
}

export class CalendarFeedView {
  @ApiProperty() id: string;
  @ApiProperty({ enum: kinds }) kind: 'personal' | 'channel';
  @ApiProperty({ type: FeedChannelView, nullable: true }) channel: FeedChannelView | null;
  @ApiProperty({ enum: LANGUAGES }) language: Language;
  @ApiProperty() createdAt: string;
  @ApiProperty({ type: String, nullable: true }) lastUsedAt: string | null;
  @ApiProperty({ type: [AllowedView] }) allowedActions: AllowedView[];
}

export class CalendarFeedListView {
  @ApiProperty({ type: [CalendarFeedView] }) items: CalendarFeedView[];
  @ApiProperty({ type: [AllowedView] }) allowedActions: AllowedView[];
}

export class NewCalendarFeedView {
  @ApiProperty() id: string;
  @ApiProperty({ description: 'whole address with its token: shown now and never again' }) address: string;
}

export class ProposedTimeView {
  @ApiProperty({ type: String, nullable: true }) startsAt: string | null;
  @ApiProperty({ type: String, nullable: true }) endsAt: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'first whole day' }) from: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'last whole day' }) to: string | null;
  @ApiProperty({ type: String, nullable: true }) zone: string | null;
}

export class CalendarReplyView {
  @ApiProperty() id: string;
  @ApiProperty({ enum: ['reply', 'counter'] }) kind: 'reply' | 'counter';
  @ApiProperty({ type: PostView, nullable: true }) post: PostView | null;
  @ApiProperty() email: string;
  @ApiProperty({ enum: PARTSTATS }) partstat: Partstat;
  @ApiProperty({ type: String, nullable: true }) comment: string | null;
  @ApiProperty() stampedAt: string;
  @ApiProperty() superseded: boolean;
  @ApiProperty({ type: ProposedTimeView, nullable: true }) proposed: ProposedTimeView | null;
}

export class CalendarReplyListView {
  @ApiProperty({ type: [CalendarReplyView] }) items: CalendarReplyView[];
  @ApiProperty({ type: [AllowedView] }) allowedActions: AllowedView[];
}

export class ReceivedReplyView {
  @ApiProperty() sessionId: string;
  @ApiProperty() recorded: boolean;
  @ApiProperty({ type: String, nullable: true, description: 'error code: why it was left out without harm' })
  reason: string | null;
}
