import { Body, Controller, Get, HttpCode, Param, Patch, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { agendaOfSession, isOnAgenda } from '#forum/agenda';
import {
  AcceptDelegation,
  AddMember,
  ApproveDelegation,
  AskRank,
  delegationsErrors,
  EditMember,
  KeepRank,
  MarkAttendance,
  OrderMembers,
  RecordNeeds,
  RemoveMember,
  sessionIdOfMember,
  SubmitDelegation,
} from '#forum/delegations';
import { CurrentActor, CurrentReading, IfMatch, type Reading } from '../http/decorators.js';
import { IdPipe } from '../http/id.pipe.js';
import { DelegationsReader } from './delegations-reader.js';
import {
  AddMemberDto,
  AskRankDto,
  EditMemberDto,
  MarkAttendanceDto,
  OrderMembersDto,
  RecordNeedsDto,
} from './delegations.dto.js';
import { DelegationsView } from './delegations.views.js';

@ApiTags('delegations')
@Controller()
export class DelegationsController {
  constructor(
    private readonly database: Database,
    private readonly page: DelegationsReader,
    private readonly addMember: AddMember,
    private readonly editMember: EditMember,
    private readonly removeMember: RemoveMember,
    private readonly orderMembers: OrderMembers,
    private readonly approveDelegation: ApproveDelegation,
    private readonly submitDelegation: SubmitDelegation,
    private readonly acceptDelegation: AcceptDelegation,
    private readonly askRank: AskRank,
    private readonly keepRank: KeepRank,
    private readonly recordNeeds: RecordNeeds,
    private readonly markAttendance: MarkAttendance,
  ) {}

  @Get('sessions/:id/delegations')
  @ApiOkResponse({ type: DelegationsView })
  read(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
  ): Promise<DelegationsView> {
    return this.page.read(actor, reading, id);
  }

  @Post('sessions/:id/delegations/members')
  @ApiOkResponse({ type: DelegationsView })
  async add(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Body() body: AddMemberDto,
  ): Promise<DelegationsView> {
    await this.addMember.run(actor, { sessionId: id, ...body });
    return this.page.read(actor, reading, id);
  }

  @Put('sessions/:id/delegations/order')
  @ApiOkResponse({ type: DelegationsView })
  async order(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: OrderMembersDto,
  ): Promise<DelegationsView> {
    await this.orderMembers.run(actor, { sessionId: id, version, memberIds: body.memberIds });
    return this.page.read(actor, reading, id);
  }

  @Post('sessions/:id/delegations/approve')
  @HttpCode(200)
  @ApiOkResponse({ type: DelegationsView })
  async approve(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<DelegationsView> {
    await this.approveDelegation.run(actor, { sessionId: id, version });
    return this.page.read(actor, reading, id);
  }

  @Post('sessions/:id/delegations/submit')
  @HttpCode(200)
  @ApiOkResponse({ type: DelegationsView })
  async submit(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<DelegationsView> {
    await this.submitDelegation.run(actor, { sessionId: id, version });
    return this.page.read(actor, reading, id);
  }

  @Post('sessions/:id/delegations/accept')
  @HttpCode(200)
  @ApiOkResponse({ type: DelegationsView })
  async accept(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<DelegationsView> {
    await this.acceptDelegation.run(actor, { sessionId: id, version });
    return this.page.read(actor, reading, id);
  }

  @Patch('delegation-members/:id')
  @ApiOkResponse({ type: DelegationsView })
  async edit(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: EditMemberDto,
  ): Promise<DelegationsView> {
    await this.editMember.run(actor, { memberId: id, version, ...body });
    return this.page.readByMember(actor, reading, id);
  }

  @Post('delegation-members/:id/remove')
  @HttpCode(200)
  @ApiOkResponse({ type: DelegationsView })
  async remove(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<DelegationsView> {
    await this.removeMember.run(actor, { memberId: id, version });
    return this.page.readByMember(actor, reading, id);
  }

  @Post('delegation-members/:id/rank-request')
  @HttpCode(200)
  @ApiOkResponse({ type: DelegationsView })
  async ask(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: AskRankDto,
  ): Promise<DelegationsView> {
    await this.askRank.run(actor, { memberId: id, version, rank: body.rank, note: body.note ?? '' });
    return this.page.readByMember(actor, reading, id);
  }

  @Post('delegation-members/:id/keep-rank')
  @HttpCode(200)
  @ApiOkResponse({ type: DelegationsView })
  async keep(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<DelegationsView> {
    await this.keepRank.run(actor, { memberId: id, version });
    return this.page.readByMember(actor, reading, id);
  }

  @Put('delegation-members/:id/needs')
  @ApiOkResponse({ type: DelegationsView })
  async needs(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: RecordNeedsDto,
  ): Promise<DelegationsView> {
    await this.recordNeeds.run(actor, { memberId: id, version, diet: body.diet, access: body.access });
    return this.page.readByMember(actor, reading, id);
  }

  @Put('delegation-members/:id/attendance')
  @ApiOkResponse({ type: DelegationsView })
  async attendance(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Body() body: MarkAttendanceDto,
  ): Promise<DelegationsView> {
    const itemId = body.itemId ?? null;
    if (itemId !== null) await this.assertItem(actor, id, itemId);
    await this.markAttendance.run(actor, { memberId: id, itemId, present: body.present });
    return this.page.readByMember(actor, reading, id);
  }

  /** Agendas stand above delegations, so the item is looked up here. @throws delegations.itemNotFound */
  private async assertItem(actor: Actor, memberId: string, itemId: string): Promise<void> {
    const reader = this.database.reader(actor);
    const sessionId = await sessionIdOfMember(reader, memberId);
    const agenda = sessionId === undefined ? undefined : await agendaOfSession(reader, actor.side, sessionId);
    if (sessionId === undefined) throw delegationsErrors.memberNotFound();
    const found = agenda?.items.find((item) => item.id === itemId);
    if (found?.kind !== 'item' || !isOnAgenda(found)) throw delegationsErrors.itemNotFound();
  }
}
