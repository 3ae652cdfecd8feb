import { Injectable } from '@nestjs/common';
import type { Actor } from '#core/kernel';
import { Database, type Reader } from '#platform/database';
import { agendaErrors, agendaOfItem, agendaOfSession, mattersOf, type AgendaRow } from '#forum/agenda';
import type { Reading } from '../http/decorators.js';
import { presentAgenda } from './agenda.presenter.js';
import type { AgendaView } from './agenda.views.js';

/** Reads an agenda with what stands around it; every change of an agenda answers with it. */
@Injectable()
export class AgendaReader {
  constructor(private readonly database: Database) {}

  /** @throws agenda.notFound */
  async read(actor: Actor, reading: Reading, sessionId: string): Promise<AgendaView> {
    const reader = this.database.reader(actor);
    return this.present(reader, await agendaOfSession(reader, actor.side, sessionId), actor, reading);
  }

  /** A withdrawn item still belongs to its agenda, so the answer is the agenda without it. @throws agenda.notFound */
  async readByItem(actor: Actor, reading: Reading, itemId: string): Promise<AgendaView> {
    const reader = this.database.reader(actor);
    return this.present(reader, await agendaOfItem(reader, actor.side, itemId), actor, reading);
  }

  private async present(
    reader: Reader,
    agenda: AgendaRow | undefined,
    actor: Actor,
    reading: Reading,
  ): Promise<AgendaView> {
    if (!agenda) throw agendaErrors.notFound();
    return presentAgenda(agenda, await mattersOf(reader, actor.side, agenda), actor, reading);
  }
}
