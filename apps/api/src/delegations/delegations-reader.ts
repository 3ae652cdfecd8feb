import { Injectable } from '@nestjs/common';
import type { Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { agendaOfSession } from '#forum/agenda';
import {
  delegationsErrors,
  findSessionOfList,
  listCompanyPeople,
  listDelegations,
  sessionIdOfMember,
} from '#forum/delegations';
import { findSessionRules, sessionsErrors } from '#forum/sessions';
import { loadCalendar } from '#forum/working-days';
import type { Reading } from '../http/decorators.js';
import { presentDelegations } from './delegations.presenter.js';
import type { DelegationsView } from './delegations.views.js';

/** Reads both lists of a session out of several capabilities; every change of a list answers with them. */
@Injectable()
export class DelegationsReader {
  constructor(private readonly database: Database) {}

  /** @throws sessions.notFound */
  async read(actor: Actor, reading: Reading, sessionId: string): Promise<DelegationsView> {
    const reader = this.database.reader(actor);
    const [session, lists, companyPeople, agenda, calendar, rules] = await Promise.all([
      findSessionOfList(reader, sessionId),
      listDelegations(reader, sessionId),
      listCompanyPeople(reader, sessionId),
      agendaOfSession(reader, actor.side, sessionId),
      loadCalendar(reader),
      findSessionRules(reader, sessionId),
    ]);
    if (!session) throw sessionsErrors.notFound();
    return presentDelegations({ session, lists, companyPeople, agenda, calendar, rules }, actor, reading);
  }

  /** A card that was taken off still belongs to its session. @throws delegations.memberNotFound */
  async readByMember(actor: Actor, reading: Reading, memberId: string): Promise<DelegationsView> {
    const sessionId = await sessionIdOfMember(this.database.reader(actor), memberId);
    if (sessionId === undefined) throw delegationsErrors.memberNotFound();
    return this.read(actor, reading, sessionId);
  }
}
