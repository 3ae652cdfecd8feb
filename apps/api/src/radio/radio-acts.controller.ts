import { Body, Controller, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { commonErrors, type Actor } from '#core/kernel';
import {
  ExchangePosition,
  ProposeIssueChange,
  ProposeMeasure,
  ProposeResolution,
  RADIO_STEPS,
  ReopenIssue,
  ReportIssue,
  StepIssue,
  TakeUpIssue,
  WithdrawIssue,
  WritePosition,
  type RadioStep,
} from '#forum/radio';
import { CurrentActor, CurrentReading, IfMatch, type Reading } from '../http/decorators.js';
import { IdPipe } from '../http/id.pipe.js';
import { RadioReader } from './radio-reader.js';
import { RadioIssueDetailView } from './radio.views.js';
import {
  ChangeRadioIssueDto,
  RadioMeasureDto,
  RadioPositionDto,
  ReopenRadioIssueDto,
  ResolveRadioIssueDto,
} from './write.dto.js';

/** What is done with a case: its steps, its keys and the positions. */
@ApiTags('radio')
@Controller('radio-issues/:id')
export class RadioActsController {
  constructor(
    private readonly page: RadioReader,
    private readonly reportIssue: ReportIssue,
    private readonly withdrawIssue: WithdrawIssue,
    private readonly stepIssue: StepIssue,
    private readonly reopenIssue: ReopenIssue,
    private readonly takeUpIssue: TakeUpIssue,
    private readonly proposeChange: ProposeIssueChange,
    private readonly proposeResolution: ProposeResolution,
    private readonly proposeMeasure: ProposeMeasure,
    private readonly writePosition: WritePosition,
    private readonly exchangePosition: ExchangePosition,
  ) {}

  /** Both sides see it from now on; what is planned enters at coordination. */
  @Post('report')
  @HttpCode(200)
  @ApiOkResponse({ type: RadioIssueDetailView })
  async report(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<RadioIssueDetailView> {
    await this.reportIssue.run(actor, { issueId: id, version });
    return this.page.read(actor, reading, id);
  }

  @Post('withdraw')
  @HttpCode(200)
  @ApiOkResponse({ type: RadioIssueDetailView })
  async withdraw(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<RadioIssueDetailView> {
    await this.withdrawIssue.run(actor, { issueId: id, version });
    return this.page.read(actor, reading, id);
  }

  /** acknowledge, start-measurement, start-coordination, mitigate, monitor, return-to-coordination */
  @Post('steps/:step')
  @HttpCode(200)
  @ApiOkResponse({ type: RadioIssueDetailView })
  async step(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Param('step') step: string,
    @IfMatch() version: number,
  ): Promise<RadioIssueDetailView> {
    await this.stepIssue.run(actor, { issueId: id, version, step: stepOf(step) });
    return this.page.read(actor, reading, id);
  }

  /** Within 24 months, when the same band and area return. */
  @Post('reopen')
  @HttpCode(200)
  @ApiOkResponse({ type: RadioIssueDetailView })
  async reopen(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: ReopenRadioIssueDto,
  ): Promise<RadioIssueDetailView> {
    await this.reopenIssue.run(actor, { issueId: id, version, ...body });
    return this.page.read(actor, reading, id);
  }

  @Post('take-up')
  @HttpCode(200)
  @ApiOkResponse({ type: RadioIssueDetailView })
  async takeUp(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<RadioIssueDetailView> {
    await this.takeUpIssue.run(actor, { issueId: id, version });
    return this.page.read(actor, reading, id);
  }

  /** Turns the own key on a change of what the case says; the other side’s key makes it. */
  @Post('change')
  @HttpCode(200)
  @ApiOkResponse({ type: RadioIssueDetailView })
  async change(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: ChangeRadioIssueDto,
  ): Promise<RadioIssueDetailView> {
    await this.proposeChange.run(actor, { issueId: id, version, ...body });
    return this.page.read(actor, reading, id);
  }

  /** Turns the own key on closing the case; the other side’s key closes it. */
  @Post('resolve')
  @HttpCode(200)
  @ApiOkResponse({ type: RadioIssueDetailView })
  async resolve(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: ResolveRadioIssueDto,
  ): Promise<RadioIssueDetailView> {
    await this.proposeResolution.run(actor, { issueId: id, version, ...body });
    return this.page.read(actor, reading, id);
  }

  /** Turns the own key on a measure; the other side’s key agrees it. */
  @Post('measures')
  @HttpCode(200)
  @ApiOkResponse({ type: RadioIssueDetailView })
  async measure(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: RadioMeasureDto,
  ): Promise<RadioIssueDetailView> {
    await this.proposeMeasure.run(actor, { issueId: id, version, ...body });
    return this.page.read(actor, reading, id);
  }

  /** If-Match names the position of the own side that is not exchanged, or "0" while there is none. */
  @Put('position')
  @ApiOkResponse({ type: RadioIssueDetailView })
  async position(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: RadioPositionDto,
  ): Promise<RadioIssueDetailView> {
    await this.writePosition.run(actor, { issueId: id, version, ...body });
    return this.page.read(actor, reading, id);
  }

  /** If-Match names the position of the own side that is not exchanged. */
  @Post('position/exchange')
  @HttpCode(200)
  @ApiOkResponse({ type: RadioIssueDetailView })
  async exchange(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<RadioIssueDetailView> {
    await this.exchangePosition.run(actor, { issueId: id, version });
    return this.page.read(actor, reading, id);
  }
}

/** @throws common.notFound for a word that is no step */
function stepOf(word: string): RadioStep {
  const step = (Object.keys(RADIO_STEPS) as RadioStep[]).find((one) => one === word);
  if (step === undefined) throw commonErrors.notFound();
  return step;
}
