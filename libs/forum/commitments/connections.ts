import type { LocalizedText, Side } from '#core/kernel';
import { subscribeInTx, type Reader } from '#platform/database';
import { registerAgendaLink } from '#forum/agenda';
import {
  onAccepted,
  proposalRefused,
  proposalWithdrawn,
  registerProposalSubject,
  type SubjectSeen,
} from '#forum/two-key';
import { agreeDetails } from './actions/change-details.js';
import { agreeStatus } from './actions/change-status.js';
import { agreeInstrument, returnInstrument } from './actions/record-instrument.js';
import { commitmentDetails, commitmentStatus, instrumentRecord } from './commitment-proposals.js';
import { linkedCommitments } from './queries/agenda-links.js';

/** What commitments say to the capabilities before them. */
export function connectCommitments(): void {
  registerAgendaLink('commitment', linkedCommitments);
  onAccepted(commitmentStatus, agreeStatus);
  onAccepted(commitmentDetails, agreeDetails);
  onAccepted(instrumentRecord, agreeInstrument);
  for (const event of [proposalRefused, proposalWithdrawn])
    subscribeInTx(event, async (tx, { kind, subjectId }) => {
      if (kind === instrumentRecord.kind) await returnInstrument(tx, subjectId);
    });
  registerProposalSubject('commitment', {
    lock: 'select id from forum.commitment where id = $1 for update',
    find: titled('select id, text as title from forum.commitment where id = any ($1::uuid[])', '/commitments'),
  });
  registerProposalSubject('instrument', {
    lock: 'select id from forum.instrument where id = $1 for update',
    find: titled('select id, name as title from forum.instrument where id = any ($1::uuid[])', '/instruments'),
  });
}

function titled(sql: string, path: string) {
  return async (
    reader: Reader,
    _side: Side | null,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, SubjectSeen>> => {
    const rows = await reader.query<{ id: string; title: LocalizedText }>(sql, [ids]);
    return new Map(rows.map(({ id, title }) => [id, { title, path: `${path}/${id}` }]));
  };
}
