import { Body, Controller, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#core/kernel';
import { LinkIssue, RaiseIssue, SetNextCheck, UnlinkIssue } from '#forum/radio';
import { CurrentActor, CurrentReading, IfMatch, type Reading } from '../http/decorators.js';
import { IdPipe } from '../http/id.pipe.js';
import { RadioReader } from './radio-reader.js';
import { RadioIssueDetailView } from './radio.views.js';
import { LinkRadioIssueDto, RadioNextCheckDto, RaiseRadioIssueDto } from './write.dto.js';

/** What a case is connected with: the next check, the sessions it was raised in, other cases. */
@ApiTags('radio')
@Controller('radio-issues/:id')
export class RadioConnectionsController {
  constructor(
    private readonly page: RadioReader,
    private readonly setNextCheck: SetNextCheck,
    private readonly raiseIssue: RaiseIssue,
    private readonly linkIssue: LinkIssue,
    private readonly unlinkIssue: UnlinkIssue,
  ) {}

  @Put('next-check')
  @ApiOkResponse({ type: RadioIssueDetailView })
  async check(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: RadioNextCheckDto,
  ): Promise<RadioIssueDetailView> {
    await this.setNextCheck.run(actor, { issueId: id, version, on: body.on });
    return this.page.read(actor, reading, id);
  }

  @Post('meetings')
  @HttpCode(200)
  @ApiOkResponse({ type: RadioIssueDetailView })
  async raise(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: RaiseRadioIssueDto,
  ): Promise<RadioIssueDetailView> {
    await this.raiseIssue.run(actor, { issueId: id, version, ...body });
    return this.page.read(actor, reading, id);
  }

  @Post('links')
  @HttpCode(200)
  @ApiOkResponse({ type: RadioIssueDetailView })
  async link(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Body() body: LinkRadioIssueDto,
  ): Promise<RadioIssueDetailView> {
    await this.linkIssue.run(actor, { issueId: id, otherId: body.otherId });
    return this.page.read(actor, reading, id);
  }

  @Post('links/:linkId/remove')
  @HttpCode(200)
  @ApiOkResponse({ type: RadioIssueDetailView })
  async unlink(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Param('linkId', IdPipe) linkId: string,
  ): Promise<RadioIssueDetailView> {
    await this.unlinkIssue.run(actor, { issueId: id, linkId });
    return this.page.read(actor, reading, id);
  }
}
