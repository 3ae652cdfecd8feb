import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { listActions, type ActionFilter, type ActionRow } from '#forum/actions';
import { sessionTitle } from '#forum/sessions';
import { actionFilter } from '../actions/action-filter.js';
import { ListActionsDto } from '../actions/actions.dto.js';
import { CurrentActor, CurrentReading, type Reading } from '../http/decorators.js';
import { EXPORT_PAGE, sendExport, type ExportColumn, type ExportFormat } from './sheet-writer.js';

/** The list of action items as a file: the same filters, the reader's own sight, in one language or in all three. */
@ApiTags('action-items')
@Controller('action-items')
export class ActionExportController {
  constructor(private readonly database: Database) {}

  /** As an Excel workbook: dates are dates. */
  @Get('export.xlsx')
  @ApiProduces('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  workbook(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Query() query: ListActionsDto,
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
    @Query() query: ListActionsDto,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.send(actor, reading, query, reply, 'csv');
  }

  private send(
    actor: Actor,
    reading: Reading,
    query: ListActionsDto,
    reply: FastifyReply,
    format: ExportFormat,
  ): Promise<void> {
    const pages = this.pages(actor, actionFilter(query));
    return sendExport(reply, { name: 'actions', columns: columnsFor(actor), pages }, format, reading);
  }

  private async *pages(actor: Actor, filter: ActionFilter): AsyncGenerator<ActionRow[]> {
    let { after } = filter;
    for (;;) {
      const page = await listActions(this.database.reader(actor), actor, { ...filter, after, limit: EXPORT_PAGE });
      yield page.items;
      const last = page.items.at(-1);
      if (!page.hasMore || !last) return;
      after = { due: last.due, id: last.id };
    }
  }
}

const columnsFor = ({ side }: Actor): ExportColumn<ActionRow>[] => [
  { key: 'number', kind: 'text', width: 18, cell: ({ number }) => number },
  { key: 'title', kind: 'words', width: 44, text: ({ title }) => title },
  { key: 'side', kind: 'text', width: 12, cell: ({ ownerSide }, t) => t(`common:sides.${ownerSide}`) },
  { key: 'owner', kind: 'words', width: 24, text: ({ owner }) => owner.title },
  { key: 'body', kind: 'words', width: 24, text: ({ owner }) => owner.body },
  { key: 'due', kind: 'date', width: 12, cell: ({ due }) => due },
  { key: 'originalDue', kind: 'date', width: 12, cell: ({ originalDue }) => originalDue },
  { key: 'daysLeft', kind: 'number', width: 10, cell: ({ daysLeft }) => daysLeft },
  { key: 'overdue', kind: 'text', width: 10, cell: ({ overdue }, t) => t(overdue ? 'exports:yes' : 'exports:no') },
  { key: 'state', kind: 'text', width: 16, cell: ({ state }, t) => t(`actions:states.${state}`) },
  {
    key: 'joint',
    kind: 'text',
    width: 14,
    cell: ({ joint }, t) => t(joint ? 'exports:otherSide' : 'exports:ownSide'),
  },
  { key: 'session', kind: 'words', width: 32, text: ({ session }) => session && sessionTitle(session, side) },
  { key: 'commitment', kind: 'text', width: 14, cell: ({ commitment }) => commitment?.code ?? null },
  { key: 'commitmentText', kind: 'words', width: 44, text: ({ commitment }) => commitment?.text ?? null },
  {
    key: 'illustrative',
    kind: 'text',
    width: 14,
    cell: ({ illustrative }, t) => (illustrative ? t('common:badges.illustrative') : null),
  },
];
