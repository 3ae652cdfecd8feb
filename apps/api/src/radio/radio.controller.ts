import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#core/kernel';
import { DraftIssue, EditIssue } from '#forum/radio';
import { CurrentActor, CurrentReading, IfMatch, type Reading } from '../http/decorators.js';
import { IdPipe } from '../http/id.pipe.js';
import { ReadingDto } from '../http/reading.dto.js';
import { FindRadioOverlapsDto, ListRadioIssuesDto } from './radio.dto.js';
import { RadioReader } from './radio-reader.js';
import { RadioIssueDetailView, RadioIssueListView, RadioOverlapListView } from './radio.views.js';
import { DraftRadioIssueDto, EditRadioIssueDto } from './write.dto.js';

/** The radio register (domain.md 3.10). */
@ApiTags('radio')
@Controller('radio-issues')
export class RadioController {
  constructor(
    private readonly page: RadioReader,
    private readonly draftIssue: DraftIssue,
    private readonly editIssue: EditIssue,
  ) {}

  @Get()
  @ApiOkResponse({ type: RadioIssueListView })
  list(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Query() query: ListRadioIssuesDto,
  ): Promise<RadioIssueListView> {
    return this.page.list(actor, reading, query);
  }

  /** Cases that share band and area with what is asked; links are offered by it. */
  @Get('overlaps')
  @ApiOkResponse({ type: RadioOverlapListView })
  overlaps(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Query() query: FindRadioOverlapsDto,
  ): Promise<RadioOverlapListView> {
    return this.page.overlaps(actor, reading, query);
  }

  /** A draft of the own side. */
  @Post()
  @ApiOkResponse({ type: RadioIssueDetailView })
  async draft(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Body() body: DraftRadioIssueDto,
  ): Promise<RadioIssueDetailView> {
    return this.page.read(actor, reading, await this.draftIssue.run(actor, body));
  }

  /** 404 radio.notFound */
  @Get(':id')
  @ApiOkResponse({ type: RadioIssueDetailView })
  read(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Query() _query: ReadingDto,
  ): Promise<RadioIssueDetailView> {
    return this.page.read(actor, reading, id);
  }

  /** Until the other side has acknowledged it; from then on a change takes two keys. */
  @Patch(':id')
  @ApiOkResponse({ type: RadioIssueDetailView })
  async edit(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: EditRadioIssueDto,
  ): Promise<RadioIssueDetailView> {
    await this.editIssue.run(actor, { issueId: id, version, ...body });
    return this.page.read(actor, reading, id);
  }
}
