import { Injectable } from '@nestjs/common';
import type { Actor } from '#core/kernel';
import { Database, type Reader } from '#platform/database';
import { agendaOfSession, itemNumbers } from '#forum/agenda';
import {
  findRecord,
  findRecordSession,
  recordOfParagraph,
  recordRowsOfSession,
  recordsErrors,
  type RecordRow,
} from '#forum/records';
import { sessionsErrors } from '#forum/sessions';
import { openProposalsOf, subjectsOf } from '#forum/two-key';
import type { Reading } from '../http/decorators.js';
import { presentText } from '../http/text.view.js';
import { drafting, presentRecord, presentRecordSummary, type RecordSurroundings } from './session-records.presenter.js';
import type { RecordSessionView, SessionRecordListView, SessionRecordView } from './session-records.views.js';

/** Reads texts out of several capabilities; every change of a text answers with it. */
@Injectable()
export class SessionRecordsReader {
  constructor(private readonly database: Database) {}

  /** @throws records.notFound */
  async read(actor: Actor, reading: Reading, id: string): Promise<SessionRecordView> {
    const reader = this.database.reader(actor);
    return present(reader, actor, reading, await findRecord(reader, actor.side, id));
  }

  /** @throws records.notFound */
  async readByParagraph(actor: Actor, reading: Reading, id: string): Promise<SessionRecordView> {
    const reader = this.database.reader(actor);
    return present(reader, actor, reading, await recordOfParagraph(reader, actor.side, id));
  }

  /** Texts of a session; whoever may read one of them may ask, although the session itself is not shown to them. @throws sessions.notFound */
  async list(actor: Actor, reading: Reading, sessionId: string): Promise<SessionRecordListView> {
    const reader = this.database.reader(actor);
    const [session, records] = await Promise.all([
      findRecordSession(reader, sessionId),
      recordRowsOfSession(reader, actor.side, sessionId),
    ]);
    if (!session && records.length === 0) throw sessionsErrors.notFound();
    return {
      sessionId,
      items: records.map((record) => presentRecordSummary(record, actor, reading)),
      allowedActions: drafting(session ?? null, actor),
    };
  }
}

async function present(
  reader: Reader,
  actor: Actor,
  reading: Reading,
  record: RecordRow | undefined,
): Promise<SessionRecordView> {
  if (!record) throw recordsErrors.notFound();
  return presentRecord(record, await surroundings(reader, actor, reading, record), actor, reading);
}

async function surroundings(
  reader: Reader,
  actor: Actor,
  reading: Reading,
  record: RecordRow,
): Promise<RecordSurroundings> {
  const [agenda, proposals, session] = await Promise.all([
    agendaOfSession(reader, actor.side, record.sessionId),
    openProposalsOf(reader, 'record', record.id),
    sessionOf(reader, actor, reading, record),
  ]);
  const rows = agenda?.items ?? [];
  const numbers = itemNumbers(rows);
  return {
    proposals,
    session,
    items: rows
      .filter(({ kind }) => kind === 'item')
      .map((item) => ({ id: item.id, number: numbers.get(item.id) ?? null, title: item.title })),
  };
}

async function sessionOf(
  reader: Reader,
  actor: Actor,
  reading: Reading,
  { session }: RecordRow,
): Promise<RecordSessionView | null> {
  if (!session) return null;
  const seen = (await subjectsOf(reader, actor.side, [{ subjectType: 'session', subjectId: session.id }])).get(
    session.id,
  );
  if (!seen) return null;
  const { id, zone, host, embargoAt } = session;
  return { id, zone, host, embargoAt, title: presentText(seen.title, reading) };
}
