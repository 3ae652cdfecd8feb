import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { countUnread, findMail, listInbox, listReminders, MarkMails, remindersErrors } from '#forum/reminders';
import { CurrentActor, CurrentReading, type Reading } from '../http/decorators.js';
import { IdPipe } from '../http/id.pipe.js';
import { ReadingDto } from '../http/reading.dto.js';
import { InboxMailDetailView, InboxUnreadView, InboxView, ListInboxDto, MarkMailsDto } from './inbox.dto.js';
import { presentInboxMail, presentReminder, readCursor, writeCursor } from './reminders.presenter.js';

/** More reminders than one day of one person has. */
const MOST_TOLD = 200;

/** What the reader in person was told: the mails themselves, whether or not they left as such. */
@ApiTags('inbox')
@Controller('inbox')
export class InboxController {
  constructor(
    private readonly database: Database,
    private readonly markMails: MarkMails,
  ) {}

  @Get()
  @ApiOkResponse({ type: InboxView, description: 'latest first' })
  async list(@CurrentActor() actor: Actor, @Query() query: ListInboxDto): Promise<InboxView> {
    const reader = this.database.reader(actor);
    const after = query.cursor === undefined ? undefined : readCursor(query.cursor);
    const filter = { unread: query.show === 'unread', after, limit: query.limit ?? 50 };
    const [{ items, hasMore }, unread] = await Promise.all([
      listInbox(reader, actor, filter),
      countUnread(reader, actor),
    ]);
    const last = items.at(-1);
    return {
      items: items.map(presentInboxMail),
      hasMore,
      nextCursor: hasMore && last ? writeCursor(last) : null,
      unread,
    };
  }

  @Get('unread')
  @ApiOkResponse({ type: InboxUnreadView })
  async unread(@CurrentActor() actor: Actor, @Query() _query: ReadingDto): Promise<InboxUnreadView> {
    return { unread: await countUnread(this.database.reader(actor), actor) };
  }

  /** Reading it here marks nothing: a GET changes nothing. 404 reminders.mailNotFound */
  @Get(':id')
  @ApiOkResponse({ type: InboxMailDetailView })
  async read(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Query() _query: ReadingDto,
  ): Promise<InboxMailDetailView> {
    const reader = this.database.reader(actor);
    const mail = await findMail(reader, actor, id);
    if (!mail) throw remindersErrors.mailNotFound();
    const { text, html, href, to, carriedId } = mail;
    const about = await listReminders(reader, { carriedId, order: 'earliest', limit: MOST_TOLD });
    return {
      ...presentInboxMail(mail),
      to,
      text,
      html,
      href,
      about: about.items.map((row) => presentReminder(row, reading)),
    };
  }

  /** 422 reminders.mailsMissing */
  @Post('marks')
  @HttpCode(200)
  @ApiOkResponse({ type: InboxUnreadView })
  async mark(@CurrentActor() actor: Actor, @Body() body: MarkMailsDto): Promise<InboxUnreadView> {
    await this.markMails.run(actor, body);
    return { unread: await countUnread(this.database.reader(actor), actor) };
  }
}
