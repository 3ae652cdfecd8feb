import { Body, Controller, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#core/kernel';
import { Database } from '#platform/database';
import {
  AddProgrammeItem,
  EditProgrammeItem,
  findSession,
  listProgramme,
  readSessionFacts,
  sessionOffers,
  sessionsErrors,
  type ProgrammeContent,
} from '#forum/sessions';
import { addDays, daysBetween } from '#forum/working-days';
import { CurrentActor, CurrentReading, etagOf, IfMatch, type Reading } from '../http/decorators.js';
import { IdPipe } from '../http/id.pipe.js';
import { presentText, presentTextOrNull } from '../http/text.view.js';
import { asText } from './arrangement.dto.js';
import { ProgrammeItemDto, ProgrammeView } from './programme.dto.js';

@ApiTags('sessions')
@Controller()
export class ProgrammeController {
  constructor(
    private readonly database: Database,
    private readonly addItem: AddProgrammeItem,
    private readonly editItem: EditProgrammeItem,
  ) {}

  @Get('sessions/:id/programme')
  @ApiOkResponse({ type: ProgrammeView })
  read(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
  ): Promise<ProgrammeView> {
    return this.present(actor, reading, id);
  }

  @Post('sessions/:id/programme')
  @ApiOkResponse({ type: ProgrammeView })
  async add(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Body() body: ProgrammeItemDto,
  ): Promise<ProgrammeView> {
    await this.addItem.run(actor, id, asContent(body));
    return this.present(actor, reading, id);
  }

  @Patch('programme-items/:id')
  @ApiOkResponse({ type: ProgrammeView })
  async edit(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: ProgrammeItemDto,
  ): Promise<ProgrammeView> {
    const sessionId = await this.editItem.run(actor, { itemId: id, version, content: asContent(body) });
    return this.present(actor, reading, sessionId);
  }

  @Post('programme-items/:id/remove')
  @HttpCode(200)
  @ApiOkResponse({ type: ProgrammeView })
  async remove(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<ProgrammeView> {
    const sessionId = await this.editItem.run(actor, { itemId: id, version, content: null });
    return this.present(actor, reading, sessionId);
  }

  private async present(actor: Actor, reading: Reading, id: string): Promise<ProgrammeView> {
    const reader = this.database.reader(actor);
    const [session, facts, items] = await Promise.all([
      findSession(reader, actor.side, id),
      readSessionFacts(reader, id),
      listProgramme(reader, id),
    ]);
    if (!session || !facts) throw sessionsErrors.notFound();
    return {
      zone: session.zone,
      days: daysBetween(session.startDate, session.endDate ?? session.startDate) + 1,
      items: items.map((item) => ({
        id: item.id,
        etag: etagOf(item.version),
        kind: item.kind,
        day: item.day,
        date: addDays(session.startDate, item.day - 1),
        startTime: item.startTime,
        endTime: item.endTime,
        title: presentText(item.title, reading),
        place: presentTextOrNull(item.place, reading),
      })),
      allowedActions: sessionOffers(facts, actor).filter(({ action }) => action === 'edit-programme'),
    };
  }
}

function asContent(dto: ProgrammeItemDto): ProgrammeContent {
  return {
    kind: dto.kind,
    day: dto.day,
    startTime: dto.startTime ?? null,
    endTime: dto.endTime ?? null,
    title: asText(dto.title),
    place: dto.place ? asText(dto.place) : null,
  };
}
