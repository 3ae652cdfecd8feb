import { once } from 'node:events';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** What the relay does with a mail: takes it, refuses it for good, puts it off, or takes it and cuts the line before saying so. */
export type SinkAnswer = 'accept' | 'refuse' | 'defer' | 'cut';

export interface SinkMail {
  readonly envelope: { readonly from: string; readonly to: readonly string[] };
  readonly raw: string;
  readonly email: Email;
}

/** A real SMTP server on loopback that, as a good relay, drops a Message-ID it has accepted before. */
export interface SmtpSink {
  readonly url: string;
  /** Everything that was handed over in full, repeats included, in order of arrival. */
  readonly handedOver: SinkMail[];
  /** What readers got: one mail for each Message-ID. */
  readonly delivered: SinkMail[];
  /** Asked for every mail after its final dot; may act (kill a worker) before it answers. */
  decide: (mail: SinkMail) => SinkAnswer | Promise<SinkAnswer>;
  /** What the server says to MAIL FROM and to RCPT TO instead of taking it: a reply code of RFC 5321. */
  refusal: { sender?: number; recipient?: number };
  /** Resolves once `count` mails were delivered. */
  waitForDelivered(count: number): Promise<void>;
  waitForHandedOver(count: number): Promise<void>;
  /** How many connections came, and how many are there now. */
  connections(): { opened: number; open: number };
  /** Ends every connection without a word. */
  cutAll(): void;
  close(): Promise<void>;
}

export async function openSmtpSink(): Promise<SmtpSink> {
  const handedOver: SinkMail[] = [];
  const delivered: SinkMail[] = [];
  const seen = new Set<string>();
  let opened = 0;
  let wake: (() => void)[] = [];
  const until = async (enough: () => boolean): Promise<void> => {
    while (!enough()) await new Promise<void>((resolve) => wake.push(resolve));
  };

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onConnect(_session, callback) {
      opened += 1;
      callback();
    },
    onMailFrom(_address, _session, callback) {
      callback(refused(sink.refusal.sender));
    },
    onRcptTo(_address, _session, callback) {
      callback(refused(sink.refusal.recipient));
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        void receive(Buffer.concat(chunks), session).then(callback, callback);
      });
    },
  });
  server.on('error', () => undefined);

  const receive = async (
    raw: Buffer,
    session: Parameters<NonNullable<typeof server.options.onData>>[1],
  ): Promise<Error | null> => {
    const { mailFrom, rcptTo } = session.envelope;
    const mail: SinkMail = {
      envelope: { from: mailFrom === false ? '' : mailFrom.address, to: rcptTo.map((one) => one.address) },
      raw: raw.toString('utf8'),
      email: await PostalMime.parse(raw),
    };
    handedOver.push(mail);
    const answer = await sink.decide(mail);
    if (answer === 'accept' || answer === 'cut') {
      const id = mail.email.messageId ?? '';
      if (!seen.has(id)) delivered.push(mail);
      seen.add(id);
    }
    for (const next of wake) next();
    wake = [];
    if (answer === 'cut') {
      sink.cutAll();
      return null;
    }
    if (answer === 'accept') return null;
    return refused(answer === 'refuse' ? 550 : 451);
  };

  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const address = server.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const sink: SmtpSink = {
    url: `smtp://127.0.0.1:${String(port)}`,
    handedOver,
    delivered,
    decide: () => 'accept',
    refusal: {},
    waitForDelivered: (count) => until(() => delivered.length >= count),
    waitForHandedOver: (count) => until(() => handedOver.length >= count),
    connections: () => ({ opened, open: server.connections.size }),
    cutAll: () => {
      for (const connection of server.connections) connection.close();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
      }),
  };
  return sink;
}

const refused = (responseCode: number | undefined): Error | null =>
  responseCode === undefined ? null : Object.assign(new Error('sink'), { responseCode });
