import { Injectable } from '@nestjs/common';
import type { Actor } from '#core/kernel';
import { Database } from '#platform/database';
import {
  escalationsErrors,
  escalationsOfSession,
  findEscalation,
  findMatter,
  mattersOf,
  type EscalationRow,
} from '#forum/escalations';
import { recordsOfSession } from '#forum/records';
import { findSession, sessionsErrors } from '#forum/sessions';
import type { Reading } from '../http/decorators.js';
import { presentText } from '../http/text.view.js';
import { presentEscalation, presentSummary } from './escalations.presenter.js';
import type { EscalationSummaryView, EscalationView, SessionEscalationsView } from './escalations.views.js';

/** Reads rises with what they are about; every change of one answers with it. */
@Injectable()
export class EscalationsReader {
  constructor(private readonly database: Database) {}

  /** @throws escalations.notFound */
  async read(actor: Actor, reading: Reading, id: string): Promise<EscalationView> {
    const reader = this.database.reader(actor);
    const row = await findEscalation(reader, actor.side, id);
    if (!row) throw escalationsErrors.notFound();
    return presentEscalation(row, await findMatter(reader, actor.side, row.matter), actor, reading);
  }

  async summaries(actor: Actor, reading: Reading, rows: readonly EscalationRow[]): Promise<EscalationSummaryView[]> {
    const found = await mattersOf(
      this.database.reader(actor),
      actor.side,
      rows.map(({ matter }) => matter),
    );
    return rows.map((row) => presentSummary(row, found.get(row.matter.id), actor.side, reading));
  }

  /** What rose to a session, what was settled there, what is ready to be signed. @throws sessions.notFound */
  async ofSession(actor: Actor, reading: Reading, sessionId: string): Promise<SessionEscalationsView> {
    const reader = this.database.reader(actor);
    if (!(await findSession(reader, actor.side, sessionId))) throw sessionsErrors.notFound();
    const [rows, records] = await Promise.all([
      escalationsOfSession(reader, actor.side, sessionId),
      recordsOfSession(reader, actor.side, sessionId),
    ]);
    const of = (...states: readonly EscalationRow['state'][]) =>
      this.summaries(
        actor,
        reading,
        rows.filter(({ state }) => states.includes(state)),
      );
    return {
      sessionId,
      rose: await of('raised', 'accepted'),
      settled: await of('settled'),
      sentBack: await of('refused', 'returned'),
      readyToSign: records
        .filter(({ readyToSign }) => readyToSign)
        .map(({ id, kind, state, title, path, adReferendum }) => ({
          id,
          kind,
          state,
          title: presentText(title, reading),
          path,
          adReferendum,
        })),
    };
  }
}
