import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { sideOrder, type Actor, type Side } from '#core/kernel';
import { Database } from '#platform/database';
import { isAgreed, listCommitments, type CommitmentFilter, type CommitmentRow } from '#forum/commitments';
import { shownDate } from '#forum/provenance';
import { sessionTitle } from '#forum/sessions';
import { commitmentFilter } from '../commitments/commitments.controller.js';
import { ListCommitmentsDto } from '../commitments/commitments.dto.js';
import { CurrentActor, CurrentReading, type Reading } from '../http/decorators.js';
import { EXPORT_PAGE, sendExport, type ExportColumn, type ExportFormat } from './sheet-writer.js';

/** The list of commitments as a file: the same filters, the reader's own sight, in one language or in all three. */
@ApiTags('commitments')
@Controller('commitments')
export class CommitmentExportController {
  constructor(private readonly database: Database) {}

  /** As an Excel workbook: dates are dates, and a month stays a month. */
  @Get('export.xlsx')
  @ApiProduces('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  workbook(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Query() query: ListCommitmentsDto,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.send(actor, reading, query, reply, 'xlsx');
  }

  /** As CSV: UTF-8 with byte order mark, CR LF, nothing that a spreadsheet would run. */
  @Get('export.csv')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  table(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Query() query: ListCommitmentsDto,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.send(actor, reading, query, reply, 'csv');
  }

  private send(
    actor: Actor,
    reading: Reading,
    query: ListCommitmentsDto,
    reply: FastifyReply,
    format: ExportFormat,
  ): Promise<void> {
    const pages = this.pages(actor, commitmentFilter(query));
    return sendExport(reply, { name: 'commitments', columns: columnsFor(actor), pages }, format, reading);
  }

  private async *pages(actor: Actor, filter: CommitmentFilter): AsyncGenerator<CommitmentRow[]> {
    const reader = this.database.reader(actor);
    let page = await listCommitments(reader, actor.side, filter, { limit: EXPORT_PAGE });
    yield page.items;
    while (page.next !== null) {
      page = await listCommitments(reader, actor.side, filter, { limit: EXPORT_PAGE, after: page.next });
      yield page.items;
    }
  }
}

/** The reader's own side first, as on the screen. */
const ownFirst = (side: Side | null) => sideOrder(side ?? 'neutral', 'kr');

const columnsFor = ({ side }: Actor): ExportColumn<CommitmentRow>[] => [
  { key: 'code', kind: 'text', width: 14, cell: ({ code }) => code },
  { key: 'text', kind: 'words', width: 50, text: ({ text }) => text },
  { key: 'instrument', kind: 'words', width: 32, text: ({ instrument }) => instrument?.name ?? null },
  { key: 'area', kind: 'words', width: 20, text: ({ area }) => area?.name ?? null },
  { key: 'session', kind: 'words', width: 32, text: ({ session }) => session && sessionTitle(session, side) },
  {
    key: 'madeOn',
    kind: 'date',
    width: 12,
    cell: ({ instrument, session }) => (instrument ? shownDate(instrument).value : (session?.startDate ?? null)),
  },
  { key: 'strength', kind: 'text', width: 22, cell: ({ strength }, t) => t(`web-words:strength.${strength}`) },
  {
    key: 'side',
    kind: 'text',
    width: 12,
    cell: ({ strengthSide }, t) => t(`common:sides.${strengthSide ?? 'both'}`),
  },
  {
    key: 'agreed',
    kind: 'text',
    width: 12,
    cell: ({ strength, status }, t) => t(isAgreed(strength, status) ? 'exports:yes' : 'exports:no'),
  },
  { key: 'status', kind: 'text', width: 18, cell: ({ status }, t) => t(`web-words:commitment.${status}`) },
  { key: 'statusAsOf', kind: 'date', width: 12, cell: ({ statusAsOf }) => statusAsOf },
  { key: 'due', kind: 'date', width: 12, cell: ({ due }) => due && shownDate(due).value },
  {
    key: 'acting',
    kind: 'text',
    width: 12,
    cell: ({ actingSide }, t) => actingSide && t(`common:sides.${actingSide}`),
  },
  ...ownFirst(side).map((one): ExportColumn<CommitmentRow> => ({
    key: `${one}Post`,
    kind: 'words',
    width: 24,
    text: ({ krPost, jpPost }) => (one === 'kr' ? krPost : jpPost)?.title ?? null,
  })),
  { key: 'measure', kind: 'words', width: 36, text: ({ measure }) => measure },
  { key: 'quote', kind: 'text', width: 44, cell: ({ quote }) => quote?.text ?? null },
  { key: 'topics', kind: 'words', width: 20, text: ({ topics }) => topics.map(({ name }) => name) },
  { key: 'channels', kind: 'words', width: 28, text: ({ channels }) => channels.map(({ name }) => name) },
  { key: 'followed', kind: 'words', width: 44, text: ({ followUp }) => followUp },
  ...ownFirst(side).map((one): ExportColumn<CommitmentRow> => ({
    key: `${one}Evidence`,
    kind: 'number',
    width: 10,
    cell: ({ evidenceCount }) => evidenceCount[one],
  })),
  {
    key: 'illustrative',
    kind: 'text',
    width: 14,
    cell: ({ illustrative }, t) => (illustrative ? t('common:badges.illustrative') : null),
  },
];
