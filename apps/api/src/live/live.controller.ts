import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#core/kernel';
import { AskFloor, DropSpeaker, EndFloor, GiveFloor, GoToItem, StopItem, TakeBreak } from '#forum/live';
import { CurrentActor, CurrentReading, IfMatch, type Reading, Unattended } from '../http/decorators.js';
import { IdPipe } from '../http/id.pipe.js';
import { ReadingDto } from '../http/reading.dto.js';
import { LiveReader } from './live-reader.js';
import { LiveAskFloorDto, LiveBreakDto, LiveGiveFloorDto, LiveGoToDto } from './live.dto.js';
import { LiveProjectorView, LiveView } from './live.views.js';

/** A session as it runs: what is on, and who has the floor. */
@ApiTags('live')
@Controller()
export class LiveController {
  constructor(
    private readonly page: LiveReader,
    private readonly goToItem: GoToItem,
    private readonly takeBreak: TakeBreak,
    private readonly stopItem: StopItem,
    private readonly askFloor: AskFloor,
    private readonly giveFloor: GiveFloor,
    private readonly endFloor: EndFloor,
    private readonly dropSpeaker: DropSpeaker,
  ) {}

  @Unattended()
  @Get('sessions/:id/live')
  @ApiOkResponse({ type: LiveView })
  read(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Query() _query: ReadingDto,
  ): Promise<LiveView> {
    return this.page.read(actor, reading, id);
  }

  /** All texts in all languages, for a screen that shows two of them; the same answer for everybody in the room. */
  @Get('sessions/:id/live/projector')
  @ApiOkResponse({ type: LiveProjectorView })
  project(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Query() _query: ReadingDto,
  ): Promise<LiveProjectorView> {
    return this.page.project(actor, { ...reading, all: true }, id);
  }

  @Post('sessions/:id/live/go-to')
  @HttpCode(200)
  @ApiOkResponse({ type: LiveView })
  async goTo(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: LiveGoToDto,
  ): Promise<LiveView> {
    await this.goToItem.run(actor, { sessionId: id, version, itemId: body.itemId });
    return this.page.read(actor, reading, id);
  }

  @Post('sessions/:id/live/break')
  @HttpCode(200)
  @ApiOkResponse({ type: LiveView })
  async breakOff(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: LiveBreakDto,
  ): Promise<LiveView> {
    await this.takeBreak.run(actor, { sessionId: id, version, minutes: body.minutes });
    return this.page.read(actor, reading, id);
  }

  @Post('sessions/:id/live/stop')
  @HttpCode(200)
  @ApiOkResponse({ type: LiveView })
  async stop(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<LiveView> {
    await this.stopItem.run(actor, { sessionId: id, version });
    return this.page.read(actor, reading, id);
  }

  @Post('sessions/:id/live/speakers')
  @ApiOkResponse({ type: LiveView })
  async ask(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Body() body: LiveAskFloorDto,
  ): Promise<LiveView> {
    await this.askFloor.run(actor, { sessionId: id, memberId: body.memberId });
    return this.page.read(actor, reading, id);
  }

  @Post('sessions/:id/live/give-floor')
  @HttpCode(200)
  @ApiOkResponse({ type: LiveView })
  async give(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: LiveGiveFloorDto,
  ): Promise<LiveView> {
    await this.giveFloor.run(actor, { sessionId: id, version, speakerId: body.speakerId });
    return this.page.read(actor, reading, id);
  }

  @Post('sessions/:id/live/end-floor')
  @HttpCode(200)
  @ApiOkResponse({ type: LiveView })
  async end(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<LiveView> {
    await this.endFloor.run(actor, { sessionId: id, version });
    return this.page.read(actor, reading, id);
  }

  @Post('live-speakers/:id/skip')
  @HttpCode(200)
  @ApiOkResponse({ type: LiveView })
  skip(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
  ): Promise<LiveView> {
    return this.drop(actor, reading, id, 'skip');
  }

  @Post('live-speakers/:id/withdraw')
  @HttpCode(200)
  @ApiOkResponse({ type: LiveView })
  withdraw(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
  ): Promise<LiveView> {
    return this.drop(actor, reading, id, 'withdraw');
  }

  private async drop(actor: Actor, reading: Reading, id: string, how: 'skip' | 'withdraw'): Promise<LiveView> {
    return this.page.read(actor, reading, await this.dropSpeaker.run(actor, { speakerId: id, how }));
  }
}
