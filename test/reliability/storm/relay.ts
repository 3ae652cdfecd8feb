import { once } from 'node:events';
import type { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import type { Chance } from './random.js';

/** How the relay behaves: shares from 0 to 1, times in ms. */
export interface Weather {
  /** Every answer to a mail waits between these. */
  readonly delay: readonly [shortest: number, longest: number];
  /** Share of mails that wait `slowMs` instead. */
  readonly slow: number;
  readonly slowMs: number;
  /** Share of mails put off with 451; half of them at the recipient, half after the final dot. */
  deferred: number;
  /** Share of mails that are taken, and the line cut before the answer. */
  readonly cut: number;
}

/** A mail the relay has taken: its reader may have it from this instant on. */
export interface Accepted {
  /** Epoch in ms by the machine's clock, which PostgreSQL reads too. */
  readonly at: number;
  readonly to: readonly string[];
  readonly raw: Buffer;
  /** The sender never heard that it was taken. */
  readonly cut: boolean;
  /** The sender was gone before it could be told: it died with this mail in its hands. */
  readonly orphaned: boolean;
}

/** A real SMTP server on loopback. It drops nothing: who reads `accepted` decides what a relay that knows a Message-ID would have done. */
export interface Relay {
  readonly url: string;
  readonly accepted: readonly Accepted[];
  /** How many mails were put off. */
  readonly deferrals: number;
  /** How many mails it has in its hands and has not answered. */
  readonly underWay: number;
  close(): Promise<void>;
}

export async function openRelay(weather: Weather, chance: Chance): Promise<Relay> {
  const accepted: Accepted[] = [];
  const sockets = new Map<number, Socket>();
  let deferrals = 0;
  let underWay = 0;
  const later = (): Error => {
    deferrals += 1;
    return Object.assign(new Error('try again later'), { responseCode: 451 });
  };
  const receive = async (raw: Buffer, session: SMTPServerSession): Promise<Error | null> => {
    const to = session.envelope.rcptTo.map(({ address }) => address);
    const port = session.remotePort;
    await pause(chance.next() < weather.slow ? weather.slowMs : chance.between(...weather.delay));
    if (chance.next() < weather.deferred / 2) return later();
    const cut = chance.next() < weather.cut;
    accepted.push({ at: Date.now(), to, raw, cut, orphaned: !sockets.has(port) });
    // Asked after the delay: whoever was killed meanwhile has handed the mail over all the same.
    if (cut) sockets.get(port)?.destroy();
    return null;
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    logger: false,
    onRcptTo: (_address, _session, callback) => {
      callback(chance.next() < weather.deferred / 2 ? later() : null);
    },
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      // A mail whose sender died before its final dot never ends: it was not handed over.
      stream.on('end', () => {
        underWay += 1;
        void receive(Buffer.concat(chunks), session)
          .finally(() => (underWay -= 1))
          .then(callback, callback);
      });
      stream.on('error', () => undefined);
    },
  });
  server.on('error', () => undefined);
  server.server.on('connection', (socket: Socket) => {
    const port = socket.remotePort;
    if (port === undefined) return;
    sockets.set(port, socket);
    socket.once('close', () => {
      if (sockets.get(port) === socket) sockets.delete(port);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const address = server.server.address();
  return {
    url: `smtp://127.0.0.1:${String(typeof address === 'object' && address !== null ? address.port : 0)}`,
    accepted,
    get deferrals() {
      return deferrals;
    },
    get underWay() {
      return underWay;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
      }),
  };
}
