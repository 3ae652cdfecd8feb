import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#core/kernel';
import { Database } from '#platform/database';
import {
  agreement,
  conclusion,
  detailsChange,
  levelChange,
  ProposeChange,
  renaming,
  resumption,
  spawning,
  suspension,
} from '#forum/channels';
import { CurrentActor, CurrentReading, type Reading } from '../http/decorators.js';
import { IdPipe } from '../http/id.pipe.js';
import {
  AgreeDto,
  ChangeDetailsDto,
  ChangeLevelDto,
  ConcludeDto,
  RenameDto,
  SpawnDto,
  WhyDto,
} from './channel-acts.dto.js';
import { showChannel } from './channel-page.js';
import { ChannelDetailView } from './channels.dto.js';

/** The first key on what takes two (domain.md 2, 3.2); the second one is turned on the proposal. */
@ApiTags('channels')
@Controller('channels/:id/proposals')
export class ChannelProposalsController {
  constructor(
    private readonly database: Database,
    private readonly proposeChange: ProposeChange,
  ) {}

  /** proposed → agreed, with the text it rests on; a draft is shared by it. */
  @Post('agreement')
  @HttpCode(200)
  @ApiOkResponse({ type: ChannelDetailView })
  async agree(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Body() body: AgreeDto,
  ): Promise<ChannelDetailView> {
    await this.proposeChange.run(actor, id, agreement, body);
    return showChannel(this.database, actor, reading, id);
  }

  /** Another nominal level from a named session on. */
  @Post('level')
  @HttpCode(200)
  @ApiOkResponse({ type: ChannelDetailView })
  async level(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Body() body: ChangeLevelDto,
  ): Promise<ChannelDetailView> {
    await this.proposeChange.run(actor, id, levelChange, body);
    return showChannel(this.database, actor, reading, id);
  }

  /** A new, higher channel that grows out of this one. */
  @Post('spawn')
  @HttpCode(200)
  @ApiOkResponse({ type: ChannelDetailView })
  async spawn(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Body() body: SpawnDto,
  ): Promise<ChannelDetailView> {
    await this.proposeChange.run(actor, id, spawning, body);
    return showChannel(this.database, actor, reading, id);
  }

  /** A rendering that both sides use. */
  @Post('rename')
  @HttpCode(200)
  @ApiOkResponse({ type: ChannelDetailView })
  async rename(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Body() body: RenameDto,
  ): Promise<ChannelDetailView> {
    await this.proposeChange.run(actor, id, renaming, body);
    return showChannel(this.database, actor, reading, id);
  }

  /** Cadence, hosting, topics, who meets, under which channel. */
  @Post('details')
  @HttpCode(200)
  @ApiOkResponse({ type: ChannelDetailView })
  async details(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Body() body: ChangeDetailsDto,
  ): Promise<ChannelDetailView> {
    await this.proposeChange.run(actor, id, detailsChange, body);
    return showChannel(this.database, actor, reading, id);
  }

  /** Suspension by both sides. */
  @Post('suspension')
  @HttpCode(200)
  @ApiOkResponse({ type: ChannelDetailView })
  async suspend(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Body() body: WhyDto,
  ): Promise<ChannelDetailView> {
    await this.proposeChange.run(actor, id, suspension, body);
    return showChannel(this.database, actor, reading, id);
  }

  /** Back to active. */
  @Post('resumption')
  @HttpCode(200)
  @ApiOkResponse({ type: ChannelDetailView })
  async resume(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Body() body: WhyDto,
  ): Promise<ChannelDetailView> {
    await this.proposeChange.run(actor, id, resumption, body);
    return showChannel(this.database, actor, reading, id);
  }

  /** The end, with the channel that takes its place. */
  @Post('conclusion')
  @HttpCode(200)
  @ApiOkResponse({ type: ChannelDetailView })
  async conclude(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Body() body: ConcludeDto,
  ): Promise<ChannelDetailView> {
    await this.proposeChange.run(actor, id, conclusion, body);
    return showChannel(this.database, actor, reading, id);
  }
}
