import { onAccepted, registerProposalSubject } from '#forum/two-key';
import { agreeTemplate } from './actions/agree-template.js';
import { putOff } from './actions/defer-item.js';
import { releaseAgenda } from './actions/publish-agenda.js';
import { agendaPublication, agendaTemplate, itemDeferral } from './domain/proposals.js';
import { agendaSubjects, itemSubjects } from './queries/agenda-subjects.js';

/** What follows when the second key turns, and what proposals about agendas and items are called. */
export function connectAgendaToProposals(): void {
  onAccepted(itemDeferral, putOff);
  onAccepted(agendaPublication, releaseAgenda);
  onAccepted(agendaTemplate, agreeTemplate);
  // Every change of an agenda or of one of its items locks the agenda first; proposals about either do the same.
  registerProposalSubject('agenda', {
    lock: 'select id from forum.agenda where id = $1 for update',
    find: agendaSubjects,
  });
  registerProposalSubject('agenda_item', {
    lock: 'select id from forum.agenda where id = (select i.agenda_id from forum.agenda_item i where i.id = $1) for update',
    find: itemSubjects,
  });
}
