import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { commonErrors, isId, type Actor } from '#core/kernel';
import { Database } from '#platform/database';
import {
  AddSlots,
  ClosePoll,
  CreatePoll,
  datePollsErrors,
  ExtendDeadline,
  findPoll,
  HandOver,
  listPolls,
  NameParticipants,
  pollWaitingPosts,
  SharePoll,
  WithdrawPoll,
} from '#forum/date-polls';
import { CurrentActor, CurrentReading, IfMatch, type Reading } from '../http/decorators.js';
import { IdPipe } from '../http/id.pipe.js';
import { presentPost } from '../identity/identity.presenter.js';
import { AddSlotsDto, CreatePollDto, ExtendDeadlineDto, ListPollsDto, NameParticipantsDto } from './date-polls.dto.js';
import { presentPoll, presentPollItem } from './date-polls.presenter.js';
import { DatePollListView, DatePollView, WaitingPostsView } from './date-polls.views.js';

const ifMatch = ApiHeader({ name: 'If-Match', required: true, description: 'etag of the poll' });

@ApiTags('date-polls')
@Controller('date-polls')
export class DatePollsController {
  constructor(
    private readonly database: Database,
    private readonly createPoll: CreatePoll,
    private readonly addSlots: AddSlots,
    private readonly sharePoll: SharePoll,
    private readonly nameParticipants: NameParticipants,
    private readonly handOver: HandOver,
    private readonly extendDeadline: ExtendDeadline,
    private readonly closePoll: ClosePoll,
    private readonly withdrawPoll: WithdrawPoll,
  ) {}

  @Get()
  @ApiOkResponse({ type: DatePollListView })
  async list(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Query() query: ListPollsDto,
  ): Promise<DatePollListView> {
    if (query.cursor !== undefined && !isId(query.cursor))
      throw commonErrors.notACursor({}, [{ path: 'cursor', code: commonErrors.notACursor.code }]);
    const limit = query.limit ?? 50;
    const filter = { channelId: query.channel, sessionId: query.session, state: query.state, after: query.cursor };
    const rows = await listPolls(this.database.reader(actor), { side: actor.side, ...filter, limit });
    const items = rows.slice(0, limit).map((row) => presentPollItem(row, actor, reading));
    const hasMore = rows.length > limit;
    return { items, hasMore, nextCursor: hasMore ? (items.at(-1)?.id ?? null) : null };
  }

  @Get(':id')
  @ApiOkResponse({ type: DatePollView })
  read(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
  ): Promise<DatePollView> {
    return this.present(actor, reading, id);
  }

  @Get(':id/waiting')
  @ApiOkResponse({ type: WaitingPostsView, description: 'posts of the own side that still owe answers' })
  async waiting(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
  ): Promise<WaitingPostsView> {
    const reader = this.database.reader(actor);
    if (!(await findPoll(reader, actor.side, id))) throw datePollsErrors.notFound();
    const rows = actor.side === null ? [] : await pollWaitingPosts(reader, id, actor.side);
    return { items: rows.map((row) => ({ ...row, post: presentPost(row.post, reading) })) };
  }

  @Post()
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: DatePollView })
  async create(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Body() body: CreatePollDto,
  ): Promise<DatePollView> {
    const id = await this.createPoll.run(actor, { ...body, bothHeads: body.bothHeads ?? true });
    return this.present(actor, reading, id);
  }

  @Post(':id/slots')
  @HttpCode(200)
  @ifMatch
  @ApiOkResponse({ type: DatePollView })
  async add(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) pollId: string,
    @IfMatch() version: number,
    @Body() body: AddSlotsDto,
  ): Promise<DatePollView> {
    await this.addSlots.run(actor, { pollId, version, slots: body.slots });
    return this.present(actor, reading, pollId);
  }

  /** Takes no If-Match: the list is the own side's alone and no part of what the poll's etag names. */
  @Put(':id/participants')
  @ApiOkResponse({ type: DatePollView })
  async name(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) pollId: string,
    @Body() body: NameParticipantsDto,
  ): Promise<DatePollView> {
    await this.nameParticipants.run(actor, { pollId, participants: body.participants });
    return this.present(actor, reading, pollId);
  }

  @Post(':id/share')
  @HttpCode(200)
  @ifMatch
  @ApiOkResponse({ type: DatePollView })
  async share(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) pollId: string,
    @IfMatch() version: number,
  ): Promise<DatePollView> {
    await this.sharePoll.run(actor, { pollId, version });
    return this.present(actor, reading, pollId);
  }

  @Post(':id/hand-over')
  @HttpCode(200)
  @ifMatch
  @ApiOkResponse({ type: DatePollView })
  async handOverVerdicts(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) pollId: string,
    @IfMatch() version: number,
  ): Promise<DatePollView> {
    await this.handOver.run(actor, { pollId, version });
    return this.present(actor, reading, pollId);
  }

  @Post(':id/extend')
  @HttpCode(200)
  @ifMatch
  @ApiOkResponse({ type: DatePollView })
  async extend(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) pollId: string,
    @IfMatch() version: number,
    @Body() body: ExtendDeadlineDto,
  ): Promise<DatePollView> {
    await this.extendDeadline.run(actor, { pollId, version, deadline: body.deadline });
    return this.present(actor, reading, pollId);
  }

  @Post(':id/close')
  @HttpCode(200)
  @ifMatch
  @ApiOkResponse({ type: DatePollView })
  async close(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) pollId: string,
    @IfMatch() version: number,
  ): Promise<DatePollView> {
    await this.closePoll.run(actor, { pollId, version });
    return this.present(actor, reading, pollId);
  }

  @Post(':id/withdraw')
  @HttpCode(200)
  @ifMatch
  @ApiOkResponse({ type: DatePollView })
  async withdraw(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) pollId: string,
    @IfMatch() version: number,
  ): Promise<DatePollView> {
    await this.withdrawPoll.run(actor, { pollId, version });
    return this.present(actor, reading, pollId);
  }

  private async present(actor: Actor, reading: Reading, id: string): Promise<DatePollView> {
    const poll = await findPoll(this.database.reader(actor), actor.side, id);
    if (!poll) throw datePollsErrors.notFound();
    return presentPoll(poll, actor, reading);
  }
}
