import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { createTranslator } from '#core/i18n';
import { commonErrors, messageKey, type Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { ImportIssues, mayDraftRadio, previewIssueFile, type IssueFilePlan } from '#forum/radio';
import { CurrentActor, CurrentReading, type Reading } from '../http/decorators.js';
import { ImportRadioFileDto, PreviewRadioFileDto, RadioFileReportView } from './import.dto.js';
import { presentOverlap } from './radio.presenter.js';

/** A CSV file of cases: what it would do, row by row, and the doing of it. */
@ApiTags('radio')
@Controller('radio-issues/import')
export class RadioImportController {
  constructor(
    private readonly database: Database,
    private readonly importIssues: ImportIssues,
  ) {}

  @Post('preview')
  @HttpCode(200)
  @ApiOkResponse({ type: RadioFileReportView })
  async preview(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Body() body: PreviewRadioFileDto,
  ): Promise<RadioFileReportView> {
    if (!mayDraftRadio(actor)) throw commonErrors.forbidden();
    const plan = await previewIssueFile(this.database.reader(actor), bytesOf(body.file), body.encoding);
    return presentPlan(plan, false, reading);
  }

  @Post()
  @HttpCode(200)
  @ApiOkResponse({ type: RadioFileReportView })
  async import(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Body() { file, ...body }: ImportRadioFileDto,
  ): Promise<RadioFileReportView> {
    return presentPlan(await this.importIssues.run(actor, { bytes: bytesOf(file), ...body }), true, reading);
  }
}

const bytesOf = (base64: string): Uint8Array => Buffer.from(base64, 'base64');

function presentPlan(plan: IssueFilePlan, applied: boolean, reading: Reading): RadioFileReportView {
  const { t } = createTranslator(reading.language);
  const count = (outcome: string): number => plan.rows.filter((row) => row.outcome === outcome).length;
  return {
    encoding: plan.encoding,
    samples: plan.samples.map((sample) => ({ ...sample })),
    seen: plan.seen,
    applied,
    added: count('added'),
    known: count('known'),
    refused: count('refused'),
    rows: plan.rows.map(({ row, outcome, overlaps }) => ({
      line: row.line,
      title: row.title,
      bands: [...row.bands],
      outcome,
      faults: row.faults.map((fault) => ({
        column: fault.column,
        code: fault.code,
        params: { ...fault.params },
        detail: t(messageKey(fault.code), fault.params),
      })),
      overlaps: overlaps.map((one) => presentOverlap(one, [], reading)),
    })),
  };
}
