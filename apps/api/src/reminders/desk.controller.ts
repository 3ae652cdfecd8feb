import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { commonErrors, type Actor } from '#core/kernel';
import { Database } from '#platform/database';
import {
  countDesk,
  deskDays,
  findMailPreference,
  findPostCard,
  findReminder,
  keepsDesk,
  listReplans,
  MendReminder,
  remindersErrors,
  RetryFailed,
  type DeskAct,
} from '#forum/reminders';
import { addDays, assertRange, loadCalendar } from '#forum/working-days';
import { CurrentActor, CurrentReading, IfMatch, type Reading } from '../http/decorators.js';
import { IdPipe } from '../http/id.pipe.js';
import { ReadingDto } from '../http/reading.dto.js';
import {
  DeskDaysDto,
  DeskDaysView,
  DeskPostDto,
  DeskPostView,
  DeskReplansView,
  DeskRetriedView,
  DeskSummaryView,
} from './desk.dto.js';
import { presentPostCard, presentReplan } from './desk.presenter.js';
import { DeskReminderView } from './reminders.dto.js';
import { presentDeskReminder } from './reminders.presenter.js';

const none = { planned: 0, sent: 0, failed: 0, inDoubt: 0, mails: 0 };

/** What a secretariat sees to: what failed, what is in doubt, what is planned, and how its posts can be reached. */
@ApiTags('reminders')
@Controller('reminders')
export class DeskController {
  constructor(
    private readonly database: Database,
    private readonly mend: MendReminder,
    private readonly retryFailed: RetryFailed,
  ) {}

  @Get('summary')
  @ApiOkResponse({ type: DeskSummaryView, description: 'of the reader’s side' })
  async summary(@CurrentActor() actor: Actor, @Query() _query: ReadingDto): Promise<DeskSummaryView> {
    const counts = await countDesk(this.database.reader(actor));
    const reason = keepsDesk(actor) ? null : commonErrors.forbidden.code;
    return { ...counts, allowedActions: [{ action: 'retry-failed', allowed: reason === null, reason }] };
  }

  /** 422 working-days.rangeInverted, working-days.rangeTooLong */
  @Get('days')
  @ApiOkResponse({ type: DeskDaysView, description: 'every day of the range; none for who has no side' })
  async days(@CurrentActor() actor: Actor, @Query() { from, to }: DeskDaysDto): Promise<DeskDaysView> {
    assertRange(from, to);
    const reader = this.database.reader(actor);
    const side = actor.side ?? 'kr';
    const [today] = await reader.query<{ today: string }>('select forum.today(forum.zone_of($1)) as today', [side]);
    if (actor.side === null) return { today: today?.today ?? from, items: [] };
    const [calendar, found] = await Promise.all([loadCalendar(reader), deskDays(reader, side, from, to)]);
    const byDate = new Map(found.map((day) => [day.date, day]));
    const items = [];
    for (let date = from; date <= to; date = addDays(date, 1))
      items.push({ ...none, ...byDate.get(date), date, working: calendar.isWorkingDay(date, side) });
    return { today: today?.today ?? from, items };
  }

  /** What is planned anew in the background, and how far it is; then what was, newest first. */
  @Get('replans')
  @ApiOkResponse({ type: DeskReplansView, description: 'of both sides’ matters and the reader’s own' })
  async replans(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Query() _query: ReadingDto,
  ): Promise<DeskReplansView> {
    const rows = await listReplans(this.database.reader(actor), actor.side);
    return { items: rows.map((row) => presentReplan(row, reading)) };
  }

  /** The secretariat’s, and whoever holds the post. 403, 404 reminders.postNotFound */
  @Get('post')
  @ApiOkResponse({ type: DeskPostView })
  async post(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Query() query: DeskPostDto,
  ): Promise<DeskPostView> {
    const card = await findPostCard(this.database.reader(actor), actor, query.post);
    if (!card) throw remindersErrors.postNotFound();
    if (!keepsDesk(actor) && !actor.postIds.includes(query.post)) throw commonErrors.forbidden();
    const preference = card.holder && (await findMailPreference(this.database, card.holder));
    return presentPostCard(card, preference, reading);
  }

  /** Sends everything that failed again. 403 */
  @Post('retry-failed')
  @HttpCode(200)
  @ApiOkResponse({ type: DeskRetriedView })
  async retryAll(@CurrentActor() actor: Actor): Promise<DeskRetriedView> {
    return { retried: await this.retryFailed.run(actor) };
  }

  /** Sends one that failed again, with what shares its mail. 403, 404, 409 common.wrongState, 412, 428 */
  @Post(':id/retry')
  @HttpCode(200)
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiOkResponse({ type: DeskReminderView })
  retry(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<DeskReminderView> {
    return this.act(actor, reading, id, 'retry', version);
  }

  /** Says that a mail in doubt has arrived. 403, 404, 409 common.wrongState, 412, 428 */
  @Post(':id/arrived')
  @HttpCode(200)
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiOkResponse({ type: DeskReminderView })
  arrived(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<DeskReminderView> {
    return this.act(actor, reading, id, 'arrived', version);
  }

  /** Sends a mail in doubt again under its own Message-ID. 403, 404, 409 common.wrongState, 412, 428 */
  @Post(':id/send-again')
  @HttpCode(200)
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiOkResponse({ type: DeskReminderView })
  sendAgain(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<DeskReminderView> {
    return this.act(actor, reading, id, 'send-again', version);
  }

  /** Tells once more on purpose what was sent. 403, 404, 409 common.wrongState, 412, 428 */
  @Post(':id/resend')
  @HttpCode(200)
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiOkResponse({ type: DeskReminderView })
  resend(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<DeskReminderView> {
    return this.act(actor, reading, id, 'resend', version);
  }

  private async act(
    actor: Actor,
    reading: Reading,
    id: string,
    act: DeskAct,
    version: number,
  ): Promise<DeskReminderView> {
    await this.mend.run(actor, { id, act, version });
    const row = await findReminder(this.database.reader(actor), id);
    if (!row) throw remindersErrors.notFound();
    return presentDeskReminder(row, actor, reading);
  }
}
