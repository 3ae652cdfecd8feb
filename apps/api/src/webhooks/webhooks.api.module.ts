import { Module } from '@nestjs/common';
import { WebhooksModule } from '#forum/webhooks';
import { WebhookDeliveriesController } from './deliveries.controller.js';
import { WebhooksController } from './webhooks.controller.js';

@Module({ imports: [WebhooksModule], controllers: [WebhooksController, WebhookDeliveriesController] })
export class WebhooksApiModule {}
