import { subscribeInTx } from '#platform/database';
import { sessionProposed } from '#forum/sessions';
import { registerTranslatable, type TranslatableObject } from '#forum/translation';
import { findProposal, onAccepted, proposalRefused, registerProposalSubject } from '#forum/two-key';
import { place } from './actions/after-step.js';
import { translateEscalation } from './actions/draft-escalation.js';
import { giveBack, settle } from './actions/end-escalation.js';
import { acceptRise, refuseRise } from './actions/raise-escalation.js';
import { escalationTexts, type EscalationRow } from './domain/escalation.types.js';
import { returnProposal, riseProposal, settleProposal } from './domain/proposals.js';
import { escalationDrafted, escalationEdited, escalationRaised, escalationWithdrawn } from './escalations.events.js';
import { findEscalation } from './queries/escalations.js';
import { lockEscalation } from './persistence/escalations.repository.js';

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
  subscribeInTx(sessionProposed, async (tx, { sessionId }) => {
    const waiting = await tx.query<{ id: string }>(
      `select e.id from forum.escalation e join forum.session s on s.channel_id = e.to_channel_id
        where s.id = $1 and e.state in ('raised','accepted') and e.session_id is null order by e.raised_at, e.id`,
      [sessionId],
    );
    for (const { id } of waiting) await place(tx, await lockEscalation(tx, id), sessionId);
  });

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
