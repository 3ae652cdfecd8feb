import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { listChannels, listContextEvents, listTopics, mayDraft, readTimeline } from '#forum/channels';
import { listSessions } from '#forum/sessions';
import { CurrentActor, CurrentReading, type Reading } from '../http/decorators.js';
import { IdPipe } from '../http/id.pipe.js';
import { pageAsk, PageDto, presentPage } from '../record/page.js';
import { MOST_SESSIONS, showChannel } from './channel-page.js';
import {
  ChannelDetailView,
  ChannelListView,
  ContextEventListView,
  TimelineView,
  TopicListView,
} from './channels.dto.js';
import { presentChannel, presentContextEvent, presentTimeline, presentTopics } from './channels.presenter.js';

@ApiTags('channels')
@Controller()
export class ChannelsController {
  constructor(private readonly database: Database) {}

  /** Channels by name in the reader's collation. */
  @Get('channels')
  @ApiOkResponse({ type: ChannelListView })
  async list(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Query() query: PageDto,
  ): Promise<ChannelListView> {
    const page = await listChannels(
      this.database.reader(actor),
      { side: actor.side, language: reading.language },
      pageAsk(query),
    );
    return {
      ...presentPage(page, (row) => presentChannel(row, reading)),
      allowedActions: mayDraft(actor) ? [{ action: 'draft', allowed: true, reason: null }] : [],
    };
  }

  /** All channels with their events since the first one, in the order in which they began. */
  @Get('channels/timeline')
  @ApiOkResponse({ type: TimelineView })
  async timeline(@CurrentActor() actor: Actor, @CurrentReading() reading: Reading): Promise<TimelineView> {
    const reader = this.database.reader(actor);
    const [rows, sessions] = await Promise.all([
      readTimeline(reader, actor.side),
      listSessions(reader, { side: actor.side, limit: MOST_SESSIONS }),
    ]);
    return presentTimeline(rows, sessions, actor, reading);
  }

  /** 404 channels.notFound */
  @Get('channels/:id')
  @ApiOkResponse({ type: ChannelDetailView })
  read(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
  ): Promise<ChannelDetailView> {
    return showChannel(this.database, actor, reading, id);
  }

  /** Subjects that channels and sessions can be about. */
  @Get('topics')
  @ApiOkResponse({ type: TopicListView })
  async topics(@CurrentActor() actor: Actor, @CurrentReading() reading: Reading): Promise<TopicListView> {
    return presentTopics(await listTopics(this.database.reader(actor)), reading);
  }

  /** Events around the channels; empty for readers outside both governments. */
  @Get('context-events')
  @ApiOkResponse({ type: ContextEventListView })
  async contextEvents(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Query() query: PageDto,
  ): Promise<ContextEventListView> {
    return presentPage(await listContextEvents(this.database.reader(actor), pageAsk(query)), (row) =>
      presentContextEvent(row, reading),
    );
  }
}
