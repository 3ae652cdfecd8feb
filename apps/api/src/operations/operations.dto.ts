import { ApiProperty } from '@nestjs/swagger';
import { CARRIED, type Carried } from '#forum/operations';
import { AllowedView } from '../http/text.view.js';

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

/** Keeps what was planned before, and is tried again by itself. */
export class JobsLeftBehindView {
  @ApiProperty({ description: 'objects that could not be planned anew' }) objects: number;
  @ApiProperty({ description: 'kinds of dates of which none can be planned at present' }) kinds: number;
}

export class JobsRetriedView {
  @ApiProperty({ description: 'objects that are tried again at once' }) retried: number;
}

export class JobsView {
  @ApiProperty({ description: 'the time that decides, ISO 8601 in UTC' }) at: string;
  @ApiProperty({ enum: ['postgres', 'redis'], description: 'what carries the jobs' }) backend: 'postgres' | 'redis';
  @ApiProperty({ type: [JobHealthView] }) items: JobHealthView[];
  @ApiProperty({ type: JobsReplansView }) replans: JobsReplansView;
  @ApiProperty({ type: JobsLeftBehindView }) leftBehind: JobsLeftBehindView;
  @ApiProperty({ type: [AllowedView], description: 'retry-left-behind' }) allowedActions: AllowedView[];
}
