import { Body, Controller, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#core/kernel';
import { Database } from '#platform/database';
import {
  ConfirmStall,
  DismissStall,
  DraftChannel,
  EditDraft,
  RenameForOwnSide,
  ShareChannel,
  SuspendForOwnSide,
  WithdrawChannel,
  WithdrawStall,
} from '#forum/channels';
import { CurrentActor, CurrentReading, IfMatch, type Reading } from '../http/decorators.js';
import { IdPipe } from '../http/id.pipe.js';
import { DraftChannelDto, EditDraftDto, NameDto, SuspendDto } from './channel-acts.dto.js';
import { showChannel } from './channel-page.js';
import { ChannelDetailView } from './channels.dto.js';

/** What one side does alone (domain.md 3.2): drafts, its own name, its own suspension, and the answer to a suggestion. */
@ApiTags('channels')
@Controller()
export class ChannelActsController {
  constructor(
    private readonly database: Database,
    private readonly draftChannel: DraftChannel,
    private readonly editDraft: EditDraft,
    private readonly shareChannel: ShareChannel,
    private readonly withdrawChannel: WithdrawChannel,
    private readonly renameForOwnSide: RenameForOwnSide,
    private readonly suspendForOwnSide: SuspendForOwnSide,
    private readonly confirmStall: ConfirmStall,
    private readonly dismissStall: DismissStall,
    private readonly withdrawStall: WithdrawStall,
  ) {}

  /** A draft that the own side alone sees. */
  @Post('channels')
  @ApiOkResponse({ type: ChannelDetailView })
  async draft(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Body() body: DraftChannelDto,
  ): Promise<ChannelDetailView> {
    const id = await this.draftChannel.run(actor, body);
    return showChannel(this.database, actor, reading, id);
  }

  @Patch('channels/:id')
  @ApiOkResponse({ type: ChannelDetailView })
  async edit(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: EditDraftDto,
  ): Promise<ChannelDetailView> {
    await this.editDraft.run(actor, { channelId: id, version, ...body });
    return showChannel(this.database, actor, reading, id);
  }

  /** Shows a draft to the other side as proposed. */
  @Post('channels/:id/share')
  @HttpCode(200)
  @ApiOkResponse({ type: ChannelDetailView })
  async share(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<ChannelDetailView> {
    await this.shareChannel.run(actor, { channelId: id, version });
    return showChannel(this.database, actor, reading, id);
  }

  /** Takes a proposed channel back: the proposing side alone. */
  @Post('channels/:id/withdraw')
  @HttpCode(200)
  @ApiOkResponse({ type: ChannelDetailView })
  async withdraw(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<ChannelDetailView> {
    await this.withdrawChannel.run(actor, { channelId: id, version });
    return showChannel(this.database, actor, reading, id);
  }

  /** The own side’s official name from a day on. */
  @Post('channels/:id/own-name')
  @HttpCode(200)
  @ApiOkResponse({ type: ChannelDetailView })
  async rename(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: NameDto,
  ): Promise<ChannelDetailView> {
    await this.renameForOwnSide.run(actor, { channelId: id, version, ...body });
    return showChannel(this.database, actor, reading, id);
  }

  /** Records that the own side suspends the channel. */
  @Post('channels/:id/suspend')
  @HttpCode(200)
  @ApiOkResponse({ type: ChannelDetailView })
  async suspend(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: SuspendDto,
  ): Promise<ChannelDetailView> {
    await this.suspendForOwnSide.run(actor, { channelId: id, version, ...body });
    return showChannel(this.database, actor, reading, id);
  }

  /** Confirms the monthly check’s suggestion. */
  @Post('channels/:id/stall/confirm')
  @HttpCode(200)
  @ApiOkResponse({ type: ChannelDetailView })
  async confirm(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<ChannelDetailView> {
    await this.confirmStall.run(actor, { channelId: id, version });
    return showChannel(this.database, actor, reading, id);
  }

  /** Says that the channel has not stalled; asked again next quarter at the earliest. */
  @Post('channels/:id/stall/dismiss')
  @HttpCode(200)
  @ApiOkResponse({ type: ChannelDetailView })
  async dismiss(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<ChannelDetailView> {
    await this.dismissStall.run(actor, { channelId: id, version });
    return showChannel(this.database, actor, reading, id);
  }

  /** Takes the own side’s confirmation back. */
  @Post('channels/:id/stall/withdraw')
  @HttpCode(200)
  @ApiOkResponse({ type: ChannelDetailView })
  async unconfirm(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<ChannelDetailView> {
    await this.withdrawStall.run(actor, { channelId: id, version });
    return showChannel(this.database, actor, reading, id);
  }
}
