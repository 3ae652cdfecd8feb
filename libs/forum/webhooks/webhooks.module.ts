import { Module } from '@nestjs/common';
import { AddWebhook, EditWebhook, RotateWebhookSecret, SwitchWebhook } from './actions/keep-webhook.js';
import { ReplayDelivery, ReplayFailed, TestWebhook } from './actions/send-again.js';

const actions = [
  AddWebhook,
  EditWebhook,
  SwitchWebhook,
  RotateWebhookSecret,
  TestWebhook,
  ReplayDelivery,
  ReplayFailed,
];

/** Keeping a side's webhooks; expects `Database` to be provided globally. */
@Module({ providers: actions, exports: actions })
export class WebhooksModule {}
