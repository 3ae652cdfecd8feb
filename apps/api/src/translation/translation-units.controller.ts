import { Body, Controller, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#core/kernel';
import { SaveUnits } from '#forum/translation';
import { CurrentActor, CurrentReading, IfMatch, type Reading } from '../http/decorators.js';
import { IdPipe } from '../http/id.pipe.js';
import { TranslationReader } from './translation-reader.js';
import { WriteUnitDto } from './translation.dto.js';
import { TranslationView } from './translation.views.js';

const ifMatch = ApiHeader({ name: 'If-Match', required: true, description: 'etag of the text' });

/** The texts of a request, one at a time. */
@ApiTags('translations')
@Controller('translations/:id/texts/:unitId')
export class TranslationUnitsController {
  constructor(
    private readonly saveUnits: SaveUnits,
    private readonly translations: TranslationReader,
  ) {}

  @Put()
  @ifMatch
  @ApiOkResponse({ type: TranslationView })
  async write(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Param('unitId', IdPipe) unitId: string,
    @IfMatch() objectVersion: number,
    @Body() { text, ofRevision }: WriteUnitDto,
  ): Promise<TranslationView> {
    const work = { text, ofRevision, status: 'draft' } as const;
    await this.saveUnits.run(actor, { requestId: id, units: [{ unitId, objectVersion, work }] });
    return this.translations.read(actor, reading, id);
  }

  @Post('no-change')
  @HttpCode(200)
  @ifMatch
  @ApiOkResponse({ type: TranslationView })
  async keep(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Param('unitId', IdPipe) unitId: string,
    @IfMatch() objectVersion: number,
  ): Promise<TranslationView> {
    await this.saveUnits.run(actor, { requestId: id, units: [{ unitId, objectVersion, work: 'no-change' }] });
    return this.translations.read(actor, reading, id);
  }
}
