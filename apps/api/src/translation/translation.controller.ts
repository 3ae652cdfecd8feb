import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { isLanguage, type Actor, type Language } from '#core/kernel';
import { Database } from '#platform/database';
import {
  AssignTranslation,
  CancelTranslation,
  CheckTranslation,
  DeliverTranslation,
  listTranslations,
  LockTranslation,
  RequestTranslation,
  ReturnTranslation,
  StartTranslation,
} from '#forum/translation';
import { CurrentActor, CurrentReading, IfMatch, type Reading } from '../http/decorators.js';
import { IdPipe } from '../http/id.pipe.js';
import { TranslationReader } from './translation-reader.js';
import { readCursor } from './translation.cursor.js';
import {
  AssignTranslationDto,
  CheckTranslationDto,
  ListTranslationsDto,
  RequestTranslationDto,
  ReturnTranslationDto,
} from './translation.dto.js';
import { presentPage } from './translation.presenter.js';
import { TranslationListView, TranslationView } from './translation.views.js';

const ifMatch = ApiHeader({ name: 'If-Match', required: true, description: 'etag of the request' });

@ApiTags('translations')
@Controller('translations')
export class TranslationController {
  constructor(
    private readonly database: Database,
    private readonly translations: TranslationReader,
    private readonly requestTranslation: RequestTranslation,
    private readonly assignTranslation: AssignTranslation,
    private readonly startTranslation: StartTranslation,
    private readonly deliverTranslation: DeliverTranslation,
    private readonly checkTranslation: CheckTranslation,
    private readonly returnTranslation: ReturnTranslation,
    private readonly lockTranslation: LockTranslation,
    private readonly cancelTranslation: CancelTranslation,
  ) {}

  @Get()
  @ApiOkResponse({ type: TranslationListView })
  async list(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Query() query: ListTranslationsDto,
  ): Promise<TranslationListView> {
    const page = await listTranslations(this.database.reader(actor), actor, {
      mine: query.mine === 'true',
      overdue: query.overdue === undefined ? undefined : query.overdue === 'true',
      states: query.state,
      sessionId: query.session,
      pair: pairOf(query.pair),
      after: query.cursor === undefined ? undefined : readCursor(query.cursor),
      limit: query.limit ?? 50,
    });
    return presentPage(page, actor, reading);
  }

  @Get(':id')
  @ApiOkResponse({ type: TranslationView })
  read(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
  ): Promise<TranslationView> {
    return this.translations.read(actor, reading, id);
  }

  @Post()
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: TranslationView })
  async ask(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Body() { subjectType, subjectId, ...body }: RequestTranslationDto,
  ): Promise<TranslationView> {
    const id = await this.requestTranslation.run(actor, {
      ...body,
      containerType: subjectType,
      containerId: subjectId,
    });
    return this.translations.read(actor, reading, id);
  }

  @Post(':id/assign')
  @HttpCode(200)
  @ifMatch
  @ApiOkResponse({ type: TranslationView })
  async assign(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: AssignTranslationDto,
  ): Promise<TranslationView> {
    await this.assignTranslation.run(actor, { ...body, id, version });
    return this.translations.read(actor, reading, id);
  }

  @Post(':id/start')
  @HttpCode(200)
  @ifMatch
  @ApiOkResponse({ type: TranslationView })
  async start(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<TranslationView> {
    await this.startTranslation.run(actor, { id, version });
    return this.translations.read(actor, reading, id);
  }

  @Post(':id/deliver')
  @HttpCode(200)
  @ifMatch
  @ApiOkResponse({ type: TranslationView })
  async deliver(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<TranslationView> {
    await this.deliverTranslation.run(actor, { id, version });
    return this.translations.read(actor, reading, id);
  }

  @Post(':id/check')
  @HttpCode(200)
  @ifMatch
  @ApiOkResponse({ type: TranslationView })
  async check(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() { hash }: CheckTranslationDto,
  ): Promise<TranslationView> {
    await this.checkTranslation.run(actor, { id, version, hash });
    return this.translations.read(actor, reading, id);
  }

  @Post(':id/return')
  @HttpCode(200)
  @ifMatch
  @ApiOkResponse({ type: TranslationView })
  async sendBack(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() { reason }: ReturnTranslationDto,
  ): Promise<TranslationView> {
    await this.returnTranslation.run(actor, { id, version, reason });
    return this.translations.read(actor, reading, id);
  }

  @Post(':id/lock')
  @HttpCode(200)
  @ifMatch
  @ApiOkResponse({ type: TranslationView })
  async lock(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<TranslationView> {
    await this.lockTranslation.run(actor, { id, version });
    return this.translations.read(actor, reading, id);
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @ifMatch
  @ApiOkResponse({ type: TranslationView })
  async cancel(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<TranslationView> {
    await this.cancelTranslation.run(actor, { id, version });
    return this.translations.read(actor, reading, id);
  }
}

function pairOf(word: string | undefined): { from: Language; to: Language } | undefined {
  const [from, to] = word?.split('-') ?? [];
  return isLanguage(from) && isLanguage(to) ? { from, to } : undefined;
}
