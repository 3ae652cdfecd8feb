import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#core/kernel';
import { Database } from '#platform/database';
import {
  DraftEscalation,
  EditEscalation,
  escalationSuggestions,
  listEscalations,
  RaiseEscalation,
  ReturnEscalation,
  SettleEscalation,
  targetsAbove,
  WithdrawEscalation,
} from '#forum/escalations';
import { CurrentActor, CurrentReading, IfMatch, type Reading } from '../http/decorators.js';
import { IdPipe } from '../http/id.pipe.js';
import { ReadingDto } from '../http/reading.dto.js';
import { pageAsk, presentPage } from '../record/page.js';
import {
  DraftEscalationDto,
  EditEscalationDto,
  ListEscalationsDto,
  ReturnEscalationDto,
  SettleEscalationDto,
} from './escalations.dto.js';
import { EscalationsReader } from './escalations-reader.js';
import { drafting, presentMatter, presentTarget } from './escalations.presenter.js';
import {
  EscalationListView,
  EscalationSuggestionsView,
  EscalationTargetsView,
  EscalationView,
  SessionEscalationsView,
} from './escalations.views.js';

/** What rises from one level to the next: drafted by a side, raised to a session of a higher channel, decided by both. */
@ApiTags('escalations')
@Controller()
export class EscalationsController {
  constructor(
    private readonly database: Database,
    private readonly page: EscalationsReader,
    private readonly draftEscalation: DraftEscalation,
    private readonly editEscalation: EditEscalation,
    private readonly raiseEscalation: RaiseEscalation,
    private readonly withdrawEscalation: WithdrawEscalation,
    private readonly returnEscalation: ReturnEscalation,
    private readonly settleEscalation: SettleEscalation,
  ) {}

  @Get('escalations')
  @ApiOkResponse({ type: EscalationListView })
  async list(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Query() query: ListEscalationsDto,
  ): Promise<EscalationListView> {
    const filter = {
      state: query.state,
      channelId: query.channel,
      sessionId: query.session,
      matterId: query.matter,
    };
    const rows = await listEscalations(this.database.reader(actor), actor.side, filter, pageAsk(query));
    const items = await this.page.summaries(actor, reading, rows.items);
    return { ...presentPage(rows, ({ id }) => id), items, allowedActions: drafting(actor) };
  }

  /** What might rise because a default timer ran out. It is only said; people decide. */
  @Get('escalation-suggestions')
  @ApiOkResponse({ type: EscalationSuggestionsView })
  async suggestions(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Query() _query: ReadingDto,
  ): Promise<EscalationSuggestionsView> {
    const found = await escalationSuggestions(this.database.reader(actor), actor);
    return {
      items: found.map(({ matter, reason, since }) => ({ matter: presentMatter(matter, reading), reason, since })),
    };
  }

  /** Channels above this one, nearest first, each with the session that would deal with a matter. */
  @Get('channels/:id/escalation-targets')
  @ApiOkResponse({ type: EscalationTargetsView })
  async targets(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Query() _query: ReadingDto,
  ): Promise<EscalationTargetsView> {
    const found = await targetsAbove(this.database.reader(actor), actor.side, id);
    return { items: found.map((target) => presentTarget(target, actor.side, reading)) };
  }

  @Get('sessions/:id/escalations')
  @ApiOkResponse({ type: SessionEscalationsView })
  ofSession(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Query() _query: ReadingDto,
  ): Promise<SessionEscalationsView> {
    return this.page.ofSession(actor, reading, id);
  }

  @Post('escalations')
  @ApiOkResponse({ type: EscalationView })
  async draft(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Body() body: DraftEscalationDto,
  ): Promise<EscalationView> {
    return this.page.read(actor, reading, await this.draftEscalation.run(actor, body));
  }

  @Get('escalations/:id')
  @ApiOkResponse({ type: EscalationView })
  read(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Query() _query: ReadingDto,
  ): Promise<EscalationView> {
    return this.page.read(actor, reading, id);
  }

  @Patch('escalations/:id')
  @ApiOkResponse({ type: EscalationView })
  async edit(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: EditEscalationDto,
  ): Promise<EscalationView> {
    await this.editEscalation.run(actor, { escalationId: id, version, ...body });
    return this.page.read(actor, reading, id);
  }

  /** Shows it to the other side, turns the own key and puts it on the next session’s agenda; the other side’s key lets it in. */
  @Post('escalations/:id/raise')
  @HttpCode(200)
  @ApiOkResponse({ type: EscalationView })
  async raise(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<EscalationView> {
    await this.raiseEscalation.run(actor, { escalationId: id, version });
    return this.page.read(actor, reading, id);
  }

  @Post('escalations/:id/withdraw')
  @HttpCode(200)
  @ApiOkResponse({ type: EscalationView })
  async withdraw(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<EscalationView> {
    await this.withdrawEscalation.run(actor, { escalationId: id, version });
    return this.page.read(actor, reading, id);
  }

  /** Turns the own key on giving the matter back to a lower channel. */
  @Post('escalations/:id/return')
  @HttpCode(200)
  @ApiOkResponse({ type: EscalationView })
  async giveBack(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: ReturnEscalationDto,
  ): Promise<EscalationView> {
    await this.returnEscalation.run(actor, { escalationId: id, version, ...body });
    return this.page.read(actor, reading, id);
  }

  /** Turns the own key on how the higher level settled the matter. */
  @Post('escalations/:id/settle')
  @HttpCode(200)
  @ApiOkResponse({ type: EscalationView })
  async settle(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: SettleEscalationDto,
  ): Promise<EscalationView> {
    await this.settleEscalation.run(actor, { escalationId: id, version, ...body });
    return this.page.read(actor, reading, id);
  }
}
