import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { givenText, type Actor } from '#core/kernel';
import { Database } from '#platform/database';
import {
  AddMeeting,
  AddMeetingItem,
  EditMeeting,
  listMeetings,
  ShareMeeting,
  type MeetingFacts,
} from '#forum/multilateral';
import { CurrentActor, CurrentReading, IfMatch, type Reading } from '../http/decorators.js';
import { IdPipe } from '../http/id.pipe.js';
import { ReadingDto } from '../http/reading.dto.js';
import { pageAsk, presentPage } from '../record/page.js';
import { AddMeetingDto, AddMeetingItemDto, assertZone, EditMeetingDto, ListMeetingsDto } from './multilateral.dto.js';
import { adding, presentMeeting } from './multilateral.presenter.js';
import { MultilateralReader } from './multilateral-reader.js';
import { MultilateralMeetingDetailView, MultilateralMeetingListView } from './multilateral.views.js';

/** Meetings of other organisations: the record's and those a side adds. */
@ApiTags('multilateral')
@Controller('multilateral-meetings')
export class MultilateralController {
  constructor(
    private readonly database: Database,
    private readonly page: MultilateralReader,
    private readonly addMeeting: AddMeeting,
    private readonly editMeeting: EditMeeting,
    private readonly shareMeeting: ShareMeeting,
    private readonly addItem: AddMeetingItem,
  ) {}

  @Get()
  @ApiOkResponse({ type: MultilateralMeetingListView })
  async list(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Query() query: ListMeetingsDto,
  ): Promise<MultilateralMeetingListView> {
    const { forum, when } = query;
    const rows = await listMeetings(this.database.reader(actor), { forum, when }, pageAsk(query));
    return { ...presentPage(rows, (row) => presentMeeting(row, reading)), allowedActions: adding(actor) };
  }

  @Post()
  @ApiOkResponse({ type: MultilateralMeetingDetailView })
  async add(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Body() body: AddMeetingDto,
  ): Promise<MultilateralMeetingDetailView> {
    return this.page.read(actor, reading, await this.addMeeting.run(actor, factsOf(body)));
  }

  /** 404 multilateral.notFound */
  @Get(':id')
  @ApiOkResponse({ type: MultilateralMeetingDetailView })
  read(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Query() _query: ReadingDto,
  ): Promise<MultilateralMeetingDetailView> {
    return this.page.read(actor, reading, id);
  }

  /** Changes a draft at once; of a shared meeting it turns the own key on the change, which the other side's key makes. */
  @Patch(':id')
  @ApiOkResponse({ type: MultilateralMeetingDetailView })
  async edit(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: EditMeetingDto,
  ): Promise<MultilateralMeetingDetailView> {
    await this.editMeeting.run(actor, { meetingId: id, version, facts: factsOf(body), reason: body.reason });
    return this.page.read(actor, reading, id);
  }

  @Post(':id/share')
  @HttpCode(200)
  @ApiOkResponse({ type: MultilateralMeetingDetailView })
  async share(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<MultilateralMeetingDetailView> {
    await this.shareMeeting.run(actor, { meetingId: id, version });
    return this.page.read(actor, reading, id);
  }

  @Post(':id/items')
  @ApiOkResponse({ type: MultilateralMeetingDetailView })
  async item(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Body() body: AddMeetingItemDto,
  ): Promise<MultilateralMeetingDetailView> {
    await this.addItem.run(actor, { meetingId: id, ...body });
    return this.page.read(actor, reading, id);
  }
}

/** @throws common.notATimeZone, common.required */
function factsOf({ forum, lang, name, place, from, to, zone }: AddMeetingDto): MeetingFacts {
  assertZone(zone, 'zone');
  const named = place !== undefined && Object.values(place).some((text) => text !== undefined);
  return {
    forum,
    name: givenText(name, lang, 'name'),
    place: named ? givenText(place, lang, 'place') : null,
    from,
    to: to ?? null,
    zone,
  };
}
