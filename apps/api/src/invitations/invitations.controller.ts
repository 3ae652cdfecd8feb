import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { commonErrors, type Actor } from '#core/kernel';
import type { Config } from '#platform/config';
import { Database } from '#platform/database';
import { readSender } from '#platform/mail';
import { calendarRepliesOf, mayReadReplies, ReceiveCalendarReply, sessionFile } from '#forum/invitations';
import { sessionsErrors } from '#forum/sessions';
import { InjectConfig } from '../http/config.token.js';
import { CurrentActor, CurrentReading, type Reading } from '../http/decorators.js';
import { IdPipe } from '../http/id.pipe.js';
import { ReadingDto } from '../http/reading.dto.js';
import { answerCalendar } from './calendar-answer.js';
import { CalendarReplyListView, ReceivedReplyView } from './invitations.dto.js';
import { presentReplies } from './invitations.presenter.js';

@ApiTags('invitations')
@Controller()
export class InvitationsController {
  constructor(
    private readonly database: Database,
    private readonly receiveReply: ReceiveCalendarReply,
    @InjectConfig() private readonly config: Config,
  ) {}

  @Get('sessions/:id/calendar.ics')
  @ApiProduces('text/calendar')
  @ApiOkResponse({ schema: { type: 'string' }, description: 'the session for the reader’s own calendar program' })
  async file(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Query() _query: ReadingDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const written = await sessionFile(this.database.reader(actor), id, {
      side: actor.side,
      language: reading.language,
      publicUrl: this.config.publicUrl,
      organizer: readSender(this.config.mailFrom),
    });
    void reply.header('content-disposition', `attachment; filename="session-${written.startDate}.ics"`);
    return answerCalendar(request, reply, written, reading.language);
  }

  @Get('sessions/:id/calendar-replies')
  @ApiOkResponse({ type: CalendarReplyListView, description: 'of the reader’s own side, latest first' })
  async replies(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Query() _query: ReadingDto,
  ): Promise<CalendarReplyListView> {
    if (!mayReadReplies(actor)) throw commonErrors.forbidden();
    const rows = await calendarRepliesOf(this.database.reader(actor), id);
    if (!rows) throw sessionsErrors.notFound();
    return presentReplies(rows, actor, reading);
  }

  @Post('calendar-replies')
  @HttpCode(200)
  @ApiConsumes('text/calendar', 'message/rfc822')
  @ApiBody({
    schema: { type: 'string' },
    description: 'a REPLY or COUNTER (RFC 5546) in UTF-8, or a mail that carries one',
  })
  @ApiOkResponse({ type: ReceivedReplyView })
  async receive(
    @CurrentActor() actor: Actor,
    @Headers('content-type') type: string | undefined,
    @Body() body: unknown,
  ): Promise<ReceivedReplyView> {
    if (!Buffer.isBuffer(body)) throw commonErrors.badMediaType();
    const { sessionId, ignored } = await this.receiveReply.run(
      actor,
      body,
      /^message\/rfc822\b/iu.test(type ?? '') ? 'mail' : 'calendar',
    );
    return { sessionId, recorded: ignored === null, reason: ignored };
  }
}
