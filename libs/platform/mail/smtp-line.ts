import { Readable } from 'node:stream';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { TimeLimit } from './time-limit.js';

export interface LineOptions {
  /** `smtp://…` or `smtps://…`, with what nodemailer reads of its query. */
  readonly url: string;
  /** Longest wait in ms for a connection and for its greeting. */
  readonly connectMs: number;
  /** Longest silence of the server in ms once connected. */
  readonly silenceMs: number;
}

export interface Envelope {
  readonly from: string;
  readonly to: readonly string[];
}

export interface Failure {
  readonly error: unknown;
  /** Something of the mail itself was handed to the connection: the server may have it. */
  readonly begun: boolean;
  /** The connection had been kept and was dead. */
  readonly worn: boolean;
}

/** An idle connection says goodbye after this many ms: sooner than most servers would cut it. */
const idleMs = 5_000;

/** One connection that has said its greetings. */
export class SmtpLine {
  /** How many mails went over it. */
  sent = 0;
  private resting: (() => void) | undefined;
  private timer: NodeJS.Timeout | undefined;

  private constructor(private readonly connection: SMTPConnection) {
    connection.once('end', () => this.resting?.());
  }

  static async open({ url, connectMs, silenceMs }: LineOptions, stop: TimeLimit): Promise<SmtpLine> {
    const { auth, ...server } = parseConnectionUrl(url);
    const connection = new SMTPConnection({
      ...server,
      connectionTimeout: connectMs,
      greetingTimeout: connectMs,
      dnsTimeout: connectMs,
      socketTimeout: silenceMs,
      socketCloseTimeout: 0,
    });
    // Whoever waits for an answer hears of a fault; while nobody does, the connection only comes to its end.
    connection.on('error', () => undefined);
    try {
      await answered(connection, stop, (done) => {
        connection.connect(done);
      });
      if (auth && connection.allowsAuth)
        await answered(connection, stop, (done) => {
          connection.login({ user: auth.user, credentials: auth }, done);
        });
    } catch (error) {
      connection.close();
      throw error;
    }
    return new SmtpLine(connection);
  }

  /** Sends one mail; gives what went wrong. */
  async send(envelope: Envelope, message: Buffer, stop: TimeLimit): Promise<Failure | undefined> {
    this.resting = undefined;
    clearTimeout(this.timer);
    const content = Readable.from([message], { objectMode: false });
    try {
      await answered(this.connection, stop, (done) => {
        this.connection.send({ from: envelope.from, to: [...envelope.to] }, content, done);
      });
      this.sent += 1;
      return undefined;
    } catch (error) {
      return { error, begun: content.readableDidRead, worn: this.sent > 0 && isBroken(error) };
    }
  }

  /** Keeps it open for a while. @param onGone called once it can take no mail any more */
  rest(onGone: () => void): void {
    this.resting = onGone;
    this.timer = setTimeout(() => {
      onGone();
      this.leave();
    }, idleMs).unref();
  }

  /** Says goodbye. */
  leave(): void {
    clearTimeout(this.timer);
    this.connection.quit();
  }

  /** Ends it at once. */
  drop(): void {
    clearTimeout(this.timer);
    this.connection.close();
  }
}

/** Runs one exchange with the server until it is answered, the connection ends, or there is no time left. */
function answered(
  connection: SMTPConnection,
  stop: TimeLimit,
  ask: (done: (error?: Error | null) => void) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (error?: Error | null): void => {
      connection.off('error', settle);
      connection.off('end', ended);
      stop.tell(undefined);
      if (error) reject(error);
      else resolve();
    };
    const ended = (): void => {
      settle(Object.assign(new Error('smtp.ended'), { code: 'ECONNECTION' }));
    };
    const late = (): void => {
      settle(Object.assign(new Error('smtp.late'), { code: 'ETIMEDOUT' }));
    };
    connection.once('error', settle);
    connection.once('end', ended);
    stop.tell(late);
    if (!stop.over) ask(settle);
  });
}

/** The line is dead or wants to be closed (421), and the mail was not the reason. */
function isBroken(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const stage: unknown = Reflect.get(error, 'code');
  return Reflect.get(error, 'responseCode') === 421 || brokenStages.some((one) => one === stage);
}

const brokenStages = ['ECONNECTION', 'ESOCKET', 'ETIMEDOUT'];
