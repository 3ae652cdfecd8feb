import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { commonErrors, type Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { liveEventsAfter, past, readCursor, START, writeCursor } from '#forum/live';
import { CurrentActor, Unattended } from '../http/decorators.js';
import { IdPipe } from '../http/id.pipe.js';
import '../http/request.js';
import { LiveReader, roomOf } from './live-reader.js';
import { presentEvent } from './live-stream.js';
import { LiveStreams } from './live-streams.js';
import { LiveEventsDto } from './live.dto.js';
import { LiveEventListView } from './live.views.js';

const most = 200;

/** What happened in a session, and what happens next. */
@ApiTags('live')
@Controller()
export class LiveEventsController {
  constructor(
    private readonly database: Database,
    private readonly page: LiveReader,
    private readonly streams: LiveStreams,
  ) {}

  /**
   * With `Accept: text/event-stream` a stream that begins after the cursor and stays open; otherwise what there is, as a list. Every
   * event bears the cursor after it as its id, so a browser that lost its connection reads on where it was.
   */
  @Unattended()
  @Get('sessions/:id/live/events')
  @ApiProduces('application/json', 'text/event-stream')
  @ApiOkResponse({ type: LiveEventListView })
  async events(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query() query: LiveEventsDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.page.assertWatches(actor, id);
    const asker = query.screen === 'projector' ? { ...roomOf(actor), userId: actor.userId } : actor;
    const cursor = cursorOf(request.headers['last-event-id'] ?? query.after);
    const reader = this.database.reader(asker);
    if (request.headers.accept?.includes('text/event-stream')) {
      const of = { actor: asker, reader, sessionId: id, cursor };
      const stream = await this.streams.open(of, actor.databaseRole, request.sessionToken ?? '');
      void reply
        .headers({ 'content-type': 'text/event-stream; charset=utf-8', 'x-accel-buffering': 'no' })
        .send(stream.body);
      return;
    }
    const events = await liveEventsAfter(reader, asker.side, id, cursor, most);
    let at = cursor;
    const items = events.map((event) => {
      at = past(at, event);
      return presentEvent(event, at);
    });
    await reply.send({ items, cursor: writeCursor(at), hasMore: events.length === most } satisfies LiveEventListView);
  }
}

function cursorOf(asked: string | string[] | undefined): typeof START {
  if (asked === undefined) return START;
  const cursor = typeof asked === 'string' ? readCursor(asked) : null;
  if (!cursor) throw commonErrors.invalid({}, [{ path: 'after', code: commonErrors.malformed.code }]);
  return cursor;
}
