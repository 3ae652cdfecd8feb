import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { worklistOf, type WorkItem } from '#forum/worklist';
import { presentActionSummary } from '../actions/actions.presenter.js';
import { CurrentActor, CurrentReading, type Reading } from '../http/decorators.js';
import { presentText } from '../http/text.view.js';
import { presentSessionSummary } from '../sessions/sessions.presenter.js';
import { HomeView, WorkItemView } from './home.dto.js';

@ApiTags('home')
@Controller('home')
export class HomeController {
  constructor(private readonly database: Database) {}

  @Get()
  @ApiOkResponse({ type: HomeView })
  async read(@CurrentActor() actor: Actor, @CurrentReading() reading: Reading): Promise<HomeView> {
    const work = await worklistOf(this.database.reader(actor), actor);
    return {
      waitsForMe: work.mine.map((item) => presentWork(item, reading)),
      waitsForThem: work.theirs.map((item) => presentWork(item, reading)),
      nextSessions: work.nextSessions.map((row) => presentSessionSummary(row, actor, reading)),
      overdue: work.overdue.map((row) => presentActionSummary(row, actor.side, reading)),
    };
  }
}

function presentWork(item: WorkItem, reading: Reading): WorkItemView {
  const { path, title, ...rest } = item;
  return { ...rest, title: presentText(title, reading), href: path };
}
