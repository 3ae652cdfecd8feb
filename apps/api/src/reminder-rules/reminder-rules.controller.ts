import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { commonErrors, type Actor } from '#core/kernel';
import { Database } from '#platform/database';
import {
  bookOf,
  changesOf,
  channelReminderRules,
  findChannelRules,
  ProposeReminderRules,
  readOpenRules,
  reminderRulesErrors,
} from '#forum/reminder-rules';
import { previewRules } from '#forum/reminders';
import { agreedProposalsOf, openProposalsOf } from '#forum/two-key';
import { CurrentActor, CurrentReading, IfMatch, type Reading } from '../http/decorators.js';
import { IdPipe } from '../http/id.pipe.js';
import { ReadingDto } from '../http/reading.dto.js';
import { PreviewReminderRulesDto, ProposeReminderRulesDto } from './reminder-rules.dto.js';
import { presentPreview, presentRules } from './reminder-rules.presenter.js';
import { ReminderRulesPreviewView, ReminderRulesView } from './reminder-rules.views.js';

/** When a channel reminds whom (domain.md 4): what holds, what it would do otherwise, and the first key on another set. */
@ApiTags('reminders')
@Controller('channels/:id/reminder-rules')
export class ReminderRulesController {
  constructor(
    private readonly database: Database,
    private readonly propose: ProposeReminderRules,
  ) {}

  /** 404 reminder-rules.channelNotFound */
  @Get()
  @ApiOkResponse({ type: ReminderRulesView })
  async read(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) channelId: string,
    @Query() _query: ReadingDto,
  ): Promise<ReminderRulesView> {
    const reader = this.database.reader(actor);
    const [channel, open, agreed] = await Promise.all([
      findChannelRules(reader, channelId),
      openProposalsOf(reader, 'channel', channelId),
      agreedProposalsOf(reader, 'channel', channelId, channelReminderRules.kind),
    ]);
    if (!channel) throw reminderRulesErrors.channelNotFound();
    const waiting = open.filter(({ kind }) => kind === channelReminderRules.kind);
    return presentRules({ channelId, channel, open: waiting, agreed }, actor, reading);
  }

  /** What these rules would send for living sessions and open action items, next to those that hold; writes nothing. */
  @Post('preview')
  @HttpCode(200)
  @ApiOkResponse({ type: ReminderRulesPreviewView })
  async preview(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) channelId: string,
    @Body() { rules }: PreviewReminderRulesDto,
  ): Promise<ReminderRulesPreviewView> {
    const reader = this.database.reader(actor);
    const channel = await readOpenRules(reader, actor, channelId);
    if (actor.side === null) throw commonErrors.forbidden();
    const changes = changesOf(channel.rules, rules);
    const books = { before: channel.rules, after: bookOf(rules) };
    const preview = await previewRules(reader, actor.side, channelId, books);
    return presentPreview(preview, changes, actor.side, reading);
  }

  /** Turns the first key; the other side's key on the proposal makes the rules hold. */
  @Post()
  @HttpCode(200)
  @ApiOkResponse({ type: ReminderRulesView })
  async change(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) channelId: string,
    @IfMatch() agreed: number,
    @Body() { rules, reason }: ProposeReminderRulesDto,
  ): Promise<ReminderRulesView> {
    await this.propose.run(actor, { channelId, agreed, rules, reason: reason ? reason : null });
    return this.read(actor, reading, channelId, {});
  }
}
