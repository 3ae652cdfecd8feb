import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#core/kernel';
import { CurrentActor, CurrentReading, type Reading } from '../http/decorators.js';
import { IdPipe } from '../http/id.pipe.js';
import { ReadingDto } from '../http/reading.dto.js';
import { ListRadioIssuesDto } from './radio.dto.js';
import { RadioReader } from './radio-reader.js';
import { RadioIssueDetailView, RadioIssueListView } from './radio.views.js';

/** The radio register (domain.md 3.10). */
@ApiTags('radio')
@Controller('radio-issues')
export class RadioController {
  constructor(private readonly page: RadioReader) {}

  @Get()
  @ApiOkResponse({ type: RadioIssueListView })
  list(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Query() query: ListRadioIssuesDto,
  ): Promise<RadioIssueListView> {
    return this.page.list(actor, reading, query);
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
}
