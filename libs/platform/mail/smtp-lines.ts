import { mailErrorOf } from './mail-error.js';
import { TimeLimit } from './time-limit.js';
import { SmtpLine, type Envelope, type LineOptions } from './smtp-line.js';

/** Some servers take only so many mails over one connection. */
const mailsPerLine = 100;

/**
 * Connections to one mail server, kept open between mails. Nothing waits in here: a mail takes a connection that is idle or opens
 * one, so a kill loses nothing that a row does not know of. As many are open as mails are sent at the same time.
 */
export class SmtpLines {
  private readonly idle: SmtpLine[] = [];
  private closed = false;

  /** @param longestMs the longest try as a whole */
  constructor(
    private readonly options: LineOptions,
    private readonly longestMs: number,
  ) {}

  /** Hands one mail over. @throws MailError, which says whether the server may have taken it all the same */
  async send(envelope: Envelope, message: Buffer): Promise<void> {
    const stop = new TimeLimit(this.longestMs);
    try {
      await this.hand(envelope, message, stop);
    } finally {
      stop.end();
    }
  }

  private async hand(envelope: Envelope, message: Buffer, stop: TimeLimit): Promise<void> {
    for (;;) {
      const line = this.idle.pop() ?? (await this.open(stop));
      const failure = await line.send(envelope, message, stop);
      if (!failure) {
        this.keep(line);
        return;
      }
      line.drop();
      // A kept connection may have died meanwhile: as long as nothing of the mail went over it, another one can take it.
      if (failure.begun || !failure.worn || stop.over) throw mailErrorOf(failure.error, failure.begun);
    }
  }

  close(): void {
    this.closed = true;
    for (const line of this.idle.splice(0)) line.leave();
  }

  private async open(stop: TimeLimit): Promise<SmtpLine> {
    try {
      return await SmtpLine.open(this.options, stop);
    } catch (error) {
      throw mailErrorOf(error, false);
    }
  }

  private keep(line: SmtpLine): void {
    if (this.closed || line.sent >= mailsPerLine) {
      line.leave();
      return;
    }
    this.idle.push(line);
    line.rest(() => {
      const at = this.idle.indexOf(line);
      if (at >= 0) this.idle.splice(at, 1);
    });
  }
}
