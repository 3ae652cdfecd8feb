import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiQuery, ApiTags } from '@nestjs/swagger';
import { isId, type Actor } from '#core/kernel';
import { Database, type Reader } from '#platform/database';
import {
  agendaContent,
  agendaErrors,
  agendaOfSession,
  agendaVersionBefore,
  findAgendaVersion,
  listAgendaVersions,
  type KeptAgenda,
} from '#forum/agenda';
import { CurrentActor, CurrentReading, type Reading } from '../http/decorators.js';
import { IdPipe } from '../http/id.pipe.js';
import { AgendaDiffView, AgendaVersionDetailView, AgendaVersionListView } from './agenda-versions.dto.js';
import { presentDiff, presentKeptAgenda, presentVersion } from './agenda-versions.presenter.js';

/** Reading the versions of an agenda: nothing here changes anything. */
@ApiTags('agenda')
@Controller()
export class AgendaVersionsController {
  constructor(private readonly database: Database) {}

  @Get('sessions/:id/agenda/versions')
  @ApiOkResponse({ type: AgendaVersionListView })
  async list(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
  ): Promise<AgendaVersionListView> {
    const rows = await listAgendaVersions(this.database.reader(actor), id);
    if (!rows) throw agendaErrors.notFound();
    return { items: rows.map((row) => presentVersion(row, actor, reading)) };
  }

  /** What changed since the reader's side last signed, or since a version, to the agenda as it stands; drafts are no part of it. */
  @Get('sessions/:id/agenda/changes')
  @ApiQuery({
    name: 'since',
    required: false,
    description: 'id of a version; the last one your side signed when left out',
  })
  @ApiOkResponse({ type: AgendaDiffView })
  async changes(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Query('since') since?: string,
  ): Promise<AgendaDiffView> {
    const reader = this.database.reader(actor);
    const agenda = await agendaOfSession(reader, actor.side, id);
    if (!agenda) throw agendaErrors.notFound();
    const from =
      since === undefined ? await this.lastSigned(reader, actor, id) : await this.versionOf(reader, since, agenda.id);
    return presentDiff(id, from, { content: agendaContent(agenda.items) }, actor, reading);
  }

  @Get('agenda-versions/:id')
  @ApiOkResponse({ type: AgendaVersionDetailView })
  async read(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
  ): Promise<AgendaVersionDetailView> {
    return presentKeptAgenda(await this.versionOf(this.database.reader(actor), id), actor, reading);
  }

  @Get('agenda-versions/:id/diff')
  @ApiQuery({ name: 'from', required: false, description: 'id of a version of the same agenda, or `previous`' })
  @ApiOkResponse({ type: AgendaDiffView })
  async diff(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Query('from') from = 'previous',
  ): Promise<AgendaDiffView> {
    const reader = this.database.reader(actor);
    const to = await this.versionOf(reader, id);
    const older =
      from === 'previous'
        ? await agendaVersionBefore(reader, to.agendaId, to.number)
        : await this.versionOf(reader, from, to.agendaId);
    return presentDiff(to.sessionId, older, to, actor, reading);
  }

  /** @throws agenda.versionNotFound, also for a version of another agenda than the one asked about */
  private async versionOf(reader: Reader, id: string, agendaId?: string): Promise<KeptAgenda> {
    const version = isId(id) ? await findAgendaVersion(reader, id) : undefined;
    if (!version || (agendaId !== undefined && version.agendaId !== agendaId)) throw agendaErrors.versionNotFound();
    return version;
  }

  /** The latest version with a key of the reader's side, cleared or not, else the latest one. */
  private async lastSigned(reader: Reader, actor: Actor, sessionId: string): Promise<KeptAgenda | undefined> {
    const versions = (await listAgendaVersions(reader, sessionId)) ?? [];
    const own = versions.find(({ signatures }) => signatures.some(({ side }) => side === actor.side));
    const since = own ?? versions[0];
    return since && findAgendaVersion(reader, since.id);
  }
}
