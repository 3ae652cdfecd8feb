import { subscribeInTx } from '#platform/database';
import { actionCancelled, actionDoneConfirmed, actionSuperseded } from '#forum/actions';
import { agendaItemDiscussed } from '#forum/agenda';
import { radioChanged } from '#forum/radio';
import { sessionCancelled, sessionProposed } from '#forum/sessions';
import { registerTranslatable, type TranslatableObject } from '#forum/translation';
import { findProposal, onAccepted, proposalRefused, registerProposalSubject } from '#forum/two-key';
import { translateEscalation } from './actions/draft-escalation.js';
import { giveBack, settle } from './actions/end-escalation.js';
import { followDiscussed, followMatter, leaveSession, placeWaiting } from './actions/follow-matters.js';
import { acceptRise, refuseRise } from './actions/raise-escalation.js';
import { escalationTexts, type EscalationRow } from './domain/escalation.types.js';
import { returnProposal, riseProposal, settleProposal } from './domain/proposals.js';
import { escalationDrafted, escalationEdited, escalationRaised, escalationWithdrawn } from './escalations.events.js';
import { findEscalation } from './queries/escalations.js';

/** Page of a rise in the web app. */
export const escalationPath = (id: string): string => `/escalations/${id}`;

/** What rises say to the capabilities before them. */
export function connectEscalations(): void {
  onAccepted(riseProposal, acceptRise);
  onAccepted(returnProposal, giveBack);
  onAccepted(settleProposal, settle);
  subscribeInTx(proposalRefused, async (tx, { kind, proposalId, subjectId }) => {
    if (kind !== riseProposal.kind) return;
    await refuseRise(tx, subjectId, (await findProposal(tx, proposalId))?.decisionReason ?? null);
  });
  registerProposalSubject('escalation', {
    lock: 'select id from forum.escalation where id = $1 for update',
    find: async (reader, _side, ids) => {
      const rows = await reader.query<{ id: string; title: EscalationRow['title'] }>(
        'select id, title from forum.escalation where id = any ($1::uuid[])',
        [ids],
      );
      return new Map(rows.map(({ id, title }) => [id, { title, path: escalationPath(id) }]));
    },
  });

  // What waits for a session of the higher channel is put on the first one that both sides see.
  subscribeInTx(sessionProposed, (tx, { sessionId }) => placeWaiting(tx, sessionId));
  subscribeInTx(sessionCancelled, (tx, { sessionId }) => leaveSession(tx, sessionId));

  // What was settled where it belongs is before no higher level any more.
  subscribeInTx(radioChanged, (tx, { radioIssueId }) => followMatter(tx, { kind: 'radio_issue', id: radioIssueId }));
  for (const ended of [actionDoneConfirmed, actionCancelled, actionSuperseded])
    subscribeInTx(ended, (tx, { actionId }) => followMatter(tx, { kind: 'action_item', id: actionId }));
  subscribeInTx(agendaItemDiscussed, (tx, { itemId }) => followDiscussed(tx, itemId));

  registerTranslatable({
    subjectType: 'escalation',
    containerType: 'escalation',
    ofContainer: async (reader, id) => translatables(await findEscalation(reader, null, id)),
    find: async (reader, ids) => {
      const found: TranslatableObject[] = [];
      for (const id of ids) found.push(...translatables(await findEscalation(reader, null, id)));
      return found;
    },
    write: (tx, { id, version, field, lang, work }) =>
      translateEscalation(tx, { escalationId: id, version, field, lang, work }),
    changedBy: [escalationDrafted, escalationEdited, escalationRaised, escalationWithdrawn],
  });
}

function translatables(row: EscalationRow | undefined): TranslatableObject[] {
  if (!row) return [];
  return [
    {
      id: row.id,
      containerId: row.id,
      version: row.version,
      audience: row.audience,
      label: row.title,
      path: escalationPath(row.id),
      sessionId: row.sessionId,
      open: row.state === 'draft',
      texts: escalationTexts.map((field) => ({ field, text: row[field] })),
    },
  ];
}
