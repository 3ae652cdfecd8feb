import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { commonErrors, type Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { channelsErrors } from '#forum/channels';
import { mayProposeRules, ProposeForRecord, ProposeRecordRules, recordRulesOf, type RecordStep } from '#forum/records';
import { openProposalsOf } from '#forum/two-key';
import { CurrentActor, CurrentReading, IfMatch, type Reading } from '../http/decorators.js';
import { IdPipe } from '../http/id.pipe.js';
import { ReadingDto } from '../http/reading.dto.js';
import { presentProposal } from '../proposals/proposals.presenter.js';
import {
  ProposeRecordReleaseDto,
  ProposeRecordRulesDto,
  ProposeRecordSigningDto,
  RecordReasonDto,
} from './session-records.dto.js';
import { SessionRecordsReader } from './session-records-reader.js';
import { RecordRulesView, SessionRecordView } from './session-records.views.js';

/** What is done with a text by both sides: the actor's key proposes, the other side's key on the proposal makes it so. */
@ApiTags('records')
@Controller()
export class RecordProposalsController {
  constructor(
    private readonly database: Database,
    private readonly page: SessionRecordsReader,
    private readonly propose: ProposeForRecord,
    private readonly proposeRules: ProposeRecordRules,
  ) {}

  @Post('records/:id/propose-ad-referendum')
  @ApiOkResponse({ type: SessionRecordView })
  adReferendum(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: RecordReasonDto,
  ): Promise<SessionRecordView> {
    return this.open(actor, reading, id, version, { what: 'ad-referendum' }, body);
  }

  @Post('records/:id/propose-adoption')
  @ApiOkResponse({ type: SessionRecordView })
  adoption(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: RecordReasonDto,
  ): Promise<SessionRecordView> {
    return this.open(actor, reading, id, version, { what: 'adoption' }, body);
  }

  @Post('records/:id/propose-not-public')
  @ApiOkResponse({ type: SessionRecordView })
  notPublic(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: RecordReasonDto,
  ): Promise<SessionRecordView> {
    return this.open(actor, reading, id, version, { what: 'not-public' }, body);
  }

  @Post('records/:id/propose-signing')
  @ApiOkResponse({ type: SessionRecordView })
  signing(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: ProposeRecordSigningDto,
  ): Promise<SessionRecordView> {
    const { on, place, krPostId, jpPostId } = body;
    const step = { what: 'signing', on, place: place ?? null, krPostId, jpPostId } as const;
    return this.open(actor, reading, id, version, step, body);
  }

  /** The minute of release, in every language at once. */
  @Post('records/:id/propose-release')
  @ApiOkResponse({ type: SessionRecordView })
  release(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: ProposeRecordReleaseDto,
  ): Promise<SessionRecordView> {
    return this.open(actor, reading, id, version, { what: 'release', at: body.at ?? null }, body);
  }

  @Get('channels/:id/record-rules')
  @ApiOkResponse({ type: RecordRulesView })
  async rules(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Query() _query: ReadingDto,
  ): Promise<RecordRulesView> {
    const reader = this.database.reader(actor);
    const rules = await recordRulesOf(reader, id);
    if (!rules) throw channelsErrors.notFound();
    const open = (await openProposalsOf(reader, 'channel', id)).filter(({ kind }) => kind === 'channel.record-rules');
    const allowed = mayProposeRules(actor);
    return {
      channelId: id,
      showHours: rules.showHours,
      proposals: open.map((row) => presentProposal(row, undefined, actor, reading)),
      allowedActions: [{ action: 'propose', allowed, reason: allowed ? null : commonErrors.forbidden.code }],
    };
  }

  @Post('channels/:id/record-rules')
  @ApiOkResponse({ type: RecordRulesView })
  async change(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Body() { showHours, reason }: ProposeRecordRulesDto,
  ): Promise<RecordRulesView> {
    await this.proposeRules.run(actor, { channelId: id, showHours, reason: reason ? reason : null });
    return this.rules(actor, reading, id, {});
  }

  private async open(
    actor: Actor,
    reading: Reading,
    recordId: string,
    version: number,
    step: RecordStep,
    { reason }: RecordReasonDto,
  ): Promise<SessionRecordView> {
    await this.propose.run(actor, { recordId, version, step, reason: reason ? reason : null });
    return this.page.read(actor, reading, recordId);
  }
}
