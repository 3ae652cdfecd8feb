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

/** What is planned anew in the background after a holiday, other rules or other readers. */
export class JobsReplansView {
  @ApiProperty({ description: 'changes that are not through yet' }) open: number;
  @ApiProperty({ description: 'seconds since the oldest of them was asked for' }) secondsWaiting: number;
  @ApiProperty({ type: Number, nullable: true, description: 'how much of them all is done; null when there is none' })
  percent: number | null;
}

export class JobsView {
  @ApiProperty({ description: 'the time that decides, ISO 8601 in UTC' }) at: string;
  @ApiProperty({ enum: ['postgres', 'redis'], description: 'what carries the jobs' }) backend: 'postgres' | 'redis';
  @ApiProperty({ type: [JobHealthView] }) items: JobHealthView[];
  @ApiProperty({ type: JobsReplansView }) replans: JobsReplansView;
}
