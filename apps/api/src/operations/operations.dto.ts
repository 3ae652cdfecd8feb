import { ApiProperty } from '@nestjs/swagger';
import { CARRIED, type Carried } from '#forum/operations';

export class JobHealthView {
  @ApiProperty({ enum: CARRIED, description: 'reminders to people, webhooks, events of the outbox, entries to seal' })
  name: Carried;
  @ApiProperty({ description: 'all that is to come' }) planned: number;
  @ApiProperty({ description: 'due among it' }) due: number;
  @ApiProperty({ description: 'handed to the queue or held by a worker' }) underWay: number;
  @ApiProperty({ description: 'the relay may have it or not' }) inDoubt: number;
  @ApiProperty({ description: 'waits for a person' }) failed: number;
  @ApiProperty({ type: String, nullable: true, description: 'when the oldest of what has not arrived was due, UTC' })
  oldestDueAt: string | null;
  @ApiProperty({ description: 'seconds for which it has been waiting' }) secondsLate: number;
}

export class JobsView {
  @ApiProperty({ description: 'the time that decides, ISO 8601 in UTC' }) at: string;
  @ApiProperty({ enum: ['postgres', 'redis'], description: 'what carries the jobs' }) backend: 'postgres' | 'redis';
  @ApiProperty({ type: [JobHealthView] }) items: JobHealthView[];
}
