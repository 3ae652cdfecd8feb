import { Body, Controller, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#core/kernel';
import {
  DraftPosition,
  EditMeetingItem,
  EditPosition,
  ExchangeMeetingItem,
  ExchangePosition,
  ProposeLine,
  WithdrawMeetingItem,
} from '#forum/multilateral';
import { CurrentActor, CurrentReading, IfMatch, type Reading } from '../http/decorators.js';
import { IdPipe } from '../http/id.pipe.js';
import { DraftPositionDto, EditMeetingItemDto, EditPositionDto, ProposeLineDto } from './multilateral.dto.js';
import { MultilateralReader } from './multilateral-reader.js';
import { MultilateralMeetingDetailView } from './multilateral.views.js';

/** Agenda items of a meeting, both sides' positions on them and the line both take. */
@ApiTags('multilateral')
@Controller()
export class MultilateralItemsController {
  constructor(
    private readonly page: MultilateralReader,
    private readonly editItem: EditMeetingItem,
    private readonly exchangeItem: ExchangeMeetingItem,
    private readonly withdrawItem: WithdrawMeetingItem,
    private readonly draftPosition: DraftPosition,
    private readonly editPosition: EditPosition,
    private readonly exchangePosition: ExchangePosition,
    private readonly proposeLine: ProposeLine,
  ) {}

  @Patch('multilateral-items/:id')
  @ApiOkResponse({ type: MultilateralMeetingDetailView })
  async edit(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: EditMeetingItemDto,
  ): Promise<MultilateralMeetingDetailView> {
    await this.editItem.run(actor, { itemId: id, version, ...body });
    return this.page.ofItem(actor, reading, id);
  }

  @Post('multilateral-items/:id/exchange')
  @HttpCode(200)
  @ApiOkResponse({ type: MultilateralMeetingDetailView })
  async exchange(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<MultilateralMeetingDetailView> {
    await this.exchangeItem.run(actor, { itemId: id, version });
    return this.page.ofItem(actor, reading, id);
  }

  @Post('multilateral-items/:id/withdraw')
  @HttpCode(200)
  @ApiOkResponse({ type: MultilateralMeetingDetailView })
  async withdraw(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<MultilateralMeetingDetailView> {
    const meetingId = await this.withdrawItem.run(actor, { itemId: id, version });
    return this.page.read(actor, reading, meetingId);
  }

  @Post('multilateral-items/:id/positions')
  @ApiOkResponse({ type: MultilateralMeetingDetailView })
  async draft(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Body() body: DraftPositionDto,
  ): Promise<MultilateralMeetingDetailView> {
    await this.draftPosition.run(actor, { itemId: id, ...body });
    return this.page.ofItem(actor, reading, id);
  }

  @Patch('multilateral-positions/:id')
  @ApiOkResponse({ type: MultilateralMeetingDetailView })
  async editDraft(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: EditPositionDto,
  ): Promise<MultilateralMeetingDetailView> {
    return this.page.read(
      actor,
      reading,
      await this.editPosition.run(actor, { positionId: id, version, texts: body.texts }),
    );
  }

  @Post('multilateral-positions/:id/exchange')
  @HttpCode(200)
  @ApiOkResponse({ type: MultilateralMeetingDetailView })
  async layOpen(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<MultilateralMeetingDetailView> {
    return this.page.read(actor, reading, await this.exchangePosition.run(actor, { positionId: id, version }));
  }

  /** Turns the own key on how both sides stand; the other side's key, on the proposal, makes it so. */
  @Post('multilateral-items/:id/common-line')
  @HttpCode(200)
  @ApiOkResponse({ type: MultilateralMeetingDetailView })
  async line(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: ProposeLineDto,
  ): Promise<MultilateralMeetingDetailView> {
    await this.proposeLine.run(actor, { itemId: id, version, ...body });
    return this.page.ofItem(actor, reading, id);
  }
}
