import { PassThrough, type Readable } from 'node:stream';
import type { Actor } from '#core/kernel';
import type { Reader } from '#platform/database';
import { liveEventsAfter, past, writeCursor, type Cursor, type LiveEventRow } from '#forum/live';
import type { LiveEventView } from './live.views.js';

const batch = 200;
/** Bytes a screen may leave unread before it is let go; it reads on from its last event when it comes back. */
const mostUnread = 262_144;
/** Milliseconds after which a browser that lost its stream comes back. */
const comeBackAfter = 1_000;

export interface StreamOf {
  readonly actor: Actor;
  readonly reader: Reader;
  readonly sessionId: string;
  readonly cursor: Cursor;
}

/** One screen that is told what happens, in server-sent events whose ids are cursors. */
export class LiveStream {
  private readonly out = new PassThrough();
  private cursor: Cursor;
  private reading = false;
  private readAgain = false;

  constructor(private readonly of: StreamOf) {
    this.cursor = of.cursor;
    this.out.write(`retry: ${String(comeBackAfter)}\n\n`);
  }

  get actor(): Actor {
    return this.of.actor;
  }

  get body(): Readable {
    return this.out;
  }

  get closed(): boolean {
    return this.out.destroyed || this.out.writableEnded;
  }

  onClose(left: () => void): void {
    this.out.once('close', left);
  }

  /** Sends everything after the last event that was sent; asked while it reads, it reads once more. A failed read is made up for by the next. */
  async wake(): Promise<void> {
    if (this.reading) {
      this.readAgain = true;
      return;
    }
    this.reading = true;
    try {
      do {
        this.readAgain = false;
        for (;;) {
          const { actor, reader, sessionId } = this.of;
          const events = await liveEventsAfter(reader, actor.side, sessionId, this.cursor, batch);
          for (const event of events) this.send(event);
          if (events.length < batch || this.closed) break;
        }
      } while (this.askedAgain());
    } catch {
      // The database is away for a moment: the cursor has not moved.
    } finally {
      this.reading = false;
    }
  }

  private askedAgain(): boolean {
    return this.readAgain && !this.closed;
  }

  /** Tells the time, so that clocks run alike and a dead connection is noticed. */
  beat(now: string): void {
    this.write(`event: beat\ndata: ${JSON.stringify({ now })}\n\n`);
  }

  end(): void {
    if (!this.closed) this.out.end();
  }

  private send(event: LiveEventRow): void {
    this.cursor = past(this.cursor, event);
    const view = presentEvent(event, this.cursor);
    this.write(`id: ${view.id}\ndata: ${JSON.stringify(view)}\n\n`);
  }

  private write(text: string): void {
    if (this.closed) return;
    this.out.write(text);
    if (this.out.writableLength + this.out.readableLength > mostUnread) this.out.destroy();
  }
}

export function presentEvent(event: LiveEventRow, cursor: Cursor): LiveEventView {
  const { kind, subjectId, side, at, audience } = event;
  return { id: writeCursor(cursor), kind, subjectId, side, at, own: audience !== 'joint' };
}
