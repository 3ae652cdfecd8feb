import type { Readable } from 'node:stream';
import { Controller, Get, HttpCode, Param, Post, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { commonErrors, type Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { cleanFileName, contentDisposition } from '#platform/file-safety';
import {
  MAX_TRANSLATION_FILE,
  readDocxTable,
  readXliff,
  translationFileErrors,
  writeDocxTable,
  writeXliff,
  type ReturnedFile,
} from '#platform/translation-files';
import { fileOfRequest, ImportTranslation, translationErrors, type RequestFile } from '#forum/translation';
import { CurrentActor, CurrentReading, type Reading } from '../http/decorators.js';
import { IdPipe } from '../http/id.pipe.js';
import { ReadingDto } from '../http/reading.dto.js';
import { readUpload } from '../http/upload-parts.js';
import { createValidationPipe } from '../http/validation.js';
import { TranslationImportView, ImportTranslationDto } from './translation-files.dto.js';
import { TranslationReader } from './translation-reader.js';

const XLIFF = 'application/xliff+xml';
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Requests for offices that work offline: out as a file, and back in (domain.md 3.5). */
@ApiTags('translations')
@Controller('translations/:id')
export class TranslationFilesController {
  private readonly pipe = createValidationPipe();

  constructor(
    private readonly database: Database,
    private readonly translations: TranslationReader,
    private readonly importTranslation: ImportTranslation,
  ) {}

  @Get('file.xlf')
  @ApiProduces(XLIFF)
  @ApiOkResponse({ schema: { type: 'string' }, description: 'XLIFF 2.0' })
  async xliff(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query() _query: ReadingDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { sent } = await this.find(actor, id);
    return answerFile(reply, Buffer.from(writeXliff(sent), 'utf8'), XLIFF, `${sent.title}.xlf`);
  }

  @Get('file.docx')
  @ApiProduces(DOCX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' }, description: 'Word file with a table to fill in' })
  async docx(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query() _query: ReadingDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { sent, heads } = await this.find(actor, id);
    return answerFile(reply, await writeDocxTable(sent, heads), DOCX, `${sent.title}.docx`);
  }

  @Post('import')
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: {
        file: { type: 'string', format: 'binary' },
        origin: { type: 'string', enum: ['person', 'machine'] },
      },
    },
  })
  @ApiOkResponse({ type: TranslationImportView })
  async import(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Req() request: FastifyRequest,
  ): Promise<TranslationImportView> {
    const { kept, fields } = await readUpload(request, MAX_TRANSLATION_FILE, collect, () => Promise.resolve());
    const body = (await this.pipe.transform(
      { ...fields },
      { type: 'body', metatype: ImportTranslationDto },
    )) as ImportTranslationDto;
    const returned = await readReturned(kept);
    const items = await this.importTranslation.run(actor, {
      requestId: id,
      returned,
      machine: body.origin === 'machine',
    });
    return { items, translation: await this.translations.read(actor, reading, id) };
  }

  private async find(actor: Actor, id: string): Promise<RequestFile> {
    const found = await fileOfRequest(this.database.reader(actor), actor, id);
    if (!found) throw translationErrors.notFound();
    return found;
  }
}

function answerFile(reply: FastifyReply, bytes: Buffer, type: string, name: string): StreamableFile {
  void reply.header('content-disposition', contentDisposition(cleanFileName(name), 'attachment'));
  return new StreamableFile(bytes, { type, length: bytes.length });
}

/** What it is shows in its first bytes; its name may say anything. */
function readReturned(bytes: Buffer): Promise<ReturnedFile> {
  if (bytes.length === 0) throw translationFileErrors.wrongKind();
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') return readDocxTable(bytes);
  return Promise.resolve(readXliff(bytes));
}

/** A small file in memory. @throws translation-files.tooLarge */
async function collect(source: Readable): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of source) {
    if (!Buffer.isBuffer(part)) throw commonErrors.malformed();
    size += part.length;
    if (size > MAX_TRANSLATION_FILE) throw translationFileErrors.tooLarge({ max: MAX_TRANSLATION_FILE });
    parts.push(part);
  }
  return Buffer.concat(parts);
}
