import { Injectable } from '@nestjs/common';
import { commonErrors, type Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { agendaItemAdded } from '../agenda.events.js';
import { agendaContext } from '../domain/agenda-context.js';
import { agendaErrors } from '../domain/agenda.errors.js';
import { agendaLifecycle } from '../domain/agenda.lifecycle.js';
import { defaultTemplate, firstSpeakerOf, leadOf, standingTitle } from '../domain/standing-items.js';
import { insertDraft, lockAgenda } from '../persistence/agenda.repository.js';
import { previousFirstSpeaker, templateOfChannel } from '../queries/agenda-template.js';

/**
 * Adds the standing items of the channel that the actor's side does not see on the agenda yet, as drafts of that side, with words in all
 * three languages (domain.md 3.6).
 * @throws agenda.notFound, agenda.nothingToAdd, common.forbidden, common.wrongState once the agenda is adopted
 */
@Injectable()
export class AddStandingItems {
  constructor(private readonly database: Database) {}

  run(actor: Actor, { sessionId }: { readonly sessionId: string }): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const agenda = await lockAgenda(tx, sessionId);
      agendaLifecycle.step(agenda.state, 'add-item', agendaContext(agenda, actor));
      const { side } = actor;
      if (side === null) throw commonErrors.forbidden();
      const { template } = (agenda.channelId !== null && (await templateOfChannel(tx, agenda.channelId))) || {
        template: defaultTemplate,
      };
      const missing = template.items.filter(({ standing }) => !agenda.items.some((item) => item.standing === standing));
      if (missing.length === 0) throw agendaErrors.nothingToAdd();
      const previous = await previousFirstSpeaker(tx, sessionId);
      const first = firstSpeakerOf(template.first, { host: agenda.host, previous, drafter: side });
      for (const [place, { standing, minutes, objective, title }] of missing.entries()) {
        const lead = leadOf(standing, first, agenda.host);
        const words = title ?? standingTitle(standing, lead, actor.language);
        const itemId = await insertDraft(
          tx,
          agenda,
          side,
          { kind: 'item', standing, title: words, description: null, lead, minutes, objective },
          place,
        );
        const payload = { sessionId, agendaId: agenda.id, itemId, version: 1 };
        await tx.publish(agendaItemAdded, payload, { audience: side, subjectType: 'agenda_item', subjectId: itemId });
      }
    });
  }
}
