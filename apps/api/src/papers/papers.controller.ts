import { Body, Controller, Get, HttpCode, Param, Patch, Post, Put, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { commonErrors, isLanguage, type Actor } from '#core/kernel';
import { AddFile, AnnouncePaper, EditPaper, KeepFile, TranslatePaper } from '#forum/papers';
import { CurrentActor, CurrentReading, IfMatch, type Reading } from '../http/decorators.js';
import { IdPipe } from '../http/id.pipe.js';
import { ReadingDto } from '../http/reading.dto.js';
import { Uploads } from '../http/uploads.js';
import { AddFileDto, AnnouncePaperDto, EditPaperDto, FileFormDto, TranslateTitleDto } from './papers.dto.js';
import { PapersReader } from './papers-reader.js';
import { PaperListView, PaperView } from './papers.views.js';

/** Papers of a session: announced, written, uploaded, translated. */
@ApiTags('papers')
@Controller()
export class PapersController {
  constructor(
    private readonly page: PapersReader,
    private readonly uploads: Uploads,
    private readonly announcePaper: AnnouncePaper,
    private readonly editPaper: EditPaper,
    private readonly translatePaper: TranslatePaper,
    private readonly addFile: AddFile,
    private readonly keepFile: KeepFile,
  ) {}

  @Get('sessions/:id/papers')
  @ApiOkResponse({ type: PaperListView })
  list(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Query() _query: ReadingDto,
  ): Promise<PaperListView> {
    return this.page.list(actor, reading, id);
  }

  @Post('sessions/:id/papers')
  @ApiOkResponse({ type: PaperView })
  async announce(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Body() body: AnnouncePaperDto,
  ): Promise<PaperView> {
    return this.page.read(actor, reading, await this.announcePaper.run(actor, { sessionId: id, ...body }));
  }

  @Get('papers/:id')
  @ApiOkResponse({ type: PaperView })
  read(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Query() _query: ReadingDto,
  ): Promise<PaperView> {
    return this.page.read(actor, reading, id);
  }

  @Patch('papers/:id')
  @ApiOkResponse({ type: PaperView })
  async edit(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: EditPaperDto,
  ): Promise<PaperView> {
    await this.editPaper.run(actor, { paperId: id, version, ...body });
    return this.page.read(actor, reading, id);
  }

  @Put('papers/:id/title/:lang')
  @ApiOkResponse({ type: PaperView })
  async translate(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Param('lang') lang: string,
    @IfMatch() version: number,
    @Body() body: TranslateTitleDto,
  ): Promise<PaperView> {
    if (!isLanguage(lang)) throw commonErrors.notFound();
    await this.translatePaper.run(actor, { paperId: id, version, lang, work: body });
    return this.page.read(actor, reading, id);
  }

  @Post('papers/:id/title/:lang/no-change')
  @HttpCode(200)
  @ApiOkResponse({ type: PaperView })
  async keepTitle(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Param('lang') lang: string,
    @IfMatch() version: number,
  ): Promise<PaperView> {
    if (!isLanguage(lang)) throw commonErrors.notFound();
    await this.translatePaper.run(actor, { paperId: id, version, lang, work: 'no-change' });
    return this.page.read(actor, reading, id);
  }

  /** Adds a file or replaces the present one of its language; both are kept, so two people at once lose nothing. */
  @Post('papers/:id/files')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: FileFormDto })
  @ApiOkResponse({ type: PaperView })
  async upload(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Req() request: FastifyRequest,
  ): Promise<PaperView> {
    await this.addFile.assertMay(actor, id);
    await this.uploads.receive(request, AddFileDto, (file, { language }) =>
      this.addFile.run(actor, {
        paperId: id,
        lang: language,
        file: {
          name: file.name,
          mediaType: file.mediaType,
          size: file.size,
          sha256: file.sha256,
          storageKey: file.key,
        },
      }),
    );
    return this.page.read(actor, reading, id);
  }

  @Post('papers/:id/files/:fileId/no-change')
  @HttpCode(200)
  @ApiOkResponse({ type: PaperView })
  async keep(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Param('fileId', IdPipe) fileId: string,
  ): Promise<PaperView> {
    await this.keepFile.run(actor, { paperId: id, fileId });
    return this.page.read(actor, reading, id);
  }
}
