import { Module } from '@nestjs/common';
import { ChannelsModule } from '#forum/channels';
import { ChannelActsController } from './channel-acts.controller.js';
import { ChannelProposalsController } from './channel-proposals.controller.js';
import { ChannelsController } from './channels.controller.js';

@Module({
  imports: [ChannelsModule],
  controllers: [ChannelsController, ChannelActsController, ChannelProposalsController],
})
export class ChannelsApiModule {}
