import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { commonErrors, type Actor } from '#core/kernel';
import {
  AddContribution,
  AddSupport,
  EditContribution,
  EditSupport,
  MoveContribution,
  MoveSupport,
  ProposeSubmission,
} from '#forum/multilateral';
import { CurrentActor, CurrentReading, IfMatch, type Reading } from '../http/decorators.js';
import { IdPipe } from '../http/id.pipe.js';
import { ReadingDto } from '../http/reading.dto.js';
import { AddContributionDto, assertZone, EditContributionDto, type ForumDeadlineDto } from './multilateral.dto.js';
import { MultilateralReader } from './multilateral-reader.js';
import { MultilateralMeetingDetailView } from './multilateral.views.js';
import { AddSupportDto, AnswerSupportDto, EditSupportDto, SupportListView } from './support.dto.js';

const contributionActs = ['share', 'submit', 'propose-submit', 'withdraw'] as const;
const supportActs = ['ask', 'support', 'decline', 'withdraw'] as const;

/** Contributions with the organisations' own deadlines, and support for candidates. */
@ApiTags('multilateral')
@Controller()
export class MultilateralWorksController {
  constructor(
    private readonly page: MultilateralReader,
    private readonly addContribution: AddContribution,
    private readonly editContribution: EditContribution,
    private readonly moveContribution: MoveContribution,
    private readonly proposeSubmission: ProposeSubmission,
    private readonly addSupport: AddSupport,
    private readonly editSupport: EditSupport,
    private readonly moveSupport: MoveSupport,
  ) {}

  @Post('multilateral-meetings/:id/contributions')
  @ApiOkResponse({ type: MultilateralMeetingDetailView })
  async contribute(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Body() body: AddContributionDto,
  ): Promise<MultilateralMeetingDetailView> {
    assertDeadline(body.deadline);
    await this.addContribution.run(actor, { meetingId: id, ...body });
    return this.page.read(actor, reading, id);
  }

  @Patch('multilateral-contributions/:id')
  @ApiOkResponse({ type: MultilateralMeetingDetailView })
  async edit(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: EditContributionDto,
  ): Promise<MultilateralMeetingDetailView> {
    assertDeadline(body.deadline);
    return this.page.read(
      actor,
      reading,
      await this.editContribution.run(actor, { contributionId: id, version, ...body }),
    );
  }

  @Post('multilateral-contributions/:id/:act')
  @HttpCode(200)
  @ApiParam({ name: 'act', enum: contributionActs })
  @ApiOkResponse({ type: MultilateralMeetingDetailView })
  async move(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Param('act') act: string,
    @IfMatch() version: number,
  ): Promise<MultilateralMeetingDetailView> {
    const action = knownAct(contributionActs, act);
    const of = { contributionId: id, version };
    const meetingId =
      action === 'propose-submit'
        ? await this.proposeSubmission.run(actor, of)
        : await this.moveContribution.run(actor, { ...of, action });
    return this.page.read(actor, reading, meetingId);
  }

  /** Requests for support, restricted: 403 for whoever writes for no side, and every reading is logged. */
  @Get('multilateral-meetings/:id/support-requests')
  @ApiOkResponse({ type: SupportListView })
  support(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Query() _query: ReadingDto,
  ): Promise<SupportListView> {
    return this.page.support(actor, reading, id);
  }

  @Post('multilateral-meetings/:id/support-requests')
  @ApiOkResponse({ type: SupportListView })
  async draftSupport(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Body() body: AddSupportDto,
  ): Promise<SupportListView> {
    await this.addSupport.run(actor, { meetingId: id, ...body });
    return this.page.support(actor, reading, id);
  }

  @Patch('multilateral-support-requests/:id')
  @ApiOkResponse({ type: SupportListView })
  async changeSupport(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: EditSupportDto,
  ): Promise<SupportListView> {
    return this.page.support(actor, reading, await this.editSupport.run(actor, { supportId: id, version, ...body }));
  }

  @Post('multilateral-support-requests/:id/:act')
  @HttpCode(200)
  @ApiParam({ name: 'act', enum: supportActs })
  @ApiOkResponse({ type: SupportListView })
  async answer(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Param('act') act: string,
    @IfMatch() version: number,
    @Body() { lang, text }: AnswerSupportDto,
  ): Promise<SupportListView> {
    const action = knownAct(supportActs, act);
    const answer = text ? { lang: lang ?? reading.language, text } : undefined;
    const meetingId = await this.moveSupport.run(actor, { supportId: id, version, action, answer });
    return this.page.support(actor, reading, meetingId);
  }
}

/** @throws common.notFound, as for every address that is none */
function knownAct<Act extends string>(acts: readonly Act[], asked: string): Act {
  const found = acts.find((act) => act === asked);
  if (!found) throw commonErrors.notFound();
  return found;
}

/** @throws common.notATimeZone */
function assertDeadline(deadline: ForumDeadlineDto | undefined): void {
  if (deadline) assertZone(deadline.zone, 'deadline.zone');
}
