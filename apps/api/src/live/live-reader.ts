import { Injectable } from '@nestjs/common';
import type { Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { listActions } from '#forum/actions';
import { agendaOfSession } from '#forum/agenda';
import { findSessionOfList, listDelegations } from '#forum/delegations';
import { decisionsOf, notesOf, runOfSession, watchesRuns } from '#forum/live';
import { findSession, sessionsErrors, sessionTitle } from '#forum/sessions';
import type { Reading } from '../http/decorators.js';
import { presentBoard, presentLive, type LivePage } from './live.presenter.js';
import type { LiveProjectorView, LiveView } from './live.views.js';

/** As many as one session can bring forth. */
const mostActions = 200;

/** Reads a running session out of several capabilities; every change of it answers with it. */
@Injectable()
export class LiveReader {
  constructor(private readonly database: Database) {}

  /** @throws sessions.notFound, also for readers who never see a session run */
  async read(actor: Actor, reading: Reading, sessionId: string): Promise<LiveView> {
    return presentLive(await this.page(actor, sessionId), actor, reading);
  }

  /** The same for a screen in the room: read as what both sides share, so that nothing private can be in it. */
  async project(actor: Actor, reading: Reading, sessionId: string): Promise<LiveProjectorView> {
    await this.assertWatches(actor, sessionId);
    const nobody = roomOf(actor);
    return presentBoard(await this.page(nobody, sessionId), nobody, reading);
  }

  /** Whether the session may be seen to run. @throws sessions.notFound */
  async assertWatches(actor: Actor, sessionId: string): Promise<void> {
    const [seen] = watchesRuns(actor)
      ? await this.database.reader(actor).query('select 1 from forum.session where id = $1', [sessionId])
      : [];
    if (!seen) throw sessionsErrors.notFound();
  }

  private async page(actor: Actor, sessionId: string): Promise<LivePage> {
    if (!watchesRuns(actor)) throw sessionsErrors.notFound();
    const reader = this.database.reader(actor);
    // The run first: what is read after it is at least as new as its cursor says.
    const run = await runOfSession(reader, actor.side, sessionId);
    const [row, session, agenda, lists, decisions, notes, actions] = await Promise.all([
      findSession(reader, actor.side, sessionId),
      findSessionOfList(reader, sessionId),
      agendaOfSession(reader, null, sessionId),
      listDelegations(reader, sessionId),
      decisionsOf(reader, sessionId),
      notesOf(reader, sessionId),
      listActions(reader, actor, { scope: 'all', sessionId, limit: mostActions }),
    ]);
    if (!run || !row || !session) throw sessionsErrors.notFound();
    const title = sessionTitle(row, actor.side);
    return { run, title, session, zone: row.zone, agenda, lists, decisions, notes, actions: actions.items };
  }
}

/** Who looks at a projector: nobody in particular. */
export function roomOf(actor: Actor): Actor {
  return { ...actor, side: null, roles: [], postIds: [], databaseRole: 'forum_joint' };
}
