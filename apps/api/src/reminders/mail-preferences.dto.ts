import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean } from 'class-validator';

export class MailPreferencesView {
  @ApiProperty({ description: 'the one mail a day with what falls due; without it everything is in the inbox alone' })
  digest: boolean;
}

export class SetMailPreferencesDto {
  @ApiProperty()
  @IsBoolean()
  digest: boolean;
}
