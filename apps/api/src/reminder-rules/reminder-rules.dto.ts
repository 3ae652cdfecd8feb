import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, ValidateNested } from 'class-validator';
import {
  ESCALATION_TARGETS,
  RULE_DELIVERIES,
  standardRules,
  type EscalationTarget,
  type RuleDelivery,
} from '#forum/reminder-rules';
import { IsOneOf, IsText, IsWhole, MayBeAbsent } from '../http/validation.js';

/** Far beyond what a rule may name: what is too far is refused by the rule itself, with its reason. */
const FAR = 10_000;
const MOST = 50;

export class ReminderEscalationDto {
  @ApiProperty({ description: 'days from the rule date' }) @IsWhole(-FAR, FAR) at: number;
  @ApiProperty({ enum: ESCALATION_TARGETS }) @IsOneOf(ESCALATION_TARGETS) to: EscalationTarget;
}

export class ReminderRuleDto {
  @ApiProperty({ maxLength: 100 }) @IsText({ max: 100 }) code: string;

  @ApiProperty({ description: 'days from the fact to the rule date, −365 to 365; 0 where the fact is the date' })
  @IsWhole(-FAR, FAR)
  offset: number;

  @ApiProperty({ type: [Number], description: 'days from the rule date, earliest first, at most 12' })
  @IsArray()
  @ArrayMaxSize(MOST)
  @IsWhole(-FAR, FAR, { each: true })
  remindAt: number[];

  @ApiProperty({ type: [ReminderEscalationDto], description: 'at most 12' })
  @IsArray()
  @ArrayMaxSize(MOST)
  @ValidateNested({ each: true })
  @Type(() => ReminderEscalationDto)
  escalations: ReminderEscalationDto[];

  @ApiProperty({ enum: RULE_DELIVERIES }) @IsOneOf(RULE_DELIVERIES) delivery: RuleDelivery;
  @ApiProperty() @IsBoolean() enabled: boolean;
}

export class PreviewReminderRulesDto {
  @ApiProperty({
    type: [ReminderRuleDto],
    description: 'the rules that shall differ from the standard; every other rule is the standard one',
  })
  @IsArray()
  @ArrayMaxSize(2 * standardRules.length)
  @ValidateNested({ each: true })
  @Type(() => ReminderRuleDto)
  rules: ReminderRuleDto[];
}

export class ProposeReminderRulesDto extends PreviewReminderRulesDto {
  @ApiPropertyOptional({ maxLength: 1000, description: 'read by both sides' })
  @MayBeAbsent()
  @IsText({ max: 1000, multiline: true })
  reason?: string;
}
