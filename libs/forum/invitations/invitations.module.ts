import { Module } from '@nestjs/common';
import { CreateFeed } from './actions/create-feed.js';
import { ReceiveCalendarReply } from './actions/receive-calendar-reply.js';
import { RevokeFeed } from './actions/revoke-feed.js';

const actions = [CreateFeed, RevokeFeed, ReceiveCalendarReply];

/** Feeds and answers to invitations; expects `Database` to be provided globally. */
@Module({ providers: actions, exports: actions })
export class InvitationsModule {}
