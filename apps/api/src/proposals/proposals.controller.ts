import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { commonErrors, isId, otherSide, type Actor, type Side } from '#core/kernel';
import { Database } from '#platform/database';
import {
  AcceptProposal,
  findProposal,
  listProposals,
  RefuseProposal,
  subjectsOf,
  twoKeyErrors,
  WithdrawProposal,
  type ProposalRow,
} from '#forum/two-key';
import { CurrentActor, CurrentReading, type Reading } from '../http/decorators.js';
import { IdPipe } from '../http/id.pipe.js';
import {
  AcceptProposalDto,
  ListProposalsDto,
  ProposalListView,
  ProposalView,
  RefuseProposalDto,
} from './proposals.dto.js';
import { presentProposal } from './proposals.presenter.js';

@ApiTags('proposals')
@Controller('proposals')
export class ProposalsController {
  constructor(
    private readonly database: Database,
    private readonly acceptProposal: AcceptProposal,
    private readonly refuseProposal: RefuseProposal,
    private readonly withdrawProposal: WithdrawProposal,
  ) {}

  @Get()
  @ApiOkResponse({ type: ProposalListView })
  async list(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Query() query: ListProposalsDto,
  ): Promise<ProposalListView> {
    const { limit = 50, subjectType, subjectId, state, waiting, cursor } = query;
    if (cursor !== undefined && !isId(cursor))
      throw commonErrors.notACursor({}, [{ path: 'cursor', code: commonErrors.notACursor.code }]);
    // Who belongs to no side has nothing that waits for it.
    if (waiting !== undefined && actor.side === null) return { items: [], hasMore: false, nextCursor: null };
    const rows = await listProposals(this.database.reader(actor), {
      subjectType,
      subjectId,
      state,
      waitingFor: waitingSide(waiting, actor.side),
      limit,
      after: cursor,
    });
    const items = rows.slice(0, limit);
    const hasMore = rows.length > limit;
    return {
      items: await this.present(actor, reading, items),
      hasMore,
      nextCursor: hasMore ? (items.at(-1)?.id ?? null) : null,
    };
  }

  @Get(':id')
  @ApiOkResponse({ type: ProposalView })
  read(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
  ): Promise<ProposalView> {
    return this.presentOne(actor, reading, id);
  }

  @Post(':id/accept')
  @HttpCode(200)
  @ApiOkResponse({ type: ProposalView })
  async accept(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Body() body: AcceptProposalDto,
  ): Promise<ProposalView> {
    await this.acceptProposal.run(actor, { proposalId: id, hash: body.hash });
    return this.presentOne(actor, reading, id);
  }

  @Post(':id/refuse')
  @HttpCode(200)
  @ApiOkResponse({ type: ProposalView })
  async refuse(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Body() body: RefuseProposalDto,
  ): Promise<ProposalView> {
    await this.refuseProposal.run(actor, { proposalId: id, reason: body.reason ?? null });
    return this.presentOne(actor, reading, id);
  }

  @Post(':id/withdraw')
  @HttpCode(200)
  @ApiOkResponse({ type: ProposalView })
  async withdraw(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
  ): Promise<ProposalView> {
    await this.withdrawProposal.run(actor, { proposalId: id });
    return this.presentOne(actor, reading, id);
  }

  private async presentOne(actor: Actor, reading: Reading, id: string): Promise<ProposalView> {
    const row = await findProposal(this.database.reader(actor), id);
    const [view] = row ? await this.present(actor, reading, [row]) : [];
    if (!view) throw twoKeyErrors.proposalNotFound();
    return view;
  }

  private async present(actor: Actor, reading: Reading, rows: readonly ProposalRow[]): Promise<ProposalView[]> {
    const subjects = await subjectsOf(this.database.reader(actor), actor.side, rows);
    return rows.map((row) => presentProposal(row, subjects.get(row.subjectId), actor, reading));
  }
}

/** The side that has to decide. */
function waitingSide(waiting: 'me' | 'them' | undefined, side: Side | null): Side | undefined {
  if (waiting === undefined || side === null) return undefined;
  return waiting === 'me' ? side : otherSide(side);
}
