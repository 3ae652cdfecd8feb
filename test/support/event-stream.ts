import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import { setTimeout } from 'node:timers/promises';

/** One server-sent event; `data` is what its JSON says. */
export interface ServerEvent<Data> {
  readonly id: string | null;
  readonly name: string;
  readonly data: Data;
}

/** A screen's stream as a browser reads it, over a real socket that can be cut. */
export class EventStream<Data> {
  readonly events: ServerEvent<Data>[] = [];
  ended = false;

  private constructor(
    private readonly asked: ClientRequest,
    readonly answer: IncomingMessage,
  ) {
    let text = '';
    answer.setEncoding('utf8');
    answer.on('data', (chunk: string) => {
      text += chunk;
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) this.take(block);
    });
    answer.on('close', () => (this.ended = true));
    answer.on('error', () => undefined);
  }

  /** @param last the id of the last event that was read, as a browser sends it when it comes back */
  static open<Data>(
    origin: string,
    path: string,
    cookie: string | undefined,
    last?: string,
  ): Promise<EventStream<Data>> {
    return new Promise((resolve, reject) => {
      const asked = request(`${origin}/api/v1/${path}`, {
        headers: {
          accept: 'text/event-stream',
          ...(cookie === undefined ? {} : { cookie }),
          ...(last === undefined ? {} : { 'last-event-id': last }),
        },
      });
      asked.once('response', (answer) => resolve(new EventStream<Data>(asked, answer)));
      asked.once('error', reject);
      asked.end();
    });
  }

  /** What happened, without the beats. */
  get told(): ServerEvent<Data>[] {
    return this.events.filter(({ name }) => name === 'message');
  }

  get lastId(): string | undefined {
    return this.told.at(-1)?.id ?? undefined;
  }

  /** Waits until so many events have come; Jest's own time-out bounds it. */
  async until(count: number): Promise<ServerEvent<Data>[]> {
    while (this.told.length < count) {
      if (this.ended) throw new Error(`the stream ended after ${String(this.told.length)} events`);
      await setTimeout(10);
    }
    return this.told;
  }

  /** Waits until the other end has closed it. */
  async untilEnded(): Promise<void> {
    while (!this.ended) await setTimeout(10);
  }

  /** The network is gone: nothing is said to the other end. */
  cut(): void {
    this.asked.on('error', () => undefined);
    this.answer.destroy();
    this.asked.destroy();
  }

  private take(block: string): void {
    const field = (name: string) =>
      block
        .split('\n')
        .find((line) => line.startsWith(`${name}: `))
        ?.slice(name.length + 2);
    const data = field('data');
    if (data === undefined) return;
    this.events.push({ id: field('id') ?? null, name: field('event') ?? 'message', data: JSON.parse(data) as Data });
  }
}
