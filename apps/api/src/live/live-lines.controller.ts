import { Body, Controller, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#core/kernel';
import { AddNote, CaptureAction, CaptureDecision, RewordDecision, SettleDecision } from '#forum/live';
import { CurrentActor, CurrentReading, IfMatch, type Reading } from '../http/decorators.js';
import { IdPipe } from '../http/id.pipe.js';
import { LiveReader } from './live-reader.js';
import { LiveLineDto } from './live.dto.js';
import { LiveView } from './live.views.js';

/** What is written down while a session runs, one line at a time: decisions and actions for both sides, notes for the own. */
@ApiTags('live')
@Controller()
export class LiveLinesController {
  constructor(
    private readonly page: LiveReader,
    private readonly captureDecision: CaptureDecision,
    private readonly captureAction: CaptureAction,
    private readonly addNote: AddNote,
    private readonly rewordDecision: RewordDecision,
    private readonly settleDecision: SettleDecision,
  ) {}

  @Post('sessions/:id/live/decisions')
  @ApiOkResponse({ type: LiveView })
  async decision(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Body() body: LiveLineDto,
  ): Promise<LiveView> {
    await this.captureDecision.run(actor, { sessionId: id, ...body });
    return this.page.read(actor, reading, id);
  }

  /** One line such as `@MSIT !due 2027-05-06 send the list`; two owners, one of each side, give two items. */
  @Post('sessions/:id/live/actions')
  @ApiOkResponse({ type: LiveView })
  async action(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Body() body: LiveLineDto,
  ): Promise<LiveView> {
    await this.captureAction.run(actor, { sessionId: id, ...body });
    return this.page.read(actor, reading, id);
  }

  /** Never leaves the own side. */
  @Post('sessions/:id/live/notes')
  @ApiOkResponse({ type: LiveView })
  async note(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Body() body: LiveLineDto,
  ): Promise<LiveView> {
    await this.addNote.run(actor, { sessionId: id, ...body });
    return this.page.read(actor, reading, id);
  }

  /** Other words in the language it was written in, or the same in another language. */
  @Patch('live-decisions/:id')
  @ApiOkResponse({ type: LiveView })
  async reword(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: LiveLineDto,
  ): Promise<LiveView> {
    return this.page.read(actor, reading, await this.rewordDecision.run(actor, { decisionId: id, version, ...body }));
  }

  @Post('live-decisions/:id/accept')
  @HttpCode(200)
  @ApiOkResponse({ type: LiveView })
  async accept(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<LiveView> {
    const settled = await this.settleDecision.run(actor, { decisionId: id, version, how: 'accept' });
    return this.page.read(actor, reading, settled);
  }

  @Post('live-decisions/:id/withdraw')
  @HttpCode(200)
  @ApiOkResponse({ type: LiveView })
  async withdraw(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<LiveView> {
    const settled = await this.settleDecision.run(actor, { decisionId: id, version, how: 'withdraw' });
    return this.page.read(actor, reading, settled);
  }
}
