import { Body, Controller, HttpCode, Param, Patch, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { commonErrors, isLanguage, type Actor } from '#core/kernel';
import {
  AcceptBrackets,
  AddParagraph,
  EditParagraph,
  MoveParagraph,
  RemoveParagraph,
  TranslateRecord,
} from '#forum/records';
import { CurrentActor, CurrentReading, IfMatch, type Reading } from '../http/decorators.js';
import { IdPipe } from '../http/id.pipe.js';
import {
  AcceptBracketsDto,
  AddRecordParagraphDto,
  EditRecordParagraphDto,
  MoveRecordParagraphDto,
  TranslateRecordDto,
} from './session-records.dto.js';
import { SessionRecordsReader } from './session-records-reader.js';
import { SessionRecordView } from './session-records.views.js';

/** The paragraphs of a text; every change answers with the whole text, since it may clear keys and clearances. */
@ApiTags('records')
@Controller()
export class RecordParagraphsController {
  constructor(
    private readonly page: SessionRecordsReader,
    private readonly addParagraph: AddParagraph,
    private readonly editParagraph: EditParagraph,
    private readonly acceptBrackets: AcceptBrackets,
    private readonly moveParagraph: MoveParagraph,
    private readonly removeParagraph: RemoveParagraph,
    private readonly translateRecord: TranslateRecord,
  ) {}

  @Post('records/:id/paragraphs')
  @ApiOkResponse({ type: SessionRecordView })
  async add(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Body() body: AddRecordParagraphDto,
  ): Promise<SessionRecordView> {
    await this.addParagraph.run(actor, { recordId: id, ...body });
    return this.page.read(actor, reading, id);
  }

  @Patch('record-paragraphs/:id')
  @ApiOkResponse({ type: SessionRecordView })
  async edit(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: EditRecordParagraphDto,
  ): Promise<SessionRecordView> {
    await this.editParagraph.run(actor, { paragraphId: id, version, ...body });
    return this.page.readByParagraph(actor, reading, id);
  }

  /** Puts the words of one owner in place of a group of brackets, in every language. */
  @Post('record-paragraphs/:id/accept')
  @HttpCode(200)
  @ApiOkResponse({ type: SessionRecordView })
  async accept(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: AcceptBracketsDto,
  ): Promise<SessionRecordView> {
    await this.acceptBrackets.run(actor, { paragraphId: id, version, ...body });
    return this.page.readByParagraph(actor, reading, id);
  }

  @Post('record-paragraphs/:id/move')
  @HttpCode(200)
  @ApiOkResponse({ type: SessionRecordView })
  async move(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: MoveRecordParagraphDto,
  ): Promise<SessionRecordView> {
    await this.moveParagraph.run(actor, { paragraphId: id, version, to: body.to });
    return this.page.readByParagraph(actor, reading, id);
  }

  @Post('record-paragraphs/:id/remove')
  @HttpCode(200)
  @ApiOkResponse({ type: SessionRecordView })
  async remove(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<SessionRecordView> {
    await this.removeParagraph.run(actor, { paragraphId: id, version });
    return this.page.readByParagraph(actor, reading, id);
  }

  @Put('record-paragraphs/:id/text/:lang')
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
    await this.translateRecord.run(actor, { paragraphId: id, version, lang, work: body });
    return this.page.readByParagraph(actor, reading, id);
  }

  @Post('record-paragraphs/:id/text/:lang/no-change')
  @HttpCode(200)
  @ApiOkResponse({ type: SessionRecordView })
  async keep(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Param('lang') lang: string,
    @IfMatch() version: number,
  ): Promise<SessionRecordView> {
    if (!isLanguage(lang)) throw commonErrors.notFound();
    await this.translateRecord.run(actor, { paragraphId: id, version, lang, work: 'no-change' });
    return this.page.readByParagraph(actor, reading, id);
  }
}
