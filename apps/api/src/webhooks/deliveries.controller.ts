import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#core/kernel';
import { Database } from '#platform/database';
import {
  findWebhook,
  listDeliveries,
  ReplayDelivery,
  ReplayFailed,
  sideOfKeeper,
  webhooksErrors,
} from '#forum/webhooks';
import { CurrentActor, Unattended } from '../http/decorators.js';
import { IdPipe } from '../http/id.pipe.js';
import { ListWebhookDeliveriesDto, WebhookDeliveryListView, WebhookReplayView } from './webhooks.dto.js';
import { presentDelivery, readCursor, writeCursor } from './webhooks.presenter.js';

/** What a webhook was sent, and sending it again. */
@ApiTags('webhooks')
@Controller()
export class WebhookDeliveriesController {
  constructor(
    private readonly database: Database,
    private readonly replayDelivery: ReplayDelivery,
    private readonly replayFailed: ReplayFailed,
  ) {}

  /** Its page asks again by itself while something is about to be sent. */
  @Get('webhooks/:id/deliveries')
  @Unattended()
  @ApiOkResponse({ type: WebhookDeliveryListView, description: 'newest first' })
  async list(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query() query: ListWebhookDeliveriesDto,
  ): Promise<WebhookDeliveryListView> {
    sideOfKeeper(actor);
    const reader = this.database.reader(actor);
    const webhook = await findWebhook(reader, id);
    if (!webhook) throw webhooksErrors.notFound();
    const page = await listDeliveries(reader, {
      webhookId: id,
      states: query.state,
      after: query.cursor === undefined ? undefined : readCursor(query.cursor),
      limit: query.limit ?? 50,
    });
    const last = page.items.at(-1);
    return {
      items: page.items.map((row) => presentDelivery(row, webhook, actor)),
      hasMore: page.hasMore,
      nextCursor: page.hasMore && last ? writeCursor(last) : null,
    };
  }

  @Post('webhooks/:id/replay-failed')
  @HttpCode(200)
  @ApiOkResponse({ type: WebhookReplayView })
  async replayAll(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<WebhookReplayView> {
    return { deliveries: await this.replayFailed.run(actor, id) };
  }

  /** 409 webhooks.notFailed while it waits or is under way; 422 webhooks.isOff */
  @Post('webhook-deliveries/:id/replay')
  @HttpCode(204)
  @ApiNoContentResponse()
  async replay(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    await this.replayDelivery.run(actor, id);
  }
}
