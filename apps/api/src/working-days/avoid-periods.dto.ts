import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { SIDES, type Side } from '#core/kernel';
import { AllowedView, LocalizedTextView } from '../http/text.view.js';
import { ReadingDto } from '../http/reading.dto.js';
import { IsPlainDate, MayBeAbsent } from '../http/validation.js';
import { NamesDto } from './holidays.dto.js';

export class AvoidPeriodsDto extends ReadingDto {
  @ApiProperty({ example: '2027-01-01' })
  @IsPlainDate()
  from: string;

  @ApiProperty({ example: '2027-12-31', description: 'at most 732 days' })
  @IsPlainDate()
  to: string;
}

export class AddAvoidPeriodDto {
  @ApiProperty({ description: 'first day, included' })
  @IsPlainDate()
  from: string;

  @ApiProperty({ description: 'last day, included; at most 92 days' })
  @IsPlainDate()
  to: string;

  @ApiProperty({ type: NamesDto })
  @ValidateNested()
  @Type(() => NamesDto)
  names: NamesDto;
}

export class ChangeAvoidPeriodDto {
  @ApiPropertyOptional()
  @MayBeAbsent()
  @IsPlainDate()
  from?: string;

  @ApiPropertyOptional()
  @MayBeAbsent()
  @IsPlainDate()
  to?: string;

  @ApiPropertyOptional({ type: NamesDto })
  @MayBeAbsent()
  @ValidateNested()
  @Type(() => NamesDto)
  names?: NamesDto;
}

export class AvoidPeriodView {
  @ApiProperty() id: string;
  @ApiProperty() etag: string;
  @ApiProperty({ enum: SIDES }) side: Side;
  @ApiProperty() from: string;
  @ApiProperty() to: string;
  @ApiProperty({ type: LocalizedTextView }) name: LocalizedTextView;
  @ApiProperty({ enum: ['rule', 'person'] }) origin: 'rule' | 'person';
  @ApiProperty() withdrawn: boolean;
  @ApiProperty({ type: [AllowedView] }) allowedActions: AllowedView[];
}

export class AvoidPeriodListView {
  @ApiProperty({ type: [AvoidPeriodView] }) items: AvoidPeriodView[];
}
