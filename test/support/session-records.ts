import type { LightMyRequestResponse } from 'fastify';
import type { Language } from '#core/kernel';
import type {
  SessionRecordListView,
  SessionRecordParagraphView,
  SessionRecordView,
} from '../../apps/api/src/session-records/session-records.views.js';
import { answered, type TestApp, type TestClient } from './app.js';

type Words = { readonly ko: string; readonly ja: string; readonly en: string };

/** What people do to the texts of one session, by demo account; each act sends what the account has just read. */
export class RecordDesk {
  constructor(
    private readonly test: TestApp,
    readonly sessionId: string,
  ) {}

  as(name: string): Promise<TestClient> {
    return this.test.as(name);
  }

  async read(name: string, id: string): Promise<SessionRecordView> {
    return answered<SessionRecordView>((await this.as(name)).get(`records/${id}?texts=all`));
  }

  async list(name: string): Promise<SessionRecordListView> {
    return answered<SessionRecordListView>((await this.as(name)).get(`sessions/${this.sessionId}/records`));
  }

  async draft(name: string, over: object = {}): Promise<SessionRecordView> {
    const body = { kind: 'agreed_minutes', lang: 'ko', title: '제7차 {PAIR} 전파국장회의 합의의사록', ...over };
    return answered<SessionRecordView>((await this.as(name)).post(`sessions/${this.sessionId}/records`, { body }));
  }

  async add(name: string, id: string, text: string, over: object = {}): Promise<SessionRecordParagraphView> {
    const body = { kind: 'paragraph', lang: 'ko', text, ...over };
    const record = await answered<SessionRecordView>((await this.as(name)).post(`records/${id}/paragraphs`, { body }));
    const at = (over as { at?: number }).at ?? record.paragraphs.length;
    const added = record.paragraphs[at - 1];
    if (!added) throw new Error('no paragraph');
    return added;
  }

  /** An act on the whole text, with its present version and, where the act stands on words, its hash. */
  async act(name: string, id: string, action: string, body: object = {}): Promise<LightMyRequestResponse> {
    const { etag, hash } = await this.read(name, id);
    const onWords = ['turn-key', 'finish', 'clearance/start', 'clearance/decide'].includes(action);
    return (await this.as(name)).post(`records/${id}/${action}`, { etag, body: onWords ? { hash, ...body } : body });
  }

  async done(name: string, id: string, action: string, body: object = {}): Promise<SessionRecordView> {
    return answered<SessionRecordView>(this.act(name, id, action, body));
  }

  /** An act on one paragraph, with its present version. */
  async onParagraph(
    name: string,
    record: string,
    paragraph: string,
    action: string,
    body: object,
  ): Promise<LightMyRequestResponse> {
    const found = (await this.read(name, record)).paragraphs.find(({ id }) => id === paragraph);
    const client = await this.as(name);
    const options = { etag: found?.etag ?? '', body };
    return action === ''
      ? client.patch(`record-paragraphs/${paragraph}`, options)
      : client.post(`record-paragraphs/${paragraph}/${action}`, options);
  }

  /** Fills a language of every text that lacks it. */
  async translate(name: string, id: string, words: (text: string, lang: Language) => string): Promise<void> {
    const client = await this.as(name);
    for (const gap of (await this.read(name, id)).gaps) {
      const record = await this.read(name, id);
      const paragraph = record.paragraphs.find((one) => one.id === gap.paragraphId);
      const text = gap.paragraphId === null ? record.title : paragraph?.text;
      const source = text?.all?.ko.status === 'authentic' ? text.all.ko : text?.all?.ja;
      const path = gap.paragraphId === null ? `records/${id}/title` : `record-paragraphs/${gap.paragraphId}/text`;
      await answered(
        client.put(`${path}/${gap.lang}`, {
          etag: (gap.paragraphId === null ? record.etag : paragraph?.etag) ?? '',
          body: { text: words(source?.text ?? '', gap.lang), status: 'checked', ofRevision: text?.revision ?? 1 },
        }),
      );
    }
  }

  /** A shared text of two paragraphs in three languages, without brackets. */
  async share(name: string, over: object = {}, words: Words = agreedWords): Promise<SessionRecordView> {
    const { id } = await this.draft(name, over);
    await this.add(name, id, words.ko);
    await this.add(name, id, '{SIGN1}\n\n{SIGN2}', { kind: 'signature_block' });
    const secretariat = name.replace('head', 'secretariat');
    await this.translate(secretariat, id, (text, lang) => (text === words.ko ? words[lang] : text));
    return this.done(name, id, 'exchange');
  }

  /** A side's clearance by one word. */
  async clear(side: string, id: string): Promise<SessionRecordView> {
    await this.done(`secretariat.${side}`, id, 'clearance/start');
    return this.done(`secretariat.${side}`, id, 'clearance/decide', { pass: true });
  }

  /** Both clearances, then both keys. */
  async settle(id: string): Promise<SessionRecordView> {
    for (const side of ['kr', 'jp']) await this.clear(side, id);
    await this.done('head.kr', id, 'turn-key');
    return this.done('head.jp', id, 'turn-key');
  }

  /** Proposes as one side and accepts as the other. */
  async agree(from: string, to: string, id: string, what: string, body: object = {}): Promise<SessionRecordView> {
    const { proposals } = await this.done(from, id, `propose-${what}`, body);
    const open = proposals.find(({ kind }) => kind === `record.${what}`);
    const path = `proposals/${open?.id ?? ''}/accept`;
    await answered((await this.as(to)).post(path, { body: { hash: open?.hash ?? '' } }));
    return this.read(to, id);
  }

  async postOf(name: string): Promise<string> {
    const [row] = await this.test.admin<{ id: string }>(
      `select h.post_id as id from forum.post_holder h join forum.user_account u on u.id = h.user_id where u.email = $1`,
      [`${name}@forum.example`],
    );
    return row?.id ?? '';
  }
}

export const agreedWords: Words = {
  ko: '양측은 매년 회의를 교대로 개최하기로 합의하였다.',
  ja: '双方は、毎年、会合を交互に開催することで一致した。',
  en: 'Both sides agreed to hold the meeting every year in turn.',
};
