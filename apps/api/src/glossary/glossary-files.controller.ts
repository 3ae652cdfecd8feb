import { Body, Controller, Get, HttpCode, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { createTranslator } from '#core/i18n';
import { commonErrors, type Actor } from '#core/kernel';
import { Database } from '#platform/database';
import {
  AcceptTerms,
  holdsKey,
  ImportTerms,
  previewImport,
  termsByCode,
  writeTermBase,
  writeTermTable,
  type TermRow,
} from '#forum/glossary';
import { CurrentActor, CurrentReading, type Reading } from '../http/decorators.js';
import {
  AcceptedTermsView,
  AcceptTermsDto,
  ImportTermsDto,
  PreviewTermsDto,
  TermImportView,
} from './glossary-files.dto.js';
import { presentImport } from './glossary.presenter.js';

@ApiTags('glossary')
@Controller('glossary')
export class GlossaryFilesController {
  constructor(
    private readonly database: Database,
    private readonly importTerms: ImportTerms,
    private readonly acceptTerms: AcceptTerms,
  ) {}

  /** The agreed and retired terms as a table for spreadsheets: UTF-8 with byte order mark, tabs, CR LF. */
  @Get('export.tsv')
  @ApiProduces('text/tab-separated-values')
  @ApiOkResponse({ schema: { type: 'string' } })
  async table(@CurrentActor() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const terms = await this.agreed(actor);
    void reply.header('content-type', 'text/tab-separated-values; charset=utf-8');
    void reply.header('content-disposition', 'attachment; filename="glossary.tsv"');
    return writeTermTable(terms);
  }

  /** The same as TBX-Basic (ISO 30042:2019), for translation tools. */
  @Get('export.tbx')
  @ApiProduces('application/x-tbx+xml')
  @ApiOkResponse({ schema: { type: 'string' } })
  async termBase(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { t } = createTranslator(reading.language);
    const terms = await this.agreed(actor);
    void reply.header('content-type', 'application/x-tbx+xml; charset=utf-8');
    void reply.header('content-disposition', 'attachment; filename="glossary.tbx"');
    return writeTermBase(terms, { title: t('glossary:file.title'), source: t('glossary:file.source') });
  }

  /** What an import would propose, row by row; nothing is written. 422 for a file that cannot be read */
  @Post('import/preview')
  @HttpCode(200)
  @ApiOkResponse({ type: TermImportView })
  async preview(@CurrentActor() actor: Actor, @Body() { file, format }: PreviewTermsDto): Promise<TermImportView> {
    if (!holdsKey(actor)) throw commonErrors.forbidden();
    return presentImport(await previewImport(this.database.reader(actor), bytesOf(file), format), false);
  }

  /** Proposes what was previewed, one proposal for each term, whole or not at all. 412 when file or glossary have moved */
  @Post('import')
  @HttpCode(200)
  @ApiOkResponse({ type: TermImportView })
  async import(@CurrentActor() actor: Actor, @Body() body: ImportTermsDto): Promise<TermImportView> {
    const { file, format, seen, reason } = body;
    const plan = await this.importTerms.run(actor, { bytes: bytesOf(file), format, seen, reason: reason ?? null });
    return presentImport(plan, true);
  }

  /** Turns the second key on many proposals at once, each on the hash that was shown; says for each whether it was agreed. */
  @Post('proposals/accept')
  @HttpCode(200)
  @ApiOkResponse({ type: AcceptedTermsView })
  async accept(@CurrentActor() actor: Actor, @Body() { proposals }: AcceptTermsDto): Promise<AcceptedTermsView> {
    if (!holdsKey(actor)) throw commonErrors.forbidden();
    return { items: await this.acceptTerms.run(actor, proposals) };
  }

  private async agreed(actor: Actor): Promise<TermRow[]> {
    const terms = await termsByCode(this.database.reader(actor));
    return terms.filter(({ state }) => state === 'agreed' || state === 'retired');
  }
}

/** @throws common.invalid when the text is not base64 */
function bytesOf(base64: string): Uint8Array {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(base64) || base64.length % 4 !== 0)
    throw commonErrors.invalid({}, [{ path: 'file', code: commonErrors.malformed.code }]);
  return Buffer.from(base64, 'base64');
}
