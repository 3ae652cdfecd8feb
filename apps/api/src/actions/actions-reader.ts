import { Injectable } from '@nestjs/common';
import type { Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { actionsErrors, findAction, originsSeen } from '#forum/actions';
import { listReminders } from '#forum/reminders';
import type { Reading } from '../http/decorators.js';
import { presentAction } from './actions.presenter.js';
import type { ActionDetailView } from './actions.views.js';

/** Reminders of one item shown on its page: more than every offset of two extensions. */
const MAX_REMINDERS = 50;

/** One item as every act on it answers. */
@Injectable()
export class ActionsReader {
  constructor(private readonly database: Database) {}

  /** @throws actions.notFound */
  async detail(actor: Actor, reading: Reading, id: string): Promise<ActionDetailView> {
    const reader = this.database.reader(actor);
    const row = await findAction(reader, actor.side, id);
    if (!row) throw actionsErrors.notFound();
    const subject = { type: 'action_item', id } as const;
    const { originKind, originId } = row;
    const [reminders, origins] = await Promise.all([
      listReminders(reader, { subject, order: 'earliest', limit: MAX_REMINDERS }),
      originId === null ? undefined : originsSeen(reader, actor.side, originKind, [originId]),
    ]);
    const origin = originId === null ? undefined : origins?.get(originId);
    return presentAction(row, { reminders: reminders.items, origin }, actor, reading);
  }

  /** Of a split item the half that belongs to the reader's side. */
  async recorded(actor: Actor, reading: Reading, ids: readonly string[]): Promise<ActionDetailView> {
    const reader = this.database.reader(actor);
    const halves = await Promise.all(ids.map((id) => findAction(reader, actor.side, id)));
    const own = halves.find((half) => half?.ownerSide === actor.side) ?? halves[0];
    return this.detail(actor, reading, own?.id ?? '');
  }
}
