import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean } from 'class-validator';

export class DayMailStoppedView {
  @ApiProperty({ description: 'ISO 8601 in UTC' }) at: string;
  @ApiProperty({ enum: ['link', 'settings'], description: 'the link in a mail, without a sign-in, or these settings' })
  by: 'link' | 'settings';
}

export class MailPreferencesView {
  @ApiProperty({ description: 'the one mail a day with what falls due; without it everything is in the inbox alone' })
  digest: boolean;

  @ApiProperty({ type: DayMailStoppedView, nullable: true, description: 'null while it is sent' })
  stopped: DayMailStoppedView | null;
}

export class SetMailPreferencesDto {
  @ApiProperty()
  @IsBoolean()
  digest: boolean;
}
