import { Injectable } from '@nestjs/common';
import type { Actor } from '#core/kernel';
import { Database, type Reader } from '#platform/database';
import type { DocumentModel } from '#platform/documents';
import { listActions, type ActionRow } from '#forum/actions';
import { agendaErrors, agendaOfSession, mattersOf } from '#forum/agenda';
import { interpretationOfSession, listCompanyPeople, listDelegations } from '#forum/delegations';
import {
  actionsDocument,
  agendaDocument,
  participantsDocument,
  readSessionHead,
  type DocumentKind,
  type PrintOrder,
  type SessionHead,
} from '#forum/documents';
import { sessionsErrors } from '#forum/sessions';

/** Rows are fetched by pages of this size until the table is whole. */
const PAGE = 200;

/** A document made out of what this reader's role can read, whoever's copy is printed. */
export interface ReadDocument {
  readonly session: SessionHead;
  readonly model: DocumentModel;
}

/** Reads what a document consists of out of several capabilities. */
@Injectable()
export class DocumentsReader {
  constructor(private readonly database: Database) {}

  /** @throws sessions.notFound, agenda.notFound, also for what the reader may not know of */
  async read(actor: Actor, sessionId: string, kind: DocumentKind, order: PrintOrder): Promise<ReadDocument> {
    const reader = this.database.reader(actor);
    const session = await readSessionHead(reader, sessionId);
    if (!session) throw sessionsErrors.notFound();
    return { session, model: await this.build(reader, actor, session, kind, order) };
  }

  private async build(
    reader: Reader,
    actor: Actor,
    session: SessionHead,
    kind: DocumentKind,
    order: PrintOrder,
  ): Promise<DocumentModel> {
    switch (kind) {
      case 'agenda': {
        const agenda = await agendaOfSession(reader, order.own, session.id);
        if (!agenda) throw agendaErrors.notFound();
        return agendaDocument({ session, agenda, matters: await mattersOf(reader, actor.side, agenda) }, order);
      }
      case 'participants': {
        const [lists, interpretation, companyPeople] = await Promise.all([
          listDelegations(reader, session.id),
          interpretationOfSession(reader, session.id),
          listCompanyPeople(reader, session.id),
        ]);
        return participantsDocument(
          { session, lists, interpreters: interpretation.interpreters, companyPeople },
          order,
        );
      }
      case 'actions':
        return actionsDocument({ session, actions: await allActions(reader, actor, session.id) }, order);
    }
  }
}

async function allActions(reader: Reader, actor: Actor, sessionId: string): Promise<ActionRow[]> {
  const rows: ActionRow[] = [];
  for (;;) {
    const last = rows.at(-1);
    const after = last && { due: last.due, id: last.id };
    const page = await listActions(reader, actor, { scope: 'all', sessionId, after, limit: PAGE });
    rows.push(...page.items);
    if (!page.hasMore) return rows;
  }
}
