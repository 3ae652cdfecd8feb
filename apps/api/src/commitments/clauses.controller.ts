import { Body, Controller, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#core/kernel';
import { AddClause, EditClause, RemoveClause } from '#forum/commitments';
import { CurrentActor, CurrentReading, IfMatch, type Reading } from '../http/decorators.js';
import { IdPipe } from '../http/id.pipe.js';
import { CommitmentsReader } from './commitments-reader.js';
import { ClauseDto } from './instruments.dto.js';
import { InstrumentDetailView } from './instruments.views.js';

const ifMatch = ApiHeader({ name: 'If-Match', required: true, description: 'etag of the instrument' });

/** Clauses of an instrument that is not recorded yet; each becomes one commitment (domain.md 3.8). */
@ApiTags('instruments')
@Controller('instruments/:id/clauses')
export class ClausesController {
  constructor(
    private readonly page: CommitmentsReader,
    private readonly addClause: AddClause,
    private readonly editClause: EditClause,
    private readonly removeClause: RemoveClause,
  ) {}

  @Post()
  @HttpCode(200)
  @ifMatch
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiOkResponse({ type: InstrumentDetailView })
  async add(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: ClauseDto,
  ): Promise<InstrumentDetailView> {
    await this.addClause.run(actor, { ...body, id, version });
    return this.page.instrument(actor, reading, id);
  }

  @Put(':clauseId')
  @ifMatch
  @ApiOkResponse({ type: InstrumentDetailView })
  async edit(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Param('clauseId', IdPipe) clauseId: string,
    @IfMatch() version: number,
    @Body() body: ClauseDto,
  ): Promise<InstrumentDetailView> {
    await this.editClause.run(actor, { ...body, id, clauseId, version });
    return this.page.instrument(actor, reading, id);
  }

  @Post(':clauseId/remove')
  @HttpCode(200)
  @ifMatch
  @ApiOkResponse({ type: InstrumentDetailView })
  async remove(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Param('clauseId', IdPipe) clauseId: string,
    @IfMatch() version: number,
  ): Promise<InstrumentDetailView> {
    await this.removeClause.run(actor, { id, clauseId, version });
    return this.page.instrument(actor, reading, id);
  }
}
