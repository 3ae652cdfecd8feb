import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#core/kernel';
import { instantOf } from '#core/i18n';
import type { Config } from '#platform/config';
import { Database } from '#platform/database';
import { listMails, listReminders, zones } from '#forum/reminders';
import { addDays } from '#forum/working-days';
import { InjectConfig } from '../http/config.token.js';
import { CurrentActor, CurrentReading, type Reading } from '../http/decorators.js';
import { ReadingDto } from '../http/reading.dto.js';
import { ListRemindersDto, MailListView, ReminderListView } from './reminders.dto.js';
import { presentDeskReminder, presentMail, readCursor, writeCursor } from './reminders.presenter.js';

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
    const after = query.cursor === undefined ? undefined : readCursor(query.cursor);
    const zone = zones[actor.side ?? 'kr'];
    const page = await listReminders(this.database.reader(actor), {
      states: query.state,
      sessionId: query.session,
      postId: query.post,
      from: query.from && instantOf(query.from, '00:00', zone),
      before: query.to && instantOf(addDays(query.to, 1), '00:00', zone),
      late: query.mark === 'late',
      doubted: query.mark === 'doubted',
      after: after && { dueAt: after.at, id: after.id },
      order: query.order ?? 'earliest',
      limit: query.limit ?? 50,
    });
    return {
      items: page.items.map((row) => presentDeskReminder(row, actor, reading)),
      hasMore: page.hasMore,
      nextCursor: page.last ? writeCursor({ at: page.last.dueAtExact, id: page.last.id }) : null,
    };
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
