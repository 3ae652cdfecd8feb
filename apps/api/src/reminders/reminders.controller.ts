import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#core/kernel';
import type { Config } from '#platform/config';
import { Database } from '#platform/database';
import { listMails, listReminders } from '#forum/reminders';
import { InjectConfig } from '../http/config.token.js';
import { CurrentActor, CurrentReading, type Reading } from '../http/decorators.js';
import { ReadingDto } from '../http/reading.dto.js';
import { InboxView, ListRemindersDto, MailListView, ReminderListView } from './reminders.dto.js';
import { presentMail, presentReminder, readCursor, writeCursor } from './reminders.presenter.js';

/** A side sees its own reminders and mails only; who has no side sees none. */
@ApiTags('reminders')
@Controller()
export class RemindersController {
  constructor(
    private readonly database: Database,
    @InjectConfig() private readonly config: Config,
  ) {}

  @Get('reminders')
  @ApiOkResponse({ type: ReminderListView, description: 'of the reader’s side, earliest first' })
  async list(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Query() query: ListRemindersDto,
  ): Promise<ReminderListView> {
    const page = await listReminders(this.database.reader(actor), {
      states: query.state,
      sessionId: query.session,
      after: query.cursor === undefined ? undefined : readCursor(query.cursor),
      order: 'earliest',
      limit: query.limit ?? 50,
    });
    const last = page.items.at(-1);
    return {
      items: page.items.map((row) => presentReminder(row, reading)),
      hasMore: page.hasMore,
      nextCursor: page.hasMore && last ? writeCursor(last) : null,
    };
  }

  @Get('inbox')
  @ApiOkResponse({ type: InboxView, description: 'what the reader’s posts were told, latest first' })
  async inbox(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Query() _query: ReadingDto,
  ): Promise<InboxView> {
    const page = await listReminders(this.database.reader(actor), {
      states: ['queued', 'sending', 'sent', 'in_doubt', 'failed'],
      recipientPostIds: actor.postIds,
      order: 'latest',
      limit: 100,
    });
    return { items: page.items.map((row) => presentReminder(row, reading)) };
  }

  @Get('mails')
  @ApiOkResponse({
    type: MailListView,
    description: 'demo mode: the latest mails to the reader’s side; empty otherwise',
  })
  async mails(@CurrentActor() actor: Actor, @Query() _query: ReadingDto): Promise<MailListView> {
    const rows = this.config.demoMode ? await listMails(this.database.reader(actor), 100) : [];
    return { items: rows.map(presentMail) };
  }
}
