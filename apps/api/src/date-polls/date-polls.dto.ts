import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, ValidateIf, ValidateNested } from 'class-validator';
import { SIDES, type Side } from '#core/kernel';
import {
  answers,
  MAX_SLOTS,
  participantRoles,
  pollFormats,
  pollStates,
  type Answer,
  type ParticipantRole,
  type PollFormat,
  type PollState,
} from '#forum/date-polls';
import { PageDto, ReadingDto } from '../http/reading.dto.js';
import {
  IsIdentifier,
  IsInstant,
  IsOneOf,
  IsPlainDate,
  IsSideCode,
  IsText,
  IsWhole,
  MayBeAbsent,
} from '../http/validation.js';
import { TextDto } from '../sessions/arrangement.dto.js';

const toNumber = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' && /^\d{1,6}$/.test(value) ? Number(value) : value,
);

export class ListPollsDto extends PageDto {
  @ApiPropertyOptional({ description: 'id of the channel' })
  @MayBeAbsent()
  @IsIdentifier()
  channel?: string;

  @ApiPropertyOptional({ description: 'id of the session' })
  @MayBeAbsent()
  @IsIdentifier()
  session?: string;

  @ApiPropertyOptional({ enum: pollStates })
  @MayBeAbsent()
  @IsOneOf(pollStates)
  state?: PollState;
}

class SlotsDto {
  @ApiProperty({ type: [String], description: 'starts, ISO 8601 with offset', example: ['2027-03-11T10:00:00+09:00'] })
  @IsArray()
  @ArrayMaxSize(MAX_SLOTS)
  @IsInstant({ each: true })
  slots: string[];
}

export class AddSlotsDto extends SlotsDto {}

export class CreatePollDto extends SlotsDto {
  @ApiProperty()
  @IsIdentifier()
  channelId: string;

  @ApiPropertyOptional({ description: 'the session that waits for a date' })
  @MayBeAbsent()
  @IsIdentifier()
  sessionId?: string;

  @ApiProperty({ example: 'Asia/Seoul', description: 'IANA zone of the venue' })
  @IsText({ max: 60 })
  zone: string;

  @ApiProperty({ minimum: 15, maximum: 1440 })
  @IsWhole(15, 1440)
  minutes: number;

  @ApiProperty({ enum: pollFormats })
  @IsOneOf(pollFormats)
  format: PollFormat;

  @ApiPropertyOptional({ enum: SIDES })
  @MayBeAbsent()
  @IsSideCode()
  host?: Side;

  @ApiProperty({ description: 'ISO 8601 with offset' })
  @IsInstant()
  deadline: string;

  @ApiPropertyOptional({ default: true, description: 'nothing but a yes of both heads makes a slot possible' })
  @MayBeAbsent()
  @IsBoolean()
  bothHeads?: boolean;
}

export class ParticipantDto {
  @ApiProperty()
  @IsIdentifier()
  postId: string;

  @ApiProperty({ enum: participantRoles })
  @IsOneOf(participantRoles)
  role: ParticipantRole;
}

export class NameParticipantsDto {
  @ApiProperty({ type: [ParticipantDto], description: 'the whole list of the own side' })
  @IsArray()
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  @Type(() => ParticipantDto)
  participants: ParticipantDto[];
}

export class AnswerSlotDto {
  @ApiProperty({ enum: answers, nullable: true, type: String, description: 'null takes the answer back' })
  @ValidateIf((dto: AnswerSlotDto) => dto.answer !== null)
  @IsOneOf(answers)
  answer: Answer | null;
}

export class HoldSlotDto {
  @ApiProperty({ description: 'the hold ends then by itself, ISO 8601 with offset' })
  @IsInstant()
  until: string;
}

export class DecideSlotDto {
  @ApiPropertyOptional({ type: TextDto, description: 'where the session has none yet; needed unless it is online' })
  @MayBeAbsent()
  @ValidateNested()
  @Type(() => TextDto)
  place?: TextDto;

  @ApiPropertyOptional({ description: 'the same side hosts twice in a row; needs a reason' })
  @MayBeAbsent()
  @IsBoolean()
  sameHostAgain?: boolean;

  @ApiPropertyOptional({ maxLength: 1000, description: 'read by both sides' })
  @MayBeAbsent()
  @IsText({ max: 1000, multiline: true })
  reason?: string;
}

export class ExtendDeadlineDto {
  @ApiProperty({ description: 'ISO 8601 with offset' })
  @IsInstant()
  deadline: string;
}

export class SuggestionsDto extends ReadingDto {
  @ApiProperty({ example: '2027-03-01', description: 'first day at the venue' })
  @IsPlainDate()
  from: string;

  @ApiProperty({ example: '2027-03-31', description: 'last day, included; at most 186 days' })
  @IsPlainDate()
  to: string;

  @ApiPropertyOptional({ type: Number, minimum: 15, maximum: 600, default: 120, description: 'minutes' })
  @toNumber
  @MayBeAbsent()
  @IsWhole(15, 600)
  duration?: number;

  @ApiPropertyOptional({ enum: pollFormats, default: 'in_person' })
  @MayBeAbsent()
  @IsOneOf(pollFormats)
  format?: PollFormat;

  @ApiPropertyOptional({ default: 'Asia/Seoul', description: 'IANA zone of the venue', example: 'Europe/Zurich' })
  @MayBeAbsent()
  @IsText({ max: 60 })
  zone?: string;

  @ApiPropertyOptional({ enum: SIDES, description: 'the other side travels; without it both do' })
  @MayBeAbsent()
  @IsSideCode()
  host?: Side;

  @ApiPropertyOptional({ type: Number, minimum: 1, maximum: 20, default: 5 })
  @toNumber
  @MayBeAbsent()
  @IsWhole(1, 20)
  count?: number;
}
