import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { commonErrors, type Actor } from '#core/kernel';
import { Database } from '#platform/database';
import {
  checkGlossary,
  countAreas,
  findTerm,
  glossaryErrors,
  listTerms,
  noteOf,
  perLanguage,
  ProposeChange,
  ProposeRestoration,
  ProposeRetirement,
  ProposeTerm,
  termHistory,
  termsByCode,
  type TermInput,
} from '#forum/glossary';
import { listProposals, openProposalsOf } from '#forum/two-key';
import { CurrentActor, CurrentReading, IfMatch, type Reading } from '../http/decorators.js';
import { IdPipe } from '../http/id.pipe.js';
import { CheckTextsDto, GlossaryCheckView } from './glossary-check.dto.js';
import {
  GlossaryTermView,
  GlossaryView,
  ListTermsDto,
  ProposeChangeDto,
  ProposeEndDto,
  ProposeTermDto,
  TermHistoryView,
} from './glossary.dto.js';
import { presentCheck, presentGlossaryActions, presentTerm, presentVersion } from './glossary.presenter.js';

const ifMatch = ApiHeader({ name: 'If-Match', required: true, description: 'etag of the term' });

@ApiTags('glossary')
@Controller('glossary')
export class GlossaryController {
  constructor(
    private readonly database: Database,
    private readonly proposeTerm: ProposeTerm,
    private readonly proposeChange: ProposeChange,
    private readonly proposeRetirement: ProposeRetirement,
    private readonly proposeRestoration: ProposeRestoration,
  ) {}

  /** The agreed terms, searched in all three languages at once; what a side has proposed is among them for both. */
  @Get()
  @ApiOkResponse({ type: GlossaryView })
  async list(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Query() { q, area, state, open, limit = 50, cursor }: ListTermsDto,
  ): Promise<GlossaryView> {
    const offset = offsetOf(cursor);
    const reader = this.database.reader(actor);
    const filter = { search: q, state, open };
    const rows = await listTerms(reader, { ...filter, area, language: reading.language, limit, offset });
    const proposals = await listProposals(reader, { subjectType: 'glossary_term', state: 'open', limit: 5000 });
    const hasMore = rows.length > limit;
    return {
      items: rows.slice(0, limit).map((term) =>
        presentTerm(
          term,
          proposals.filter(({ subjectId }) => subjectId === term.id),
          actor,
          reading,
        ),
      ),
      areas: await countAreas(reader, filter),
      hasMore,
      nextCursor: hasMore ? String(offset + limit) : null,
      allowedActions: presentGlossaryActions(actor),
    };
  }

  /**
   * Reads drafts against the agreed terms: which terms they use, where they depart from them, and which words are false friends. A POST,
   * because what is being written belongs in no address; nothing of it is kept.
   */
  @Post('check')
  @HttpCode(200)
  @ApiOkResponse({ type: GlossaryCheckView })
  async check(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Body() { texts, source }: CheckTextsDto,
  ): Promise<GlossaryCheckView> {
    const reader = this.database.reader(actor);
    const check = await checkGlossary(reader, { texts, source });
    const codes = check.falseFriends.flatMap(({ termCode }) => termCode ?? []);
    const terms = codes.length > 0 ? await termsByCode(reader, codes) : [];
    return presentCheck(check, new Map(terms.map(({ code, id }) => [code, id])), reading);
  }

  @Get('terms/:id')
  @ApiOkResponse({ type: GlossaryTermView })
  read(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
  ): Promise<GlossaryTermView> {
    return this.presentById(actor, reading, id);
  }

  /** Every wording that was agreed, with the keys that were turned on it. */
  @Get('terms/:id/history')
  @ApiOkResponse({ type: TermHistoryView })
  async history(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
  ): Promise<TermHistoryView> {
    const reader = this.database.reader(actor);
    if (!(await findTerm(reader, id))) throw glossaryErrors.notFound();
    return { items: (await termHistory(reader, id)).map((row) => presentVersion(row, actor, reading)) };
  }

  /** Proposes a new term. 403 for who turns no key; 409 glossary.codeTaken; 422 glossary.formTwice, .areaMalformed, .codeMalformed */
  @Post('terms')
  @ApiCreatedResponse({ type: GlossaryTermView })
  async propose(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Body() body: ProposeTermDto,
  ): Promise<GlossaryTermView> {
    const id = await this.proposeTerm.run(actor, { area: body.area, code: body.code, ...inputOf(body) });
    return this.presentById(actor, reading, id);
  }

  /** Proposes other words; on a term that is only proposed, a counter-proposal. 409 glossary.nothingChanged, two-key.alreadyProposed */
  @Post('terms/:id/proposals')
  @ifMatch
  @ApiCreatedResponse({ type: GlossaryTermView })
  async change(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) termId: string,
    @IfMatch() version: number,
    @Body() body: ProposeChangeDto,
  ): Promise<GlossaryTermView> {
    await this.proposeChange.run(actor, { termId, version, ...inputOf(body) });
    return this.presentById(actor, reading, termId);
  }

  @Post('terms/:id/retirement')
  @ifMatch
  @ApiCreatedResponse({ type: GlossaryTermView })
  async retire(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) termId: string,
    @IfMatch() version: number,
    @Body() { reason }: ProposeEndDto,
  ): Promise<GlossaryTermView> {
    await this.proposeRetirement.run(actor, { termId, version, reason: reason ?? null });
    return this.presentById(actor, reading, termId);
  }

  @Post('terms/:id/restoration')
  @ifMatch
  @ApiCreatedResponse({ type: GlossaryTermView })
  async restore(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) termId: string,
    @IfMatch() version: number,
    @Body() { reason }: ProposeEndDto,
  ): Promise<GlossaryTermView> {
    await this.proposeRestoration.run(actor, { termId, version, reason: reason ?? null });
    return this.presentById(actor, reading, termId);
  }

  private async presentById(actor: Actor, reading: Reading, id: string): Promise<GlossaryTermView> {
    const term = await findTerm(this.database.reader(actor), id);
    if (!term) throw glossaryErrors.notFound();
    const open = await openProposalsOf(this.database.reader(actor), 'glossary_term', id);
    return presentTerm(term, open, actor, reading);
  }
}

function inputOf({ ko, ja, en, note, binding, reason }: ProposeChangeDto): TermInput {
  const given = { ko, ja, en };
  return {
    words: perLanguage((lang) => ({
      term: given[lang].term,
      also: given[lang].also ?? [],
      avoid: given[lang].avoid ?? [],
    })),
    note: noteOf(note ?? {}),
    binding: binding ?? false,
    reason: reason ?? null,
  };
}

/** @throws common.notACursor */
function offsetOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  if (!/^\d{1,6}$/u.test(cursor))
    throw commonErrors.notACursor({}, [{ path: 'cursor', code: commonErrors.notACursor.code }]);
  return Number(cursor);
}
