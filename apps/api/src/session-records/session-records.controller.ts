import { Body, Controller, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { commonErrors, isLanguage, type Actor } from '#core/kernel';
import {
  DraftCorrigendum,
  DraftRecord,
  EditRecord,
  ExchangeRecord,
  TranslateRecord,
  WithdrawRecord,
} from '#forum/records';
import { CurrentActor, CurrentReading, IfMatch, type Reading } from '../http/decorators.js';
import { IdPipe } from '../http/id.pipe.js';
import { ReadingDto } from '../http/reading.dto.js';
import {
  DraftCorrigendumDto,
  DraftSessionRecordDto,
  EditSessionRecordDto,
  TranslateRecordDto,
} from './session-records.dto.js';
import { SessionRecordsReader } from './session-records-reader.js';
import { SessionRecordListView, SessionRecordView } from './session-records.views.js';

/** Texts that come out of a session: minutes, statements, releases (domain.md 3.7). */
@ApiTags('records')
@Controller()
export class SessionRecordsController {
  constructor(
    private readonly page: SessionRecordsReader,
    private readonly draftRecord: DraftRecord,
    private readonly editRecord: EditRecord,
    private readonly translateRecord: TranslateRecord,
    private readonly exchangeRecord: ExchangeRecord,
    private readonly withdrawRecord: WithdrawRecord,
    private readonly draftCorrigendum: DraftCorrigendum,
  ) {}

  @Get('sessions/:id/records')
  @ApiOkResponse({ type: SessionRecordListView })
  list(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Query() _query: ReadingDto,
  ): Promise<SessionRecordListView> {
    return this.page.list(actor, reading, id);
  }

  @Post('sessions/:id/records')
  @ApiOkResponse({ type: SessionRecordView })
  async draft(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Body() body: DraftSessionRecordDto,
  ): Promise<SessionRecordView> {
    return this.page.read(actor, reading, await this.draftRecord.run(actor, { sessionId: id, ...body }));
  }

  @Get('records/:id')
  @ApiOkResponse({ type: SessionRecordView })
  read(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Query() _query: ReadingDto,
  ): Promise<SessionRecordView> {
    return this.page.read(actor, reading, id);
  }

  @Patch('records/:id')
  @ApiOkResponse({ type: SessionRecordView })
  async edit(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: EditSessionRecordDto,
  ): Promise<SessionRecordView> {
    await this.editRecord.run(actor, { recordId: id, version, ...body });
    return this.page.read(actor, reading, id);
  }

  @Put('records/:id/title/:lang')
  @ApiOkResponse({ type: SessionRecordView })
  async translate(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Param('lang') lang: string,
    @IfMatch() version: number,
    @Body() body: TranslateRecordDto,
  ): Promise<SessionRecordView> {
    if (!isLanguage(lang)) throw commonErrors.notFound();
    await this.translateRecord.run(actor, { recordId: id, version, lang, work: body });
    return this.page.read(actor, reading, id);
  }

  @Post('records/:id/title/:lang/no-change')
  @HttpCode(200)
  @ApiOkResponse({ type: SessionRecordView })
  async keepTitle(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Param('lang') lang: string,
    @IfMatch() version: number,
  ): Promise<SessionRecordView> {
    if (!isLanguage(lang)) throw commonErrors.notFound();
    await this.translateRecord.run(actor, { recordId: id, version, lang, work: 'no-change' });
    return this.page.read(actor, reading, id);
  }

  /** Hands the text to the other side; a release of one side is shown by the same act. */
  @Post('records/:id/exchange')
  @HttpCode(200)
  @ApiOkResponse({ type: SessionRecordView })
  async exchange(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<SessionRecordView> {
    await this.exchangeRecord.run(actor, { recordId: id, version });
    return this.page.read(actor, reading, id);
  }

  @Post('records/:id/withdraw')
  @HttpCode(200)
  @ApiOkResponse({ type: SessionRecordView })
  async withdraw(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<SessionRecordView> {
    await this.withdrawRecord.run(actor, { recordId: id, version });
    return this.page.read(actor, reading, id);
  }

  /** Begins a corrigendum with these paragraphs; answers with the corrigendum. */
  @Post('records/:id/corrigenda')
  @ApiOkResponse({ type: SessionRecordView })
  async correct(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Body() body: DraftCorrigendumDto,
  ): Promise<SessionRecordView> {
    return this.page.read(actor, reading, await this.draftCorrigendum.run(actor, { recordId: id, ...body }));
  }
}
