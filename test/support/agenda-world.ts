import { LANGUAGES, SIDES, type Language, type Side } from '#core/kernel';
import type { AgendaItemView, AgendaView } from '../../apps/api/src/agenda/agenda.views.js';
import type { TestApp } from './app.js';
import { saveSession } from './factories/session.js';

/** What a person may try. Who may not is told so; nothing here is checked before it is sent. */
export const actKinds = [
  ...['add', 'add', 'exchange', 'exchange', 'retitle', 'retitle', 'reword', 'describe', 'minutes', 'note', 'comment'],
  ...['move', 'withdraw', 'translate', 'translate', 'unchanged', 'sign', 'takeBack', 'defer', 'decide'],
] as const;

export interface Act {
  readonly side: Side;
  readonly what: string;
  /** Which of the rows that the side sees, and where to. */
  readonly pick: number;
  readonly lang: Language;
}

/** What the people of one session did and were told, against which the desk is judged; every word that is sent is sent once only. */
export interface Ledger {
  /** Rows by id: whose they are and in which round they were added. */
  readonly added: Map<string, { readonly side: Side; readonly round: number }>;
  /** The last round in which a side's exchange was accepted. */
  readonly exchanged: Map<Side, number>;
  readonly withdrawn: Set<string>;
  readonly deferred: Set<string>;
  readonly keysTurned: Map<Side, number>;
  /** Notes and comments that a side keeps to itself. */
  readonly secrets: Record<Side, Set<string>>;
  /** Of each text the words last written in its source language, with the version they were written on. */
  readonly sources: Map<string, { readonly version: number; readonly word: string }>;
  /** `item field lang word`: somebody read these source words and said that the translation needs no change. */
  readonly unchanged: Set<string>;
  /** `item etag` of accepted writes: of two people who have read the same, one is asked to look again. */
  readonly written: Set<string>;
  /** Answers nobody should get. */
  readonly faults: string[];
  readonly seen: Map<string, number>;
}

interface Answer {
  readonly statusCode: number;
  readonly body: string;
}

/** Somebody signed in, asking over the network. */
export class Person {
  constructor(
    private readonly base: string,
    private readonly cookie: string,
  ) {}

