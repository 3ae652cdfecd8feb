import { Injectable } from '@nestjs/common';
import { commonErrors, newId, type Actor, type Language } from '#core/kernel';
import { Database } from '#platform/database';
import { agendaErrors } from '../domain/agenda.errors.js';
import { itemContext } from '../domain/agenda-context.js';
import { itemLifecycle } from '../domain/agenda.lifecycle.js';
import { isShared } from '../domain/agenda.types.js';
import { agendaItemCommented } from '../agenda.events.js';
import { agendaOfItem } from '../queries/agenda-of-session.js';

export interface CommentItemInput {
  readonly itemId: string;
  readonly lang: Language;
  readonly text: string;
  /** For both sides to read; otherwise it stays with the own side. */
  readonly shared: boolean;
}

/**
 * Says something about an item. Comments are no part of what is signed and change no version, so nothing tells of a private one.
 * @returns the id of the comment
 * @throws agenda.itemNotFound, agenda.commentOnDraft when both should read a comment on what only one side sees, common.forbidden
 */
@Injectable()
export class CommentItem {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: CommentItemInput): Promise<string> {
    return this.database.runInTx(actor, async (tx) => {
      const agenda = await agendaOfItem(tx, actor.side, input.itemId);
      const item = agenda?.items.find(({ id }) => id === input.itemId);
      if (!agenda || !item) throw agendaErrors.itemNotFound();
      itemLifecycle.step(item.state, 'comment', itemContext(item, actor));
      const { side } = actor;
      if (side === null) throw commonErrors.forbidden();
      if (input.shared && !isShared(item)) throw agendaErrors.commentOnDraft();
      const audience = input.shared ? 'joint' : side;
      const id = newId();
      await tx.query(
        'insert into forum.agenda_comment (id, item_id, side, post_id, lang, text, audience) values ($1, $2, $3, $4, $5, $6, $7)',
        [id, item.id, side, actor.postIds[0] ?? null, input.lang, input.text, audience],
      );
      const payload = { sessionId: agenda.sessionId, agendaId: agenda.id, itemId: item.id, version: item.version };
      await tx.publish(agendaItemCommented, payload, { audience, subjectType: 'agenda_item', subjectId: item.id });
      return id;
    });
  }
}
