import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { commonErrors, messageKey, type Actor } from '#core/kernel';
import { createTranslator } from '#core/i18n';
import { Database } from '#platform/database';
import {
  actionRuleOf,
  actionsErrors,
  BulkUpdate,
  handoversOf,
  isSharedChannel,
  ProposeActionRule,
  speaksForSide,
  TakeOver,
  type BulkResult,
} from '#forum/actions';
import { CurrentActor, CurrentReading, type Reading } from '../http/decorators.js';
import { IdPipe } from '../http/id.pipe.js';
import { presentPost } from '../identity/identity.presenter.js';
import {
  ActionHandoverListView,
  ActionRuleProposedView,
  BulkActionsDto,
  BulkResultsView,
  BulkResultView,
  ChannelActionRuleView,
  ProposeActionRuleDto,
  TakenOverView,
} from './action-acts.dto.js';
import { presentListed } from './actions.presenter.js';

/** What is done to many items, to a post's items when it changes hands, and to how a channel confirms them. */
@ApiTags('action-items')
@Controller()
export class ActionDeskController {
  constructor(
    private readonly database: Database,
    private readonly bulkUpdate: BulkUpdate,
    private readonly takeOver: TakeOver,
    private readonly proposeRule: ProposeActionRule,
  ) {}

  @Post('action-items/bulk')
  @HttpCode(200)
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiOkResponse({ type: BulkResultsView, description: 'what could be done is done, the rest says why not' })
  async bulk(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Body() { items, ...rest }: BulkActionsDto,
  ): Promise<BulkResultsView> {
    const named = items.map(({ id, etag }) => ({ id, version: versionOf(etag) }));
    const results = await this.bulkUpdate.run(actor, { ...rest, items: named });
    const refused = results.filter(({ error }) => error !== null).length;
    return {
      done: results.length - refused,
      refused,
      items: results.map((result) => presentResult(result, reading)),
    };
  }

  @Get('action-handovers')
  @ApiOkResponse({ type: ActionHandoverListView, description: 'posts the reader took over and has not acknowledged' })
  async handovers(@CurrentActor() actor: Actor, @CurrentReading() reading: Reading): Promise<ActionHandoverListView> {
    const found = await handoversOf(this.database.reader(actor), actor);
    return {
      items: found.map(({ post, since, items }) => ({
        post: presentPost(post, reading),
        since,
        items: items.map((row) => presentListed(row, actor, reading)),
      })),
    };
  }

  @Post('action-handovers/:id/acknowledge')
  @HttpCode(200)
  @ApiOkResponse({ type: TakenOverView })
  async acknowledge(@CurrentActor() actor: Actor, @Param('id', IdPipe) postId: string): Promise<TakenOverView> {
    return { count: await this.takeOver.run(actor, { postId }) };
  }

  @Get('channels/:id/action-rules')
  @ApiOkResponse({ type: ChannelActionRuleView })
  async rule(@CurrentActor() actor: Actor, @Param('id', IdPipe) channelId: string): Promise<ChannelActionRuleView> {
    const reader = this.database.reader(actor);
    if (!(await isSharedChannel(reader, channelId))) throw actionsErrors.channelNotFound();
    const { silenceDays } = await actionRuleOf(reader, channelId);
    const allowed = speaksForSide(actor);
    return {
      silenceDays,
      allowedActions: [
        { action: 'propose-action-rules', allowed, reason: allowed ? null : commonErrors.forbidden.code },
      ],
    };
  }

  @Post('channels/:id/action-rules')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: ActionRuleProposedView, description: 'a proposal; the other side’s key sets the rule' })
  async propose(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) channelId: string,
    @Body() { silenceDays }: ProposeActionRuleDto,
  ): Promise<ActionRuleProposedView> {
    return { proposalId: await this.proposeRule.run(actor, { channelId, silenceDays }) };
  }
}

/** A tag that names no version of ours is stale, as in `If-Match`. */
const versionOf = (etag: string): number => Number(/^"(\d{1,9})"$/.exec(etag)?.[1] ?? 0);

function presentResult({ id, error }: BulkResult, { language }: Reading): BulkResultView {
  if (error === null) return { id, done: true, code: null, params: {}, detail: null };
  const { code, params } = error;
  return { id, done: false, code, params, detail: createTranslator(language).t(messageKey(code), params) };
}
