import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#core/kernel';
import { CancelRelease, ProposeWidening, ReleasePaper, ReviewPaper, WithdrawPaper } from '#forum/papers';
import { CurrentActor, CurrentReading, IfMatch, type Reading } from '../http/decorators.js';
import { IdPipe } from '../http/id.pipe.js';
import { CancelReleaseDto, ReleasePaperDto, WidenPaperDto } from './papers.dto.js';
import { PapersReader } from './papers-reader.js';
import { PaperView } from './papers.views.js';

/** What is done with a paper as a whole: reviewed, released, opened to more readers, taken back. */
@ApiTags('papers')
@Controller('papers/:id')
export class PaperActsController {
  constructor(
    private readonly page: PapersReader,
    private readonly reviewPaper: ReviewPaper,
    private readonly releasePaper: ReleasePaper,
    private readonly cancelRelease: CancelRelease,
    private readonly proposeWidening: ProposeWidening,
    private readonly withdrawPaper: WithdrawPaper,
  ) {}

  @Post('review')
  @HttpCode(200)
  @ApiOkResponse({ type: PaperView })
  async review(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<PaperView> {
    await this.reviewPaper.run(actor, { paperId: id, version });
    return this.page.read(actor, reading, id);
  }

  @Post('release')
  @HttpCode(200)
  @ApiOkResponse({ type: PaperView })
  async release(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: ReleasePaperDto,
  ): Promise<PaperView> {
    await this.releasePaper.run(actor, { paperId: id, version, ...body });
    return this.page.read(actor, reading, id);
  }

  @Post('cancel-release')
  @HttpCode(200)
  @ApiOkResponse({ type: PaperView })
  async cancel(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: CancelReleaseDto,
  ): Promise<PaperView> {
    await this.cancelRelease.run(actor, { paperId: id, version, ...body });
    return this.page.read(actor, reading, id);
  }

  /** Turns the own key on opening the paper to more readers; the other side's key, on the proposal, opens it. */
  @Post('widen')
  @HttpCode(200)
  @ApiOkResponse({ type: PaperView })
  async widen(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: WidenPaperDto,
  ): Promise<PaperView> {
    await this.proposeWidening.run(actor, { paperId: id, version, ...body });
    return this.page.read(actor, reading, id);
  }

  @Post('withdraw')
  @HttpCode(200)
  @ApiOkResponse({ type: PaperView })
  async withdraw(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<PaperView> {
    await this.withdrawPaper.run(actor, { paperId: id, version });
    return this.page.read(actor, reading, id);
  }
}
