import { Injectable } from '@nestjs/common';
import type { Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { listDelegations, readPreparation } from '#forum/delegations';
import { findSession, findSessionRules, readSessionFacts, sessionsErrors, withBlocks } from '#forum/sessions';
import { loadCalendar } from '#forum/working-days';
import type { Reading } from '../http/decorators.js';
import type { SessionDetailView, SessionSourceView } from './sessions.dto.js';
import { presentSession } from './sessions.presenter.js';

/** Reads what a session's page shows out of several capabilities; every change of a session answers with it. */
@Injectable()
export class SessionPageReader {
  constructor(private readonly database: Database) {}

  /** @throws sessions.notFound, also for a draft of the other side */
  async read(actor: Actor, reading: Reading, id: string): Promise<SessionDetailView> {
    const reader = this.database.reader(actor);
    const [row, facts, calendar, rules, delegations, preparation] = await Promise.all([
      findSession(reader, actor.side, id),
      readSessionFacts(reader, id),
      loadCalendar(reader),
      findSessionRules(reader, id),
      listDelegations(reader, id),
      readPreparation(reader, id),
    ]);
    if (!row || !facts) throw sessionsErrors.notFound();
    const sources = await reader.query<SessionSourceView>(
      `select code, title, published, language as lang, reliability, address, kind from forum.source where code = any ($1::text[]) order by code`,
      [row.sourceCodes],
    );
    const known = await withBlocks(reader, facts);
    return presentSession({ row, facts: known, calendar, rules, delegations, preparation, sources }, actor, reading);
  }
}
