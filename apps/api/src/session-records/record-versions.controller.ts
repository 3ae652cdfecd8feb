import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiQuery, ApiTags } from '@nestjs/swagger';
import { isId, sideOrder, type Actor } from '#core/kernel';
import { Database, type Reader } from '#platform/database';
import {
  diffRecords,
  findRecord,
  findRecordVersion,
  listRecordVersions,
  recordsErrors,
  recordVersionBefore,
  type RecordVersionHead,
  type RecordVersionRow,
} from '#forum/records';
import { CurrentActor, CurrentReading, type Reading } from '../http/decorators.js';
import { IdPipe } from '../http/id.pipe.js';
import { presentPost } from '../identity/identity.presenter.js';
import { RecordDiffView, RecordVersionListView, type RecordVersionView } from './record-versions.views.js';

/** Reading the versions of a text: nothing here changes anything. */
@ApiTags('records')
@Controller()
export class RecordVersionsController {
  constructor(private readonly database: Database) {}

  @Get('records/:id/versions')
  @ApiOkResponse({ type: RecordVersionListView })
  async list(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
  ): Promise<RecordVersionListView> {
    const reader = this.database.reader(actor);
    if (!(await findRecord(reader, actor.side, id))) throw recordsErrors.notFound();
    return { items: (await listRecordVersions(reader, id)).map((row) => presentVersion(row, actor, reading)) };
  }

  @Get('record-versions/:id/diff')
  @ApiQuery({ name: 'from', required: false, description: 'id of a version of the same text, or `previous`' })
  @ApiOkResponse({ type: RecordDiffView })
  async diff(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Query('from') from = 'previous',
  ): Promise<RecordDiffView> {
    const reader = this.database.reader(actor);
    const to = await versionOf(reader, id);
    const older =
      from === 'previous'
        ? await recordVersionBefore(reader, to.recordId, to.number)
        : await versionOf(reader, from, to.recordId);
    const { title, facts, paragraphs } = diffRecords(older?.content ?? null, to.content);
    return {
      recordId: to.recordId,
      from: older ? presentVersion(older, actor, reading) : null,
      to: presentVersion(to, actor, reading),
      title,
      facts,
      paragraphs: paragraphs.flatMap(({ id: paragraphId, change, moved, before, after, texts }) => {
        const kept = after ?? before;
        if (!kept || paragraphId === null) return [];
        const { ko = null, ja = null, en = null } = kept.text;
        return [{ id: paragraphId, kind: kept.kind, change, moved, words: { ko, ja, en }, texts }];
      }),
    };
  }
}

/** @throws records.versionNotFound, also for a version of another text than the one asked about */
async function versionOf(reader: Reader, id: string, recordId?: string): Promise<RecordVersionRow> {
  const version = isId(id) ? await findRecordVersion(reader, id) : undefined;
  if (!version || (recordId !== undefined && version.recordId !== recordId)) throw recordsErrors.versionNotFound();
  return version;
}

function presentVersion(row: RecordVersionHead, actor: Actor, reading: Reading): RecordVersionView {
  return {
    id: row.id,
    recordId: row.recordId,
    version: row.number,
    hash: row.hash,
    createdAt: row.createdAt,
    occasion: row.occasion,
    madeBy: row.madeBy,
    keys: sideOrder(actor.side ?? 'neutral', row.host ?? undefined).flatMap((side) =>
      row.keys
        .filter((key) => key.side === side)
        .map(({ at, clearedAt, post }) => ({ side, post: presentPost(post, reading), at, clearedAt })),
    ),
  };
}
