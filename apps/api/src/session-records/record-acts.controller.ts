import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#core/kernel';
import {
  CancelRecordRelease,
  DecideClearance,
  FinishRecord,
  RecallClearance,
  SetRelease,
  StartClearance,
  TakeRecordKeyBack,
  TurnRecordKey,
} from '#forum/records';
import { CurrentActor, CurrentReading, IfMatch, type Reading } from '../http/decorators.js';
import { IdPipe } from '../http/id.pipe.js';
import {
  DecideRecordClearanceDto,
  RecordHashDto,
  SetRecordReleaseDto,
  StartRecordClearanceDto,
} from './session-records.dto.js';
import { SessionRecordsReader } from './session-records-reader.js';
import { SessionRecordView } from './session-records.views.js';

/** Clearance and keys: what a side does with a text alone. */
@ApiTags('records')
@Controller('records/:id')
export class RecordActsController {
  constructor(
    private readonly page: SessionRecordsReader,
    private readonly startClearance: StartClearance,
    private readonly decideClearance: DecideClearance,
    private readonly recallClearance: RecallClearance,
    private readonly turnKey: TurnRecordKey,
    private readonly takeKeyBack: TakeRecordKeyBack,
    private readonly finishRecord: FinishRecord,
    private readonly setRelease: SetRelease,
    private readonly cancelRelease: CancelRecordRelease,
  ) {}

  /** Sends the text into the own side's clearance; the other side learns that, and nothing of the posts. */
  @Post('clearance/start')
  @HttpCode(200)
  @ApiOkResponse({ type: SessionRecordView })
  async start(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() { hash, postIds }: StartRecordClearanceDto,
  ): Promise<SessionRecordView> {
    await this.startClearance.run(actor, { recordId: id, version, hash, postIds: postIds ?? [] });
    return this.page.read(actor, reading, id);
  }

  @Post('clearance/decide')
  @HttpCode(200)
  @ApiOkResponse({ type: SessionRecordView })
  async decide(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() { hash, pass, note }: DecideRecordClearanceDto,
  ): Promise<SessionRecordView> {
    await this.decideClearance.run(actor, { recordId: id, version, hash, pass, note: note ? note : null });
    return this.page.read(actor, reading, id);
  }

  @Post('clearance/recall')
  @HttpCode(200)
  @ApiOkResponse({ type: SessionRecordView })
  async recall(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<SessionRecordView> {
    await this.recallClearance.run(actor, { recordId: id, version });
    return this.page.read(actor, reading, id);
  }

  @Post('turn-key')
  @HttpCode(200)
  @ApiOkResponse({ type: SessionRecordView })
  async turn(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() { hash }: RecordHashDto,
  ): Promise<SessionRecordView> {
    await this.turnKey.run(actor, { recordId: id, version, hash });
    return this.page.read(actor, reading, id);
  }

  @Post('take-key-back')
  @HttpCode(200)
  @ApiOkResponse({ type: SessionRecordView })
  async takeBack(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<SessionRecordView> {
    await this.takeKeyBack.run(actor, { recordId: id, version });
    return this.page.read(actor, reading, id);
  }

  /** Closes the words of a release of one side. */
  @Post('finish')
  @HttpCode(200)
  @ApiOkResponse({ type: SessionRecordView })
  async finish(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() { hash }: RecordHashDto,
  ): Promise<SessionRecordView> {
    await this.finishRecord.run(actor, { recordId: id, version, hash });
    return this.page.read(actor, reading, id);
  }

  /** Plans a release of one side. */
  @Post('set-release')
  @HttpCode(200)
  @ApiOkResponse({ type: SessionRecordView })
  async release(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() { at }: SetRecordReleaseDto,
  ): Promise<SessionRecordView> {
    await this.setRelease.run(actor, { recordId: id, version, at });
    return this.page.read(actor, reading, id);
  }

  @Post('cancel-release')
  @HttpCode(200)
  @ApiOkResponse({ type: SessionRecordView })
  async cancel(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<SessionRecordView> {
    await this.cancelRelease.run(actor, { recordId: id, version });
    return this.page.read(actor, reading, id);
  }
}
