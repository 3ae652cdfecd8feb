import { ApiProperty } from '@nestjs/swagger';
import { SIDES, type Side } from '#core/kernel';
import { HOLIDAY_STATUSES, type CalendarNote } from '#forum/working-days';

/** A year of one side without a whole table in the Gazette; the answer counted with days that may still change. */
export class CalendarNoteView implements CalendarNote {
  @ApiProperty() year: number;
  @ApiProperty({ enum: SIDES }) side: Side;
  @ApiProperty({ enum: HOLIDAY_STATUSES.filter((status) => status !== 'gazetted') }) status: CalendarNote['status'];
}
