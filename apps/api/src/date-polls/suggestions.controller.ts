import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { wallClock } from '#core/i18n';
import { commonErrors, otherSide, sideOrder, type Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { slotFacts, suggestSlots, type ScoredSlot, type SlotAsk } from '#forum/date-polls';
import { calendarNotesOf, daysBetween, workingDaysErrors } from '#forum/working-days';
import { CurrentActor, CurrentReading, type Reading } from '../http/decorators.js';
import { IdPipe } from '../http/id.pipe.js';
import { presentText } from '../http/text.view.js';
import { SuggestionsDto } from './date-polls.dto.js';
import { SlotSuggestionsView, type SuggestedSlotView } from './date-polls.views.js';

/** Half a year: further ahead than any session is planned. */
const MAX_DAYS = 186;

@ApiTags('date-polls')
@Controller()
export class SuggestionsController {
  constructor(private readonly database: Database) {}

  /** The next slots that both sides can hold, and for every day of the range why it is good or not. */
  @Get('channels/:id/slot-suggestions')
  @ApiOkResponse({ type: SlotSuggestionsView })
  async suggest(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) channelId: string,
    @Query() query: SuggestionsDto,
  ): Promise<SlotSuggestionsView> {
    const ask = askOf(query);
    const facts = await slotFacts(this.database.reader(actor), { channelId, side: actor.side, ...ask });
    if (!facts) throw commonErrors.notFound();
    const { slots, days } = suggestSlots(ask, facts, query.count ?? 5);
    return {
      zone: ask.zone,
      duration: ask.minutes,
      format: ask.format,
      items: slots.map(presentSlot),
      days: days.map(({ date, working, holidays, best, reasons }) => ({
        date,
        working,
        holidays: holidays.map((holiday) => ({ ...holiday, name: presentText(holiday.name, reading) })),
        best: best && presentSlot(best),
        reasons: [...reasons],
      })),
      calendarNotes: calendarNotesOf(facts.calendar, ask.from, ask.to, 'common', sideOrder(actor.side ?? 'neutral')),
    };
  }
}

/** @throws common.notATimeZone, working-days.rangeInverted, working-days.rangeTooLong */
function askOf({ from, to, duration = 120, format = 'in_person', zone = 'Asia/Seoul', host }: SuggestionsDto): SlotAsk {
  if (from > to) throw workingDaysErrors.rangeInverted({ from, to });
  const days = daysBetween(from, to) + 1;
  if (days > MAX_DAYS) throw workingDaysErrors.rangeTooLong({ days, max: MAX_DAYS });
  wallClock(`${from}T00:00:00Z`, zone);
  return { from, to, zone, minutes: duration, format, guest: host ? otherSide(host) : null };
}

function presentSlot({ startsAt, endsAt, score, reasons }: ScoredSlot): SuggestedSlotView {
  return { startsAt, endsAt, score, reasons: [...reasons] };
}
