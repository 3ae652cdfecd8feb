import { Body, Controller, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { commonErrors, type Actor } from '#core/kernel';
import { Database } from '#platform/database';
import {
  AddArea,
  CheckArrangement,
  DraftInstrument,
  draftsInstruments,
  EditInstrument,
  listInstruments,
  ProposeInstrument,
  WithdrawInstrument,
} from '#forum/commitments';
import { CurrentActor, CurrentReading, IfMatch, type Reading } from '../http/decorators.js';
import { IdPipe } from '../http/id.pipe.js';
import { pageAsk, PageDto, presentPage } from '../record/page.js';
import { CommitmentsReader } from './commitments-reader.js';
import { InstrumentAreaDto, InstrumentCheckDto, InstrumentDto, ProposeInstrumentDto } from './instruments.dto.js';
import { presentInstrument } from './instruments.presenter.js';
import { InstrumentDetailView, InstrumentListView } from './instruments.views.js';

const ifMatch = ApiHeader({ name: 'If-Match', required: true, description: 'etag of the instrument' });

@ApiTags('instruments')
@Controller('instruments')
export class InstrumentsController {
  constructor(
    private readonly database: Database,
    private readonly page: CommitmentsReader,
    private readonly draftInstrument: DraftInstrument,
    private readonly editInstrument: EditInstrument,
    private readonly addArea: AddArea,
    private readonly proposeInstrument: ProposeInstrument,
    private readonly withdrawInstrument: WithdrawInstrument,
    private readonly checkArrangement: CheckArrangement,
  ) {}

  /** Instruments, latest first. */
  @Get()
  @ApiOkResponse({ type: InstrumentListView })
  async list(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Query() query: PageDto,
  ): Promise<InstrumentListView> {
    const page = await listInstruments(this.database.reader(actor), pageAsk(query));
    const allowed = draftsInstruments(actor);
    return {
      ...presentPage(page, (row) => presentInstrument(row, reading)),
      allowedActions: [{ action: 'draft', allowed, reason: allowed ? null : commonErrors.forbidden.code }],
    };
  }

  /** 404 commitments.instrumentNotFound */
  @Get(':id')
  @ApiOkResponse({ type: InstrumentDetailView })
  read(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
  ): Promise<InstrumentDetailView> {
    return this.page.instrument(actor, reading, id);
  }

  /** Begins an instrument that only the own side sees. */
  @Post()
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: InstrumentDetailView })
  async draft(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Body() body: InstrumentDto,
  ): Promise<InstrumentDetailView> {
    return this.page.instrument(actor, reading, await this.draftInstrument.run(actor, body));
  }

  @Patch(':id')
  @ifMatch
  @ApiOkResponse({ type: InstrumentDetailView })
  async edit(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: InstrumentDto,
  ): Promise<InstrumentDetailView> {
    await this.editInstrument.run(actor, { ...body, id, version });
    return this.page.instrument(actor, reading, id);
  }

  /** An area that the text itself heads. */
  @Post(':id/areas')
  @HttpCode(200)
  @ifMatch
  @ApiOkResponse({ type: InstrumentDetailView })
  async area(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() { name }: InstrumentAreaDto,
  ): Promise<InstrumentDetailView> {
    await this.addArea.run(actor, { id, version, name });
    return this.page.instrument(actor, reading, id);
  }

  /** Shows the text to both sides and turns the own key on it; the other side's key, on the proposal, records it. */
  @Post(':id/propose')
  @HttpCode(200)
  @ifMatch
  @ApiOkResponse({ type: InstrumentDetailView })
  async propose(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() { reason }: ProposeInstrumentDto,
  ): Promise<InstrumentDetailView> {
    await this.proposeInstrument.run(actor, { id, version, reason });
    return this.page.instrument(actor, reading, id);
  }

  @Post(':id/withdraw')
  @HttpCode(200)
  @ifMatch
  @ApiOkResponse({ type: InstrumentDetailView })
  async withdraw(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<InstrumentDetailView> {
    await this.withdrawInstrument.run(actor, { id, version });
    return this.page.instrument(actor, reading, id);
  }

  /** What Korean law asks of an arrangement between agencies; its own side's matter. 422 commitments.noSuchCheck */
  @Put(':id/check')
  @ApiOkResponse({ type: InstrumentDetailView })
  async check(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Body() body: InstrumentCheckDto,
  ): Promise<InstrumentDetailView> {
    await this.checkArrangement.run(actor, { ...body, id });
    return this.page.instrument(actor, reading, id);
  }
}
