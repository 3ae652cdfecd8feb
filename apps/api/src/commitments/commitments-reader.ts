import { Injectable } from '@nestjs/common';
import type { Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { actionsOfCommitments, findAction, listActions, type ActionDetailRow } from '#forum/actions';
import {
  commitmentsErrors,
  findCommitment,
  findInstrument,
  listCommitments,
  type CommitmentFilter,
} from '#forum/commitments';
import type { PageAsk } from '#forum/provenance';
import { RuleBook } from '#forum/reminder-rules';
import { findSessionRules } from '#forum/sessions';
import { loadCalendar } from '#forum/working-days';
import type { Reading } from '../http/decorators.js';
import { presentPage } from '../record/page.js';
import { presentCommitment, presentCommitmentDetail } from './commitments.presenter.js';
import type { CommitmentDetailView, CommitmentListView } from './commitments.views.js';
import { presentInstrumentDetail } from './instruments.presenter.js';
import type { InstrumentDetailView } from './instruments.views.js';

/** Actions shown with one commitment. */
const MOST_ACTIONS = 50;

/** Reads promises with what became of them out of several capabilities; every change answers with it. */
@Injectable()
export class CommitmentsReader {
  constructor(private readonly database: Database) {}

  async list(actor: Actor, reading: Reading, filter: CommitmentFilter, ask: PageAsk): Promise<CommitmentListView> {
    const reader = this.database.reader(actor);
    const page = await listCommitments(reader, actor.side, filter, ask);
    const work = await actionsOfCommitments(
      reader,
      page.items.map(({ id }) => id),
    );
    return presentPage(page, (row) => presentCommitment(row, work, actor.side, reading));
  }

  /** @throws commitments.notFound */
  async commitment(actor: Actor, reading: Reading, id: string): Promise<CommitmentDetailView> {
    const reader = this.database.reader(actor);
    const row = await findCommitment(reader, actor.side, id);
    if (!row) throw commitmentsErrors.notFound();
    const [work, actions] = await Promise.all([actionsOfCommitments(reader, [id]), this.actionsOf(actor, id)]);
    return presentCommitmentDetail(row, work, actions, actor, reading);
  }

  /** @throws commitments.instrumentNotFound */
  async instrument(actor: Actor, reading: Reading, id: string): Promise<InstrumentDetailView> {
    const reader = this.database.reader(actor);
    const row = await findInstrument(reader, actor.side, id);
    if (!row) throw commitmentsErrors.instrumentNotFound();
    const ids = row.commitments.map((commitment) => commitment.id);
    const [work, calendar, rules] = await Promise.all([
      actionsOfCommitments(reader, ids),
      loadCalendar(reader),
      row.session ? findSessionRules(reader, row.session.id) : RuleBook.standard,
    ]);
    return presentInstrumentDetail(row, work, { calendar, rules }, actor, reading);
  }

  private async actionsOf(actor: Actor, commitmentId: string): Promise<ActionDetailRow[]> {
    const reader = this.database.reader(actor);
    const { items } = await listActions(reader, actor, { scope: 'all', commitmentId, limit: MOST_ACTIONS });
    const found = await Promise.all(items.map(({ id }) => findAction(reader, actor.side, id)));
    return found.filter((action) => action !== undefined);
  }
}