  async ask(method: string, path: string, etag?: string, body?: object): Promise<Answer> {
    const answer = await fetch(`${this.base}/api/v1/${path}`, {
      method,
      headers: {
        cookie: this.cookie,
        ...(etag === undefined ? {} : { 'if-match': etag }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { statusCode: answer.status, body: await answer.text() };
  }
}

/** One session over HTTP: the secretariats and heads of both sides, and an interpreter. */
export class AgendaWorld {
  readonly ledger: Ledger = {
    added: new Map(),
    exchanged: new Map(),
    withdrawn: new Set(),
    deferred: new Set(),
    keysTurned: new Map(),
    secrets: { kr: new Set(), jp: new Set() },
    sources: new Map(),
    unchanged: new Set(),
    written: new Set(),
    faults: [],
    seen: new Map(),
  };
  private words = 0;
  round = 0;

  private constructor(
    readonly test: TestApp,
    readonly sessionId: string,
    readonly clients: ReadonlyMap<string, Person>,
  ) {}

  static async open(test: TestApp): Promise<AgendaWorld> {
    const names = ['interpreter', ...SIDES.flatMap((side) => [`secretariat.${side}`, `head.${side}`])];
    if (!test.app.getHttpServer().listening) await test.app.listen(0, '127.0.0.1');
    const base = await test.app.getUrl();
    const clients = new Map<string, Person>();
    for (const name of names) clients.set(name, new Person(base, (await test.as(name)).cookie ?? ''));
    return new AgendaWorld(test, (await saveSession(test)).id, clients);
  }

  async read(name: string): Promise<AgendaView> {
    const { body } = await this.client(name).ask('GET', `sessions/${this.sessionId}/agenda?texts=all`);
    return JSON.parse(body) as AgendaView;
  }

  client(name: string): Person {
    const client = this.clients.get(name);
    if (!client) throw new Error(name);
    return client;
  }

  /** Reads the agenda as one of the side, then acts on what was read, right or wrong by now. */
  async perform({ side, what, pick, lang }: Act): Promise<boolean> {
    const own = `secretariat.${side}`;
    const agenda = await this.read(own);
    const item = agenda.items[pick % Math.max(1, agenda.items.length)];
    const { ledger } = this;
    switch (what) {
      case 'add': {
        const title = this.word('T');
        const added = await this.send(own, 'POST', `sessions/${this.sessionId}/agenda/items`, undefined, {
          ...{ lang, title: `${titles[lang]} ${title}`, minutes: 10 + pick, objective: 'discuss' },
          ...(pick % 2 ? { privateNote: this.secret(side) } : {}),
        });
        const row = added?.items.find((candidate) => candidate.title.text.endsWith(title));
        if (added && !row) ledger.faults.push(`what ${side} added is not in the answer`);
        if (row) {
          ledger.added.set(row.id, { side, round: this.round });
          ledger.sources.set(`${row.id} title`, { version: 1, word: title });
        }
        return false;
      }
      case 'exchange': {
        const done = await this.step(own, agenda, 'exchange');
        if (done) ledger.exchanged.set(side, this.round);
        return done;
      }
      case 'sign':
      case 'takeBack': {
        const shown = await this.read(`head.${side}`);
        const done = await this.step(`head.${side}`, shown, what === 'sign' ? 'sign' : 'withdraw-signature');
        if (done && what === 'sign') ledger.keysTurned.set(side, (ledger.keysTurned.get(side) ?? 0) + 1);
        return done;
      }
      case 'decide':
        return this.decide(own, agenda, pick);
      default:
        return item ? this.onItem(own, side, what, item, agenda, pick, lang) : false;
    }
  }

  /** An interpreter fills every gap there is, then both heads sign at once while others go on. */
  async settle(meanwhile: readonly Act[]): Promise<void> {
    for (const gap of (await this.read('interpreter')).gaps) {
      const now = (await this.read('interpreter')).items.find(({ id }) => id === gap.itemId);
      if (now) await this.translate('interpreter', now, gap.field, gap.lang);
    }
    const sign = (side: Side) => this.perform({ side, what: 'sign', pick: 0, lang: 'ko' });
    const [signed] = await Promise.all([Promise.all(SIDES.map(sign)), ...meanwhile.map((act) => this.perform(act))]);
    // Of two who sign at once the later one is asked to look again.
    for (const [index, side] of SIDES.entries()) if (!signed[index]) await sign(side);
  }

  private async onItem(
    own: string,
    side: Side,
    what: string,
    item: AgendaItemView,
    agenda: AgendaView,
    pick: number,
    lang: Language,
  ): Promise<boolean> {
    const shared = item.audience === 'joint';
    const path = `agenda-items/${item.id}`;
    const { ledger } = this;
    const field = item.description && pick % 2 ? 'description' : 'title';
    switch (what) {
      case 'retitle':
      case 'describe': {
        const about = what === 'retitle' ? 'title' : 'description';
        const source = sourceOf(about === 'title' ? item.title : item.description) ?? lang;
        const word = this.word('T');
        const body = { lang: source, [about]: `${titles[source]} ${word}` };
        const done = await this.send(own, 'PATCH', path, item.etag, body);
        if (done) this.wrote(`${item.id} ${about}`, item.etag, word);
        return done !== undefined && shared;
      }
      case 'reword': {
        const text = item[field];
        const other = LANGUAGES.find((candidate) => candidate !== sourceOf(text)) ?? 'en';
        const words = `${titles[other]} ${this.word('W')} ${sourceWord(text)}`;
        return (
          (await this.send(own, 'PATCH', path, item.etag, { lang: other, [field]: words })) !== undefined && shared
        );
      }
      case 'minutes':
        return (await this.send(own, 'PATCH', path, item.etag, { lang, minutes: 5 + pick })) !== undefined && shared;
      case 'note':
        await this.send(own, 'PATCH', path, item.etag, { lang, privateNote: this.secret(side) });
        return false;
      case 'comment':
        await this.send(own, 'POST', `${path}/comments`, undefined, { lang, text: this.secret(side) });
        return false;
      case 'move':
        return (
          (await this.send(own, 'POST', `${path}/move`, item.etag, { to: 1 + (pick % agenda.items.length) })) !==
            undefined && shared
        );
      case 'withdraw': {
        const done = await this.send(own, 'POST', `${path}/withdraw`, item.etag);
        if (done) ledger.withdrawn.add(item.id);
        return done !== undefined && shared;
      }
      case 'translate':
        return (await this.translate(pick % 3 ? own : 'interpreter', item, field, lang)) && shared;
      case 'unchanged': {
        const word = sourceWord(item[field]);
        const done = await this.send(own, 'POST', `${path}/texts/${field}/${lang}/no-change`, item.etag);
        if (done) ledger.unchanged.add(`${item.id} ${field} ${lang} ${word}`);
        return done !== undefined && shared;
      }
      default:
        return (await this.send(own, 'POST', `${path}/defer`, item.etag, {})) !== undefined;
    }
  }

  private async translate(
    name: string,
    item: AgendaItemView,
    field: 'title' | 'description',
    lang: Language,
  ): Promise<boolean> {
    const text = item[field];
    const body = {
      text: `${titles[lang]} ${this.word('W')} ${sourceWord(text)}`,
      status: 'checked',
      ofRevision: text?.revision ?? 1,
    };
    return (
      (await this.send(name, 'PUT', `agenda-items/${item.id}/texts/${field}/${lang}`, item.etag, body)) !== undefined
    );
  }

  /** Accepts what the other side proposed to defer, or refuses it. */
  private async decide(own: string, agenda: AgendaView, pick: number): Promise<boolean> {
    const open = agenda.proposals[pick % Math.max(1, agenda.proposals.length)];
    if (!open) return false;
    const accepts = pick % 3 !== 0;
    const path = `proposals/${open.id}/${accepts ? 'accept' : 'refuse'}`;
    const answer = await this.client(own).ask('POST', path, undefined, accepts ? { hash: open.hash } : {});
    this.count('decide', answer.statusCode, answer.body);
    if (answer.statusCode < 300 && accepts) this.ledger.deferred.add(open.subjectId);
    return answer.statusCode < 300;
  }

  private async step(name: string, agenda: AgendaView, step: string): Promise<boolean> {
    const body = step === 'sign' ? { hash: agenda.hash ?? '0'.repeat(64) } : undefined;
    return (
      (await this.send(name, 'POST', `sessions/${this.sessionId}/agenda/${step}`, agenda.etag, body)) !== undefined
    );
  }

  private async send(
    name: string,
    method: 'POST' | 'PUT' | 'PATCH',
    path: string,
    etag?: string,
    body?: object,
  ): Promise<AgendaView | undefined> {
    const answer = await this.client(name).ask(method, path, etag, body);
    this.count(path.split('/').at(-1) ?? '', answer.statusCode, answer.body);
    const rewrites = method !== 'POST' && !(body && 'privateNote' in body);
    if (rewrites && answer.statusCode < 300) {
      const read = `${path.split('/')[1] ?? ''} ${etag ?? ''}`;
      if (this.ledger.written.has(read)) this.ledger.faults.push('two wrote over the same version');
      this.ledger.written.add(read);
    }
    return answer.statusCode < 300 ? (JSON.parse(answer.body) as AgendaView) : undefined;
  }

  private count(what: string, status: number, body: string): void {
    const { seen, faults } = this.ledger;
    const key = status < 300 ? (/^[0-9a-f]{8}-/.test(what) ? 'edit' : what) : String(status);
    seen.set(key, (seen.get(key) ?? 0) + 1);
    if (![200, 201, 403, 404, 409, 412, 422].includes(status)) faults.push(`${String(status)} ${body}`);
  }

  private wrote(text: string, etag: string, word: string): void {
    const version = Number(etag.replaceAll('"', '')) + 1;
    const known = this.ledger.sources.get(text);
    if (!known || known.version < version) this.ledger.sources.set(text, { version, word });
  }

  private word(kind: 'T' | 'W' | 'N'): string {
    this.words += 1;
    return `${kind}${String(this.words)}${kind}`;
  }

  private secret(side: Side): string {
    const word = `${side}${this.word('N')}`;
    this.ledger.secrets[side].add(word);
    return `${notes[side]} ${word}`;
  }
}

const titles: Readonly<Record<Language, string>> = { ko: '주파수 정책', ja: '周波数政策', en: 'Spectrum policy' };
const notes: Readonly<Record<Side, string>> = { kr: '발언요지', jp: '発言要領' };

type Text = AgendaItemView['description'];

/** The language a text was written in. */
export const sourceOf = (text: Text): Language | undefined =>
  LANGUAGES.find((lang) => text?.all?.[lang].status === 'authentic');

/** The word that is unique to the source as it stands. */
export function sourceWord(text: Text): string {
  const source = sourceOf(text);
  return /T\d+T/.exec((source && text?.all?.[source].text) ?? '')?.[0] ?? '';
}
