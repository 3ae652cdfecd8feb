import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { commonErrors, type Actor } from '#core/kernel';
import type { Config } from '#platform/config';
import { Database } from '#platform/database';
import { readSender } from '#platform/mail';
import { CreateFeed, feedFile, feedOfToken, feedsOf, invitationsErrors, RevokeFeed } from '#forum/invitations';
import { InjectConfig } from '../http/config.token.js';
import { CurrentActor, CurrentReading, Public, type Reading } from '../http/decorators.js';
import { IdPipe } from '../http/id.pipe.js';
import { ReadingDto } from '../http/reading.dto.js';
import { answerCalendar } from './calendar-answer.js';
import { CalendarFeedListView, CreateCalendarFeedDto, NewCalendarFeedView } from './invitations.dto.js';
import { presentFeeds } from './invitations.presenter.js';

/** The addresses a user has given to calendar programs. */
@ApiTags('calendar feeds')
@Controller('me/calendar-feeds')
export class FeedsController {
  constructor(
    private readonly database: Database,
    private readonly createFeed: CreateFeed,
    private readonly revokeFeed: RevokeFeed,
    @InjectConfig() private readonly config: Config,
  ) {}

  @Get()
  @ApiOkResponse({ type: CalendarFeedListView })
  async list(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Query() _query: ReadingDto,
  ): Promise<CalendarFeedListView> {
    return presentFeeds(await feedsOf(this.database, actor), reading);
  }

  /** No `Idempotency-Key`: its answer would be kept, and with it the token. Twice makes two feeds, and either can be revoked. */
  @Post()
  @ApiOkResponse({ type: NewCalendarFeedView })
  async create(
    @CurrentActor() actor: Actor,
    @Body() body: CreateCalendarFeedDto,
    @Headers('idempotency-key') key?: string,
  ): Promise<NewCalendarFeedView> {
    if (key !== undefined) throw commonErrors.malformed();
    const { id, token } = await this.createFeed.run(actor, body);
    return { id, address: `${this.config.publicUrl}/feeds/${token}.ics` };
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  async revoke(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    await this.revokeFeed.run(actor, id);
  }
}

/** What a calendar program reads: no cookie, the token alone (design.md 4). Unknown, revoked and ownerless tokens answer alike. */
@ApiExcludeController()
@Public()
@Controller('feeds')
export class PublicFeedController {
  constructor(
    private readonly database: Database,
    @InjectConfig() private readonly config: Config,
  ) {}

  @Get(':file')
  async read(
    @Param('file') file: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const feed = await feedOfToken(this.database, file.replace(/\.ics$/u, ''));
    const publisher = { publicUrl: this.config.publicUrl, organizer: readSender(this.config.mailFrom) };
    const written = feed && (await feedFile(this.database, feed, publisher));
    if (!feed || !written) throw invitationsErrors.feedNotFound();
    return answerCalendar(request, reply, written, feed.language);
  }
}
