import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, ValidateNested } from 'class-validator';
import { SIDES, type Side } from '#core/kernel';
import {
  firstSpeakers,
  objectives,
  publicationAudiences,
  standingCodes,
  type FirstSpeaker,
  type Objective,
  type Publication,
  type StandingCode,
} from '#forum/agenda';
import { AllowedView, LocalizedTextView } from '../http/text.view.js';
import { IsIdentifier, IsOneOf, IsText, IsWhole, MayBeAbsent } from '../http/validation.js';
import { ProposalView } from '../proposals/proposals.dto.js';
import { AgendaFollowUpView } from './agenda.views.js';

const reasonRules = { max: 1000, multiline: true };
const titleRules = { max: 300 };

export class CarryOverDto {
  @ApiPropertyOptional({ type: [String], maxItems: 100, description: 'deferred items; all that wait unless told' })
  @MayBeAbsent()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ArrayUnique()
  @IsIdentifier({ each: true })
  itemIds?: string[];
}

export class PublishAgendaDto {
  @ApiProperty({ enum: publicationAudiences })
  @IsOneOf(publicationAudiences)
  audience: Publication['audience'];

  @ApiPropertyOptional({ maxLength: 1000, description: 'read by both sides' })
  @MayBeAbsent()
  @IsText(reasonRules)
  reason?: string;
}

export class TitleInAllLanguagesDto {
  @ApiProperty({ maxLength: 300 }) @IsText(titleRules) ko: string;
  @ApiProperty({ maxLength: 300 }) @IsText(titleRules) ja: string;
  @ApiProperty({ maxLength: 300 }) @IsText(titleRules) en: string;
}

export class TemplateItemDto {
  @ApiProperty({ enum: standingCodes }) @IsOneOf(standingCodes) standing: StandingCode;
  @ApiProperty({ minimum: 1, maximum: 480 }) @IsWhole(1, 480) minutes: number;
  @ApiProperty({ enum: objectives }) @IsOneOf(objectives) objective: Objective;

  @ApiPropertyOptional({ type: TitleInAllLanguagesDto, description: "absent takes the product's words" })
  @MayBeAbsent()
  @ValidateNested()
  @Type(() => TitleInAllLanguagesDto)
  title?: TitleInAllLanguagesDto;
}

export class ProposeTemplateDto {
  @ApiProperty({ enum: firstSpeakers, description: 'who speaks first about policies' })
  @IsOneOf(firstSpeakers)
  first: FirstSpeaker;

  @ApiProperty({ type: [TemplateItemDto], description: 'in their order, each at most once' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(standingCodes.length)
  @ValidateNested({ each: true })
  @Type(() => TemplateItemDto)
  items: TemplateItemDto[];

  @ApiPropertyOptional({ maxLength: 1000, description: 'read by both sides' })
  @MayBeAbsent()
  @IsText(reasonRules)
  reason?: string;
}

export class TemplateItemView {
  @ApiProperty({ enum: standingCodes }) standing: StandingCode;
  @ApiProperty() minutes: number;
  @ApiProperty({ enum: objectives }) objective: Objective;
  @ApiProperty({ type: LocalizedTextView, description: 'as it would be called' }) title: LocalizedTextView;
  @ApiProperty({ description: 'true where the channel has words of its own' }) ownTitle: boolean;
}

export class AgendaTemplateView {
  @ApiProperty() channelId: string;
  @ApiProperty({ description: 'true while both have agreed on nothing else' }) isDefault: boolean;
  @ApiProperty({ enum: firstSpeakers }) first: FirstSpeaker;
  @ApiProperty({ type: [TemplateItemView] }) items: TemplateItemView[];
  @ApiProperty({ type: [ProposalView], description: 'open ones about these items' }) proposals: ProposalView[];
  @ApiProperty({ type: [AllowedView] }) allowedActions: AllowedView[];
}

/** An item put off at an earlier session and not taken up since. */
export class DeferredItemView {
  @ApiProperty() itemId: string;
  @ApiProperty() sessionId: string;
  @ApiProperty({ type: LocalizedTextView, nullable: true }) sessionTitle: LocalizedTextView | null;
  @ApiProperty({ type: LocalizedTextView }) title: LocalizedTextView;
  @ApiProperty({ enum: SIDES }) proposer: Side;
  @ApiProperty() minutes: number;
  @ApiProperty({ enum: objectives }) objective: Objective;
  @ApiProperty({ enum: ['preparation', 'session'] }) deferredIn: string;
}

export class CarryOverView {
  @ApiProperty({ type: [DeferredItemView] }) items: DeferredItemView[];
  @ApiProperty({
    type: [AgendaFollowUpView],
    description: 'open actions of the channel; the standing follow_up shows them live',
  })
  actions: AgendaFollowUpView[];
}
