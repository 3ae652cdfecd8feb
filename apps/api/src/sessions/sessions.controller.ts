import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { commonErrors, isId, type Actor } from '#core/kernel';
import { Database } from '#platform/database';
import {
  CloseSession,
  HoldSession,
  listSessions,
  MarkReady,
  OpenSession,
  StartPreparing,
  type SessionRow,
} from '#forum/sessions';
import { CurrentActor, CurrentReading, IfMatch, type Reading } from '../http/decorators.js';
import { IdPipe } from '../http/id.pipe.js';
import { ListSessionsDto, SessionDetailView, SessionListView, SessionStepDto } from './sessions.dto.js';
import { SessionPageReader } from './session-page.js';
import { presentSessionSummary } from './sessions.presenter.js';

@ApiTags('sessions')
@Controller('sessions')
export class SessionsController {
  constructor(
    private readonly database: Database,
    private readonly page: SessionPageReader,
    private readonly startPreparing: StartPreparing,
    private readonly markReady: MarkReady,
    private readonly openSession: OpenSession,
    private readonly holdSession: HoldSession,
    private readonly closeSession: CloseSession,
  ) {}

  @Get()
  @ApiOkResponse({ type: SessionListView })
  async list(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Query() query: ListSessionsDto,
  ): Promise<SessionListView> {
    const limit = query.limit ?? 50;
    const rows = await listSessions(this.database.reader(actor), {
      side: actor.side,
      limit,
      ...(query.channel === undefined ? {} : { channelId: query.channel }),
      ...(query.when === undefined ? {} : { when: query.when }),
      ...(query.cursor === undefined ? {} : { after: readCursor(query.cursor) }),
    });
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return {
      items: items.map((row) => presentSessionSummary(row, actor, reading)),
      hasMore: rows.length > limit,
      nextCursor: rows.length > limit && last ? writeCursor(last) : null,
    };
  }

  @Get(':id')
  @ApiOkResponse({ type: SessionDetailView })
  read(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
  ): Promise<SessionDetailView> {
    return this.page.read(actor, reading, id);
  }

  @Post(':id/steps')
  @HttpCode(200)
  @ApiOkResponse({ type: SessionDetailView })
  async step(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: SessionStepDto,
  ): Promise<SessionDetailView> {
    const input = { sessionId: id, version };
    switch (body.action) {
      case 'start-preparing':
        await this.startPreparing.run(actor, input);
        break;
      case 'mark-ready':
        await this.markReady.run(actor, input);
        break;
      case 'open':
        await this.openSession.run(actor, input);
        break;
      case 'hold':
        await this.holdSession.run(actor, input);
        break;
      case 'close':
        await this.closeSession.run(actor, input);
        break;
    }
    return this.page.read(actor, reading, id);
  }
}

function writeCursor(row: SessionRow): string {
  return Buffer.from(`${row.startDate} ${row.id}`).toString('base64url');
}

function readCursor(cursor: string): { startDate: string; id: string } {
  const [startDate = '', id = ''] = Buffer.from(cursor, 'base64url').toString('utf8').split(' ');
  if (!/^\d{4}-\d{2}-\d{2}$/.test(startDate) || !isId(id))
    throw commonErrors.notACursor({}, [{ path: 'cursor', code: commonErrors.notACursor.code }]);
  return { startDate, id };
}
