import type { AgendaView } from '../../apps/api/src/agenda/agenda.views.js';
import type { TranslationImportView } from '../../apps/api/src/translation/translation-files.dto.js';
import type { TranslationView } from '../../apps/api/src/translation/translation.views.js';
import { answered, createTestApp, type TestApp, type TestClient } from '../support/app.js';
import { saveSession } from '../support/factories/session.js';
import { formOf } from '../support/form.js';

const item = { lang: 'ko', minutes: 40, objective: 'discuss' };
const titles = ['이동통신 주파수 정책', '806~821㎒ 대역의 공동 이용'];

describe('a translation request for an office that works offline', () => {
  let test: TestApp;
  let korea: TestClient;
  let japan: TestClient;
  let official: TestClient;
  let sessionId: string;
  let id: string;

  beforeAll(async () => {
    test = await createTestApp();
    await test.setClock('2026-12-01T00:00:00Z');
    [korea, japan, official] = await Promise.all([
      test.as('secretariat.kr'),
      test.as('secretariat.jp'),
      test.as('official.kr'),
    ]);
  });
  afterAll(() => test.close());

  const agenda = (client: TestClient) => answered<AgendaView>(client.get(`sessions/${sessionId}/agenda?texts=all`));
  const read = (client: TestClient) => answered<TranslationView>(client.get(`translations/${id}`));
  const xliff = async (client: TestClient) => {
    const answer = await client.get(`translations/${id}/file.xlf`);
    expect(answer.statusCode).toBe(200);
    return answer.body;
  };
  const upload = async (
    client: TestClient,
    bytes: Buffer | string,
    name = 'answer.xlf',
    fields: Record<string, string> = {},
  ) => {
    return client.post(`translations/${id}/import`, await formOf({ name, bytes: Buffer.from(bytes) }, fields));
  };
  const imported = (client: TestClient, bytes: Buffer | string, fields?: Record<string, string>) =>
    answered<TranslationImportView>(upload(client, bytes, 'answer.xlf', fields));
  /** The exported file with these translations, as a tool writes it: only the segments change. */
  const filled = (xml: string, targets: readonly string[]) => {
    let at = -1;
    return xml.replace(
      /<\/source>(?:<target[^>]*>[^<]*<\/target>)?/gu,
      () => `</source><target>${targets[(at += 1)] ?? ''}</target>`,
    );
  };

  beforeEach(async () => {
    const session = await saveSession(test);
    sessionId = session.id;
    for (const title of titles)
      await answered(korea.post(`sessions/${sessionId}/agenda/items`, { body: { ...item, title } }));
    await answered(korea.post(`sessions/${sessionId}/agenda/exchange`, { etag: (await agenda(korea)).etag }));
    const body = { subjectType: 'agenda', subjectId: session.agendaId, scope: 'shared', fromLang: 'ko', toLang: 'ja' };
    id = (await answered<TranslationView>(korea.post('translations', { body }))).id;
    await answered(official.post(`translations/${id}/start`, { etag: (await read(official)).etag }));
  });

  it('goes out as XLIFF and comes back as drafts of the very source they translate', async () => {
    const targets = ['移動通信の周波数政策', '806~821MHz帯の共同利用'];
    const report = await imported(official, filled(await xliff(official), targets));
    expect(report.items.map(({ outcome }) => outcome)).toEqual(['applied', 'applied']);
    expect(report.translation.texts.map(({ target }) => [target?.text, target?.status])).toEqual([
      [targets[0], 'draft'],
      [targets[1], 'draft'],
    ]);
    const again = await imported(official, filled(await xliff(official), targets));
    expect(again.items.map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged']);
  });

  it('goes out as a Word table and comes back the same', async () => {
    await imported(official, filled(await xliff(official), ['移動通信の周波数政策', '']));
    const answer = await official.get(`translations/${id}/file.docx`);
    expect(answer.headers['content-type']).toContain('wordprocessingml.document');
    expect(answer.headers['content-disposition']).toMatch(/filename\*=UTF-8''.*\.docx/u);
    const report = await answered<TranslationImportView>(upload(official, answer.rawPayload, '표.docx'));
    expect(report.items.map(({ outcome }) => outcome)).toEqual(['unchanged', 'empty']);
  });

  it('never counts machine text as checked, whoever says that a machine wrote it', async () => {
    const xml = filled(await xliff(official), ['機械訳その一', '機械訳その二']);
    await imported(official, xml, { origin: 'machine' });
    const texts = (await read(official)).texts;
    expect(texts.map(({ target, gap }) => [target?.status, gap])).toEqual([
      ['machine', 'machine'],
      ['machine', 'machine'],
    ]);
    const refused = await official.post(`translations/${id}/deliver`, { etag: (await read(official)).etag });
    expect(refused.statusCode).toBe(422);
    expect(refused.json()).toMatchObject({ code: 'translation.unitsOpen' });
    expect(await xliff(official)).toContain('subState="desk:machine"');
  });

  it('leaves out what was made of an older source, and gives the words back', async () => {
    const old = filled(await xliff(official), ['移動通信の周波数政策', '共同利用']);
    const [first] = (await agenda(korea)).items;
    await answered(
      korea.patch(`agenda-items/${first?.id ?? ''}`, {
        etag: first?.etag ?? '',
        body: { lang: 'ko', title: '차세대 이동통신 주파수 정책' },
      }),
    );
    const report = await imported(official, old);
    expect(report.items).toMatchObject([
      { outcome: 'outdated', text: '移動通信の周波数政策' },
      { outcome: 'applied', text: '共同利用' },
    ]);
    expect((await read(official)).texts[0]).toMatchObject({ target: null, gap: 'missing' });
  });

  it('reports each text it cannot take: unknown, twice, empty, unfit', async () => {
    const xml = await xliff(official);
    const bad = filled(xml, ['訳\u202eせない', ' ']).replace(
      '</file>',
      '<unit id="u-1"><segment><source>a</source><target>b</target></segment></unit></file>',
    );
    expect((await imported(official, bad)).items).toMatchObject([
      { outcome: 'refused', fault: 'common.badText' },
      { outcome: 'empty' },
      { outcome: 'unknown', unitId: null, text: 'b' },
    ]);
    expect((await read(official)).texts.every(({ target }) => target === null)).toBe(true);
  });

  it.each<[string, (xml: string) => Buffer | string, number, string]>([
    [
      'the file of another request',
      (xml) => xml.replace(/original="[^"]+"/u, 'original="019aa000-0000-7000-8000-000000000000"'),
      422,
      'translation.otherRequest',
    ],
    ['other languages', (xml) => xml.replace('trgLang="ja"', 'trgLang="en"'), 422, 'translation.otherLanguages'],
    [
      'an entity',
      (xml) => xml.replace(/^<\?xml[^>]*>/u, '<!DOCTYPE x [<!ENTITY a "b">]>'),
      422,
      'translation-files.hasDoctype',
    ],
    ['an empty file', () => '', 415, 'translation-files.wrongKind'],
    [
      'a picture',
      () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      422,
      'translation-files.textEncoding',
    ],
    ['a file that is far too large', () => Buffer.alloc(6_000_000, 0x20), 413, 'translation-files.tooLarge'],
  ])('refuses %s and changes nothing', async (_, make, status, code) => {
    const before = await read(official);
    const refused = await upload(official, make(filled(await xliff(official), ['一', '二'])));
    expect([refused.statusCode, refused.json<{ code: string }>().code]).toEqual([status, code]);
    expect(await read(official)).toEqual(before);
  });

  it('is nobody else’s to fill in, and a request about drafts is not there for the other side', async () => {
    const xml = filled(await xliff(japan), ['一', '二']);
    const refused = await upload(await test.as('delegate.jp'), xml);
    expect(refused.statusCode).toBe(403);
    expect((await read(official)).texts.every(({ target }) => target === null)).toBe(true);
    await answered(korea.post(`sessions/${sessionId}/agenda/items`, { body: { ...item, title: '비공개 초안' } }));
    const [agendaRow] = await test.admin<{ id: string }>('select id from forum.agenda where session_id = $1', [
      sessionId,
    ]);
    const body = { subjectType: 'agenda', subjectId: agendaRow?.id, scope: 'own', fromLang: 'ko', toLang: 'ja' };
    const own = await answered<TranslationView>(korea.post('translations', { body }));
    for (const path of ['file.xlf', 'file.docx'])
      expect((await japan.get(`translations/${own.id}/${path}`)).statusCode).toBe(404);
    const form = await formOf({ name: 'a.xlf', bytes: Buffer.from(xml) });
    const hidden = await japan.post(`translations/${own.id}/import`, form);
    expect(hidden.statusCode).toBe(404);
  });
});
