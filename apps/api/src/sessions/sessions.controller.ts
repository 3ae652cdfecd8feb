import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { commonErrors, isId, type Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { ConfirmInterpretation, listDelegations, readPreparation, SubmitDelegation } from '#forum/delegations';
import {
  findSession,
  HoldSession,
  listSessions,
  MarkReady,
  OpenSession,
  readSessionFacts,
  registeredBlocks,
  sessionsErrors,
  StartPreparing,
  type SessionRow,
} from '#forum/sessions';
import { loadCalendar } from '#forum/working-days';
import { CurrentActor, CurrentReading, IfMatch, type Reading } from '../http/decorators.js';
import { IdPipe } from '../http/id.pipe.js';
import {
  ListSessionsDto,
  SessionDetailView,
  SessionListView,
  SessionSourceView,
  SessionStepDto,
} from './sessions.dto.js';
import { presentSession, presentSessionSummary } from './sessions.presenter.js';

@ApiTags('sessions')
@Controller('sessions')
export class SessionsController {
  constructor(
    private readonly database: Database,
    private readonly startPreparing: StartPreparing,
    private readonly submitDelegation: SubmitDelegation,
    private readonly confirmInterpretation: ConfirmInterpretation,
    private readonly markReady: MarkReady,
    private readonly openSession: OpenSession,
    private readonly holdSession: HoldSession,
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
    return this.present(actor, reading, id);
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
      case 'submit-delegation': {
        if (body.headPostId === undefined)
          throw commonErrors.invalid({}, [{ path: 'headPostId', code: commonErrors.required.code }]);
        await this.submitDelegation.run(actor, {
          ...input,
          headPostId: body.headPostId,
          memberPostIds: body.memberPostIds ?? [],
        });
        break;
      }
      case 'confirm-interpretation':
        await this.confirmInterpretation.run(actor, input);
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
    }
    return this.present(actor, reading, id);
  }

  private async present(actor: Actor, reading: Reading, id: string): Promise<SessionDetailView> {
    const reader = this.database.reader(actor);
    const [row, facts, calendar, delegations, preparation] = await Promise.all([
      findSession(reader, actor.side, id),
      readSessionFacts(reader, id),
      loadCalendar(reader),
      listDelegations(reader, id),
      readPreparation(reader, id),
    ]);
    if (!row || !facts) throw sessionsErrors.notFound();
    const blocks = await registeredBlocks(reader, id);
    const sources = await reader.query<SessionSourceView>(
      `select code, title, published, language as lang, reliability, address, kind from forum.source where code = any ($1::text[]) order by code`,
      [row.sourceCodes],
    );
    return presentSession(
      { row, facts: { ...facts, blocks }, calendar, delegations, preparation, sources },
      actor,
      reading,
    );
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
