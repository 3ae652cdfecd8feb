import { Body, Controller, Get, HttpCode, Param, Patch, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { newText, type Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { channelsErrors } from '#forum/channels';
import {
  ArrangeSession,
  CancelSession,
  CorrectOrdinal,
  CreateSession,
  EditDraft,
  EditSession,
  PostponeSession,
  ProposeLevel,
  ProposeSession,
  readTurns,
} from '#forum/sessions';
import { CurrentActor, CurrentReading, IfMatch, type Reading } from '../http/decorators.js';
import { IdPipe } from '../http/id.pipe.js';
import {
  ArrangementDto,
  ArrangeSessionDto,
  asArrangement,
  asText,
  CorrectOrdinalDto,
  CreateSessionDto,
  EditSessionDto,
  ProposeLevelDto,
  ProposeSessionDto,
  StopSessionDto,
} from './arrangement.dto.js';
import { presentNext } from './arrangement.presenter.js';
import { SessionPageReader } from './session-page.js';
import { NextSessionView, SessionDetailView } from './sessions.dto.js';

/** What people change of a session beside its steps. Each answers with the session as it is then. */
@ApiTags('sessions')
@Controller()
export class SessionChangesController {
  constructor(
    private readonly database: Database,
    private readonly page: SessionPageReader,
    private readonly createSession: CreateSession,
    private readonly editDraft: EditDraft,
    private readonly proposeSession: ProposeSession,
    private readonly arrangeSession: ArrangeSession,
    private readonly proposeLevel: ProposeLevel,
    private readonly postponeSession: PostponeSession,
    private readonly cancelSession: CancelSession,
    private readonly editSession: EditSession,
    private readonly correctOrdinal: CorrectOrdinal,
  ) {}

  @Get('channels/:id/next-session')
  @ApiOkResponse({ type: NextSessionView })
  async next(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<NextSessionView> {
    const turns = await readTurns(this.database.reader(actor), id, null, null);
    if (!turns) throw channelsErrors.notFound();
    return presentNext(turns, actor);
  }

  @Post('sessions')
  @ApiOkResponse({ type: SessionDetailView })
  async create(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Body() body: CreateSessionDto,
  ): Promise<SessionDetailView> {
    const id = await this.createSession.run(actor, { channelId: body.channelId, terms: asArrangement(body) });
    return this.page.read(actor, reading, id);
  }

  @Put('sessions/:id/arrangement')
  @ApiOkResponse({ type: SessionDetailView })
  async rewrite(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: ArrangementDto,
  ): Promise<SessionDetailView> {
    await this.editDraft.run(actor, { sessionId: id, version, terms: asArrangement(body) });
    return this.page.read(actor, reading, id);
  }

  @Post('sessions/:id/propose')
  @HttpCode(200)
  @ApiOkResponse({ type: SessionDetailView })
  async propose(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: ProposeSessionDto,
  ): Promise<SessionDetailView> {
    await this.proposeSession.run(actor, { sessionId: id, version, reason: body.reason ?? null });
    return this.page.read(actor, reading, id);
  }

  @Post('sessions/:id/arrangement')
  @HttpCode(200)
  @ApiOkResponse({ type: SessionDetailView })
  async arrange(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: ArrangeSessionDto,
  ): Promise<SessionDetailView> {
    const { reason = null } = body;
    await this.arrangeSession.run(actor, { sessionId: id, version, terms: asArrangement(body), reason });
    return this.page.read(actor, reading, id);
  }

  @Post('sessions/:id/level')
  @HttpCode(200)
  @ApiOkResponse({ type: SessionDetailView })
  async level(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: ProposeLevelDto,
  ): Promise<SessionDetailView> {
    await this.proposeLevel.run(actor, { sessionId: id, version, level: body.level, reason: body.reason ?? null });
    return this.page.read(actor, reading, id);
  }

  @Post('sessions/:id/postpone')
  @HttpCode(200)
  @ApiOkResponse({ type: SessionDetailView })
  async postpone(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: StopSessionDto,
  ): Promise<SessionDetailView> {
    await this.postponeSession.run(actor, { sessionId: id, version, reason: newText(body.lang, body.reason) });
    return this.page.read(actor, reading, id);
  }

  @Post('sessions/:id/cancel')
  @HttpCode(200)
  @ApiOkResponse({ type: SessionDetailView })
  async cancel(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: StopSessionDto,
  ): Promise<SessionDetailView> {
    await this.cancelSession.run(actor, { sessionId: id, version, reason: newText(body.lang, body.reason) });
    return this.page.read(actor, reading, id);
  }

  @Patch('sessions/:id')
  @ApiOkResponse({ type: SessionDetailView })
  async edit(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: EditSessionDto,
  ): Promise<SessionDetailView> {
    const { embargoAt, costSplit } = body;
    await this.editSession.run(actor, { sessionId: id, version, embargoAt, costSplit: costSplit && asText(costSplit) });
    return this.page.read(actor, reading, id);
  }

  @Put('sessions/:id/ordinal')
  @ApiOkResponse({ type: SessionDetailView })
  async ordinal(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: CorrectOrdinalDto,
  ): Promise<SessionDetailView> {
    await this.correctOrdinal.run(actor, { sessionId: id, version, ordinal: body.ordinal });
    return this.page.read(actor, reading, id);
  }
}
