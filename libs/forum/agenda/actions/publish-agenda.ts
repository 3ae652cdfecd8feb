import { Injectable } from '@nestjs/common';
import type { Actor } from '#core/kernel';
import { Database, type Tx } from '#platform/database';
import { openProposal, twoKeyErrors, type AcceptedProposal } from '#forum/two-key';
import { agendaPublished } from '../agenda.events.js';
import { agendaContext } from '../domain/agenda-context.js';
import { agendaHash } from '../domain/agenda-content.js';
import { agendaErrors } from '../domain/agenda.errors.js';
import { agendaLifecycle } from '../domain/agenda.lifecycle.js';
import { agendaPublication, type Publication } from '../domain/proposals.js';
import { assertAgendaVersion, lockAgenda, lockAgendaById } from '../persistence/agenda.repository.js';
import { releaseToReaders } from '../persistence/release.repository.js';

export interface PublishAgendaInput {
  readonly sessionId: string;
  readonly version: number;
  readonly audience: Publication['audience'];
  /** Read by both sides. */
  readonly reason: string | null;
}

/**
 * Proposes to let companies, or everybody, read what both signed; it takes effect when the other side agrees (domain.md 3.15).
 * @returns the id of the proposal
 * @throws agenda.textsOpen with every open text, agenda.notAgreed, agenda.alreadyPublished, two-key.alreadyProposed, common.staleVersion
 */
@Injectable()
export class PublishAgenda {
  constructor(private readonly database: Database) {}

  run(actor: Actor, { sessionId, version, audience, reason }: PublishAgendaInput): Promise<string> {
    return this.database.runInTx(actor, async (tx) => {
      const agenda = await lockAgenda(tx, sessionId);
      agendaLifecycle.step(agenda.state, 'publish', agendaContext(agenda, actor));
      assertAgendaVersion(agenda, version);
      const hash = agendaHash(agenda.items);
      if (hash === null) throw agendaErrors.noItems();
      if (agenda.audience === audience) throw agendaErrors.alreadyPublished();
      return openProposal(tx, agendaPublication, agenda.id, { audience, hash }, { reason });
    });
  }
}

/**
 * The second key on a release: the agenda, its items and the version both signed get their new readers. Notes, drafts and comments never.
 * @throws two-key.contentChanged when it is no longer what was proposed, common.wrongState
 */
export async function releaseAgenda(tx: Tx, { subjectId, content }: AcceptedProposal<Publication>): Promise<void> {
  const agenda = await lockAgendaById(tx, subjectId);
  agendaLifecycle.step(agenda.state, 'release', agendaContext(agenda, tx.actor, true));
  const { audience, hash } = content;
  if (agendaHash(agenda.items) !== hash) throw twoKeyErrors.contentChanged();
  const version = await releaseToReaders(tx, agenda, hash, audience);
  const payload = { sessionId: agenda.sessionId, agendaId: agenda.id, version, audience, hash };
  await tx.publish(agendaPublished, payload, { audience: 'joint', subjectType: 'agenda', subjectId: agenda.id });
}
