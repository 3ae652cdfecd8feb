import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { commonErrors, type DatabaseRole } from '#core/kernel';
import type { Config } from '#platform/config';
import { Database, listenTo, type Listening } from '#platform/database';
import { actorOfSession } from '#forum/identity';
import { LIVE_CHANNEL, liveErrors } from '#forum/live';
import { InjectConfig } from '../http/config.token.js';
import { LiveStream, type StreamOf } from './live-stream.js';

/** Screens of one person, and of one process. */
const mostOfOne = 8;
const mostOfAll = 1_000;
/** Milliseconds: how often every screen is looked after, and after how many rounds it gets the time and its sign-in is looked at. */
const round = 5_000;
const roundsToBeat = 4;
/** Milliseconds after which a screen has to come back, and is asked again who it is. */
const longestLife = 900_000;

interface Kept {
  readonly stream: LiveStream;
  /** What its reader was when it was opened. */
  readonly role: DatabaseRole;
  readonly token: string;
  readonly until: number;
}

/**
 * The screens of this process. All processes hear of a change through PostgreSQL and read the table, each through the role of its
 * reader; what was not heard is found by looking every few seconds.
 */
@Injectable()
export class LiveStreams implements OnModuleDestroy {
  private readonly kept = new Map<string, Set<Kept>>();
  private listening: Promise<Listening> | null = null;
  private timer: NodeJS.Timeout | null = null;
  private rounds = 0;
  private stopped = false;

  constructor(
    private readonly database: Database,
    @InjectConfig() private readonly config: Config,
  ) {}

  /**
   * @param role of who asked, which is not the one a projector is read through
   * @param token of the sign-in it belongs to
   * @throws live.tooManyScreens, common.unavailable
   */
  async open(of: StreamOf, role: DatabaseRole, token: string): Promise<LiveStream> {
    const all = [...this.kept.values()].flatMap((streams) => [...streams]);
    if (this.stopped || all.length >= mostOfAll) throw commonErrors.unavailable();
    if (all.filter(({ stream }) => stream.actor.userId === of.actor.userId).length >= mostOfOne)
      throw liveErrors.tooManyScreens({ max: mostOfOne, seconds: 30 });
    const stream = new LiveStream(of);
    const entry: Kept = { stream, role, token, until: Date.now() + longestLife };
    const here = this.kept.get(of.sessionId) ?? new Set<Kept>();
    this.kept.set(of.sessionId, here.add(entry));
    stream.onClose(() => this.leave(of.sessionId, entry));
    // Heard before the first look, so that nothing falls between the two.
    this.listening ??= listenTo(this.database, LIVE_CHANNEL, (sessionId) => this.wake(sessionId));
    this.timer ??= setInterval(() => void this.lookAfterAll(), round).unref();
    await this.listening;
    void stream.wake();
    return stream;
  }

  /** Ends every screen, so that the process can stop; they come back to another one. */
  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearInterval(this.timer);
    for (const streams of this.kept.values()) for (const { stream } of streams) stream.end();
    await (await this.listening)?.close();
  }

  private wake(sessionId: string): void {
    for (const { stream } of this.kept.get(sessionId) ?? []) void stream.wake();
  }

  private leave(sessionId: string, entry: Kept): void {
    const here = this.kept.get(sessionId);
    here?.delete(entry);
    if (here?.size === 0) this.kept.delete(sessionId);
  }

  private async lookAfterAll(): Promise<void> {
    this.rounds += 1;
    const beats = this.rounds % roundsToBeat === 0;
    const now = beats && this.kept.size > 0 ? await this.now() : null;
    for (const streams of this.kept.values())
      for (const entry of streams) {
        void entry.stream.wake();
        if (now !== null) {
          entry.stream.beat(now);
          void this.askAgain(entry);
        }
      }
  }

  /** Whoever signed out, was shut out, left the desk or changed sides is told nothing more; an open page alone keeps nobody signed in. */
  private async askAgain({ stream, role, token, until }: Kept): Promise<void> {
    try {
      const actor = await actorOfSession(this.database, token, this.config.sessionIdleMinutes, { person: false });
      if (Date.now() > until || !actor || actor.databaseRole !== role) stream.end();
    } catch {
      // Asked again at the next beat.
    }
  }

  private async now(): Promise<string | null> {
    try {
      const [row] = await this.database.readAs('forum_joint').query<{ now: Date }>('select forum.now() as now');
      return row?.now.toISOString() ?? null;
    } catch {
      return null;
    }
  }
}
