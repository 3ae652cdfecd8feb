import { Body, Controller, Get, HttpCode, Param, Patch, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { agendaOfSession } from '#forum/agenda';
import {
  ArrangeInterpretation,
  ChangePaper,
  ConfirmInterpretation,
  DismissInterpreter,
  findSessionOfList,
  interpretationOfSession,
  listDelegations,
  ListPaper,
  NameInterpreter,
} from '#forum/delegations';
import { findSessionRules, sessionsErrors } from '#forum/sessions';
import { loadCalendar } from '#forum/working-days';
import { CurrentActor, CurrentReading, IfMatch, type Reading } from '../http/decorators.js';
import { IdPipe } from '../http/id.pipe.js';
import {
  ArrangeInterpretationDto,
  ChangePaperDto,
  InterpretationView,
  ListPaperDto,
  NameInterpreterDto,
} from './interpretation.dto.js';
import { presentInterpretation } from './interpretation.presenter.js';

@ApiTags('interpretation')
@Controller()
export class InterpretationController {
  constructor(
    private readonly database: Database,
    private readonly arrangeInterpretation: ArrangeInterpretation,
    private readonly confirmInterpretation: ConfirmInterpretation,
    private readonly nameInterpreter: NameInterpreter,
    private readonly dismissInterpreter: DismissInterpreter,
    private readonly listPaper: ListPaper,
    private readonly changePaper: ChangePaper,
  ) {}

  @Get('sessions/:id/interpretation')
  @ApiOkResponse({ type: InterpretationView })
  read(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
  ): Promise<InterpretationView> {
    return this.present(actor, reading, id);
  }

  @Put('sessions/:id/interpretation')
  @ApiOkResponse({ type: InterpretationView })
  async arrange(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: ArrangeInterpretationDto,
  ): Promise<InterpretationView> {
    await this.arrangeInterpretation.run(actor, { sessionId: id, version, ...body });
    return this.present(actor, reading, id);
  }

  @Post('sessions/:id/interpretation/confirm')
  @HttpCode(200)
  @ApiOkResponse({ type: InterpretationView })
  async confirm(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<InterpretationView> {
    await this.confirmInterpretation.run(actor, { sessionId: id, version });
    return this.present(actor, reading, id);
  }

  @Post('sessions/:id/interpreters')
  @ApiOkResponse({ type: InterpretationView })
  async name(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Body() body: NameInterpreterDto,
  ): Promise<InterpretationView> {
    await this.nameInterpreter.run(actor, { sessionId: id, names: body.names, agency: body.agency ?? '' });
    return this.present(actor, reading, id);
  }

  @Post('sessions/:id/interpreters/:interpreterId/dismiss')
  @HttpCode(200)
  @ApiOkResponse({ type: InterpretationView })
  async dismiss(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Param('interpreterId', IdPipe) interpreterId: string,
  ): Promise<InterpretationView> {
    await this.dismissInterpreter.run(actor, { sessionId: id, interpreterId });
    return this.present(actor, reading, id);
  }

  @Post('sessions/:id/translation-papers')
  @ApiOkResponse({ type: InterpretationView })
  async paper(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Body() body: ListPaperDto,
  ): Promise<InterpretationView> {
    await this.listPaper.run(actor, { sessionId: id, ...body });
    return this.present(actor, reading, id);
  }

  @Patch('translation-papers/:id')
  @ApiOkResponse({ type: InterpretationView })
  async change(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: ChangePaperDto,
  ): Promise<InterpretationView> {
    const { amount, delivered } = body;
    const shared = body.share === true ? true : undefined;
    const sessionId = await this.changePaper.run(actor, { paperId: id, version, amount, delivered, shared });
    return this.present(actor, reading, sessionId);
  }

  private async present(actor: Actor, reading: Reading, sessionId: string): Promise<InterpretationView> {
    const reader = this.database.reader(actor);
    const [session, row, lists, agenda, calendar, rules] = await Promise.all([
      findSessionOfList(reader, sessionId),
      interpretationOfSession(reader, sessionId),
      listDelegations(reader, sessionId),
      agendaOfSession(reader, actor.side, sessionId),
      loadCalendar(reader),
      findSessionRules(reader, sessionId),
    ]);
    if (!session) throw sessionsErrors.notFound();
    return presentInterpretation({ session, row, lists, agenda, calendar, rules }, actor, reading);
  }
}
