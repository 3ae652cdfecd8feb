import { Body, Controller, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { AnswerSlot, datePollsErrors, DecideSlot, findPoll, HoldSlot, ReleaseHold } from '#forum/date-polls';
import { CurrentActor, CurrentReading, IfMatch, type Reading } from '../http/decorators.js';
import { IdPipe } from '../http/id.pipe.js';
import { asText } from '../sessions/arrangement.dto.js';
import { AnswerSlotDto, DecideSlotDto, HoldSlotDto } from './date-polls.dto.js';
import { presentPoll } from './date-polls.presenter.js';
import { DatePollView } from './date-polls.views.js';

const ifMatch = ApiHeader({ name: 'If-Match', required: true, description: 'etag of the poll' });

/** What is done to one slot; every answer is the whole poll as it is now. */
@ApiTags('date-polls')
@Controller()
export class SlotsController {
  constructor(
    private readonly database: Database,
    private readonly answerSlot: AnswerSlot,
    private readonly holdSlot: HoldSlot,
    private readonly releaseHold: ReleaseHold,
    private readonly decideSlot: DecideSlot,
  ) {}

  /** One tap: the same answer again changes nothing, so it needs neither If-Match nor a key. */
  @Put('date-poll-slots/:id/answers/:postId')
  @ApiOkResponse({ type: DatePollView })
  async answer(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) slotId: string,
    @Param('postId', IdPipe) postId: string,
    @Body() body: AnswerSlotDto,
  ): Promise<DatePollView> {
    return this.present(actor, reading, await this.answerSlot.run(actor, { slotId, postId, answer: body.answer }));
  }

  @Post('date-poll-slots/:id/hold')
  @HttpCode(200)
  @ifMatch
  @ApiOkResponse({ type: DatePollView })
  async hold(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) slotId: string,
    @IfMatch() version: number,
    @Body() body: HoldSlotDto,
  ): Promise<DatePollView> {
    return this.present(actor, reading, await this.holdSlot.run(actor, { slotId, version, until: body.until }));
  }

  @Post('session-holds/:id/release')
  @HttpCode(200)
  @ifMatch
  @ApiOkResponse({ type: DatePollView })
  async release(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) holdId: string,
    @IfMatch() version: number,
  ): Promise<DatePollView> {
    return this.present(actor, reading, await this.releaseHold.run(actor, { holdId, version }));
  }

  @Post('date-poll-slots/:id/decide')
  @HttpCode(200)
  @ifMatch
  @ApiOkResponse({ type: DatePollView })
  async decide(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) slotId: string,
    @IfMatch() version: number,
    @Body() { place, sameHostAgain, reason }: DecideSlotDto,
  ): Promise<DatePollView> {
    const terms = { place: place && asText(place), sameHostAgain, reason: reason ?? null };
    return this.present(actor, reading, await this.decideSlot.run(actor, { slotId, version, ...terms }));
  }

  private async present(actor: Actor, reading: Reading, pollId: string): Promise<DatePollView> {
    const poll = await findPoll(this.database.reader(actor), actor.side, pollId);
    if (!poll) throw datePollsErrors.notFound();
    return presentPoll(poll, actor, reading);
  }
}
