import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { commonErrors, type Actor } from '#core/kernel';
import { Database } from '#platform/database';
import {
  AddHoliday,
  ChangeHoliday,
  findHoliday,
  ImportHolidays,
  listHolidays,
  loadCalendar,
  previewImport,
  RestoreHoliday,
  sideKeptBy,
  WithdrawHoliday,
  writeHolidayFile,
} from '#forum/working-days';
import { CurrentActor, CurrentReading, IfMatch, type Reading } from '../http/decorators.js';
import { IdPipe } from '../http/id.pipe.js';
import {
  AddHolidayDto,
  ChangeHolidayDto,
  HolidayFileDto,
  HolidayListView,
  HolidayRecordView,
  HolidaysDto,
  ImportHolidaysDto,
  ImportReportView,
  PreviewImportDto,
} from './holidays.dto.js';
import { presentHoliday, presentHolidays, presentImport } from './holidays.presenter.js';

const ifMatch = ApiHeader({ name: 'If-Match', required: true, description: 'etag of the day' });

@ApiTags('working-days')
@Controller('holidays')
export class HolidaysController {
  constructor(
    private readonly database: Database,
    private readonly addHoliday: AddHoliday,
    private readonly changeHoliday: ChangeHoliday,
    private readonly withdrawHoliday: WithdrawHoliday,
    private readonly restoreHoliday: RestoreHoliday,
    private readonly importHolidays: ImportHolidays,
  ) {}

  /** One year of the tables of one side or both, withdrawn days among them. */
  @Get()
  @ApiOkResponse({ type: HolidayListView })
  async list(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Query() { year, side }: HolidaysDto,
  ): Promise<HolidayListView> {
    const reader = this.database.reader(actor);
    const [days, calendar] = await Promise.all([listHolidays(reader, { ...daysOf(year), side }), loadCalendar(reader)]);
    return presentHolidays(year, days, calendar, side, actor, reading);
  }

  /** A year of one side's table as a file that the import takes back: UTF-8 with byte order mark, CR LF. */
  @Get('export')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  async export(
    @CurrentActor() actor: Actor,
    @Query() { year, side }: HolidayFileDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const days = await listHolidays(this.database.reader(actor), { ...daysOf(year), side });
    void reply.header('content-type', 'text/csv; charset=utf-8');
    void reply.header('content-disposition', `attachment; filename="holidays-${side}-${String(year)}.csv"`);
    return writeHolidayFile(days.filter(({ withdrawn }) => !withdrawn));
  }

  /** 403 for anybody but the secretariat of a side; 409 working-days.dayTaken; 422 working-days.citationNeeded, .ownNameMissing */
  @Post()
  @ApiCreatedResponse({ type: HolidayRecordView })
  async add(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Body() body: AddHolidayDto,
  ): Promise<HolidayRecordView> {
    return this.present(actor, reading, await this.addHoliday.run(actor, body));
  }

  @Patch(':id')
  @ifMatch
  @ApiOkResponse({ type: HolidayRecordView })
  async change(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: ChangeHolidayDto,
  ): Promise<HolidayRecordView> {
    await this.changeHoliday.run(actor, { id, version, ...body });
    return this.present(actor, reading, id);
  }

  @Post(':id/withdraw')
  @HttpCode(200)
  @ifMatch
  @ApiOkResponse({ type: HolidayRecordView })
  async withdraw(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<HolidayRecordView> {
    await this.withdrawHoliday.run(actor, { id, version });
    return this.present(actor, reading, id);
  }

  @Post(':id/restore')
  @HttpCode(200)
  @ifMatch
  @ApiOkResponse({ type: HolidayRecordView })
  async restore(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<HolidayRecordView> {
    await this.restoreHoliday.run(actor, { id, version });
    return this.present(actor, reading, id);
  }

  /** What an import into the own side's table would do, row by row; nothing is written. 422 for a file that cannot be read */
  @Post('import/preview')
  @HttpCode(200)
  @ApiOkResponse({ type: ImportReportView })
  async preview(@CurrentActor() actor: Actor, @Body() { file }: PreviewImportDto): Promise<ImportReportView> {
    const side = sideKeptBy(actor);
    return presentImport(await previewImport(this.database.reader(actor), side, bytesOf(file)), side, false);
  }

  /** Takes over what was previewed, whole or not at all. 412 when file or table have moved, 422 working-days.importRefused */
  @Post('import')
  @HttpCode(200)
  @ApiOkResponse({ type: ImportReportView })
  async import(@CurrentActor() actor: Actor, @Body() { file, seen }: ImportHolidaysDto): Promise<ImportReportView> {
    const plan = await this.importHolidays.run(actor, { bytes: bytesOf(file), seen });
    return presentImport(plan, sideKeptBy(actor), true);
  }

  private async present(actor: Actor, reading: Reading, id: string): Promise<HolidayRecordView> {
    const holiday = await findHoliday(this.database.reader(actor), id);
    if (!holiday) throw commonErrors.notFound();
    return presentHoliday(holiday, actor, reading);
  }
}

const daysOf = (year: number): { from: string; to: string } => ({
  from: `${String(year)}-01-01`,
  to: `${String(year)}-12-31`,
});

/** @throws common.invalid when the text is not base64 */
function bytesOf(base64: string): Uint8Array {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(base64) || base64.length % 4 !== 0)
    throw commonErrors.invalid({}, [{ path: 'file', code: commonErrors.malformed.code }]);
  return Buffer.from(base64, 'base64');
}
