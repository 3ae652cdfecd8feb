import type { LightMyRequestResponse } from 'fastify';
import type { AgendaView } from '../../apps/api/src/agenda/agenda.views.js';
import { LANGUAGES } from '#core/kernel';
import { answered, createTestApp, type TestApp, type TestClient } from '../support/app.js';
import { saveSession } from '../support/factories/session.js';

type Fault = readonly [path: string, code: string];

/** Name, title as sent, and the fault of its field. */
const refusedTitles: readonly (readonly [string, unknown, Fault])[] = [
  ['nothing', undefined, ['title', 'common.required']],
  ['null', null, ['title', 'common.required']],
  ['an empty text', '', ['title', 'common.required']],
  ['spaces of every width', ' \t\u00a0\u3000\u2003', ['title', 'common.required']],
  ['zero-width signs alone', '\u200b\u200c\u200d\u2060\ufeff', ['title', 'common.required']],
  ['hangul fillers alone', '\u3164\u115f\u1160\uffa0', ['title', 'common.required']],
  ['letters turned round', 'safe \u202egnp.exe', ['title', 'common.badText']],
  ['letters turned round from the left', 'safe \u202dx', ['title', 'common.badText']],
  ['an isolate', 'a\u2067b\u2069', ['title', 'common.badText']],
  ['an embedding without its end', '\u202bשלום', ['title', 'common.badText']],
  ['a lone high surrogate', 'half \ud83d', ['title', 'common.badText']],
  ['a lone low surrogate', '\ude00 half', ['title', 'common.badText']],
  ['surrogates the wrong way round', '\ude00\ud83d', ['title', 'common.badText']],
  ['a NUL', 'a\u0000b', ['title', 'common.badText']],
  ['an escape sequence of a terminal', '\u001b[2Jgone', ['title', 'common.badText']],
  ['a backspace', 'yes\b\b\bno', ['title', 'common.badText']],
  ['a line break in one line', 'one\ntwo', ['title', 'common.badText']],
  ['a header in one line', 'one\r\nBcc: everybody@example.org', ['title', 'common.badText']],
  ['a separator of lines', 'one\u2028two', ['title', 'common.badText']],
  ['a separator of paragraphs', 'one\u2029two', ['title', 'common.badText']],
  ['a control of the second block', 'a\u0085b', ['title', 'common.badText']],
  ['what is no character', 'a\uffffb', ['title', 'common.badText']],
  ['one letter too many', '가'.repeat(301), ['title', 'common.tooLong']],
  ['one emoji too many', '😀'.repeat(301), ['title', 'common.tooLong']],
  ['half a megabyte', 'a'.repeat(500_000), ['title', 'common.tooLong']],
  ['marks heaped on one letter', `a${'\u0301'.repeat(5000)}`, ['title', 'common.tooLong']],
  ['a number', 5, ['title', 'common.malformed']],
  ['a list', ['a'], ['title', 'common.malformed']],
  ['an object', { toString: 'a' }, ['title', 'common.malformed']],
  ['true', true, ['title', 'common.malformed']],
];

/** Name, title as sent, title as kept. What is only unusual is kept as it was written; nothing is taken for markup. */
const keptTitles: readonly (readonly [string, string, string])[] = [
  ['HTML', '<script>alert(1)</script>', '<script>alert(1)</script>'],
  ['a picture that acts', '<img src=x onerror="alert(1)">', '<img src=x onerror="alert(1)">'],
  ['entities', '&lt;b&gt; &amp; &#x202e;', '&lt;b&gt; &amp; &#x202e;'],
  ['a template', '{{constructor.constructor("x")()}} ${1+1}', '{{constructor.constructor("x")()}} ${1+1}'],
  ['SQL', "'); drop table forum.agenda_item; --", "'); drop table forum.agenda_item; --"],
  ['a formula', '=HYPERLINK("http://x","y")', '=HYPERLINK("http://x","y")'],
  ['a message pattern', '{count, plural, other {#}}', '{count, plural, other {#}}'],
  ['a key of the catalogue', 'common:errors.required', 'common:errors.required'],
  ['backslashes', '\\u0000 \\n \\', '\\u0000 \\n \\'],
  ['Hangul with its letters apart', '주파수 정책'.normalize('NFD'), '주파수 정책'],
  ['old Hangul that has no letter of its own', '\u1102\u119e\u11af', '\u1102\u119e\u11af'],
  ['kana with their marks apart', 'ガギグ パピ'.normalize('NFD'), 'ガギグ パピ'],
  ['half-width kana', 'ﾃﾞｼﾞﾀﾙ', 'ﾃﾞｼﾞﾀﾙ'],
  ['full-width Latin', 'ＡＩ　２０２７', 'ＡＩ　２０２７'],
  ['a compatibility ideograph', '\uf9dc頭', '隆頭'],
  ['an ideograph with its variant', '葛\u{e0100}飾', '葛\u{e0100}飾'],
  ['an ideograph beyond the first plane', '𠮷野家', '𠮷野家'],
  ['a family of emoji', '👨‍👩‍👧‍👦 회의', '👨‍👩‍👧‍👦 회의'],
  ['a flag', '🇰🇷🇯🇵', '🇰🇷🇯🇵'],
  ['square units', '㎒ ㎓ ㈜', '㎒ ㎓ ㈜'],
  ['tabs', 'one\ttwo', 'one two'],
  ['spaces around', '  \u3000안건\u00a0 ', '안건'],
  ['a byte order mark in front', '\ufeff안건', '안건'],
  ['a word joined by a zero-width sign', 'co\u200dop', 'co\u200dop'],
  ['300 letters', '가'.repeat(300), '가'.repeat(300)],
  ['300 emoji', '😀'.repeat(300), '😀'.repeat(300)],
  ['the name of a prototype', '__proto__', '__proto__'],
];

/** Name, the body as sent, its type, and what refuses it before anything is read into it. */
const refusedBodies: readonly (readonly [string, string | Buffer, string, string])[] = [
  [
    'a title of a megabyte',
    JSON.stringify({ lang: 'ko', title: 'a'.repeat(1_100_000) }),
    'application/json',
    'common.tooLarge',
  ],
  ['no JSON', '{"lang": "ko"', 'application/json', 'common.malformed'],
  ['nothing', '', 'application/json', 'common.malformed'],
  ['a list', '[]', 'application/json', 'common.invalid'],
  ['a word', '"ko"', 'application/json', 'common.invalid'],
  ['JSON a hundred thousand deep', '['.repeat(100_000), 'application/json', 'common.malformed'],
  ['a prototype', '{"__proto__": {"lang": "ko"}, "title": "a"}', 'application/json', 'common.malformed'],
  ['a constructor', '{"constructor": {"prototype": {"a": 1}}, "title": "a"}', 'application/json', 'common.malformed'],
  ['a field nobody asked for', '{"lang":"ko","title":"a","audience":"public"}', 'application/json', 'common.invalid'],
  ['UTF-16', Buffer.from('{"lang":"ko"}', 'utf16le'), 'application/json', 'common.malformed'],
  ['plain text', '{"lang":"ko"}', 'text/plain', 'common.badMediaType'],
  ['XML', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', 'application/xml', 'common.badMediaType'],
  ['a form', 'lang=ko&title=a', 'application/x-www-form-urlencoded', 'common.badMediaType'],
];

describe('hostile texts', () => {
  let test: TestApp;
  let korea: TestClient;
  let japan: TestClient;
  let items: string;
  let path: string;

  beforeAll(async () => {
    test = await createTestApp();
    [korea, japan] = await Promise.all([test.as('secretariat.kr'), test.as('secretariat.jp')]);
    const { id } = await saveSession(test);
    path = `sessions/${id}/agenda`;
    items = `${path}/items`;
    await answered(add({ title: '처음 안건' }));
  });
  afterAll(() => test.close());

  function add(over: Record<string, unknown>): Promise<LightMyRequestResponse> {
    return korea.post(items, { body: { lang: 'ko', minutes: 20, objective: 'discuss', ...over } });
  }

  /** Everything a refused text could leave behind. */
  async function traces(): Promise<unknown> {
    const [rows] = await test.admin(
      `select (select count(*) from forum.agenda_item) as items, (select count(*) from forum.outbox_event) as events,
              (select md5(string_agg(a::text, '|' order by a.id)) from forum.agenda a) as agendas,
              (select md5(string_agg(i::text, '|' order by i.id)) from forum.agenda_item i) as texts`,
    );
    return rows;
  }

  async function refused(asking: () => Promise<LightMyRequestResponse>, code: string): Promise<LightMyRequestResponse> {
    const before = await traces();
    const answer = await asking();
    expect(answer.json<{ code: string }>().code).toBe(code);
    expect(answer.statusCode).toBe(400);
    expect(await traces()).toEqual(before);
    return answer;
  }

  it.each(refusedTitles)('are refused as a title: %s', async (_, title, [field, code]) => {
    const answer = await refused(() => add({ title }), 'common.invalid');
    expect(answer.json<{ fields: { path: string; code: string }[] }>().fields).toMatchObject([{ path: field, code }]);
    // What was sent is not sent back, whatever it was.
    if (typeof title === 'string' && title.length > 6) expect(answer.body).not.toContain(title);
  });

  it.each(keptTitles)('are kept as they are meant: %s', async (_, title, kept) => {
    const agenda = await answered<AgendaView>(add({ title }));
    const shown = await answered<AgendaView>(korea.get(`${path}?texts=all`));
    expect(shown.etag).toBe(agenda.etag);
    expect(shown.items.at(-1)?.title.text).toBe(kept);
    expect((await japan.get(`${path}?texts=all`)).json<AgendaView>().items).toEqual([]);
  });

  it.each(refusedBodies)('are refused as a body: %s', async (_, body, type, code) => {
    await refused(() => korea.post(items, { body, headers: { 'content-type': type } }), code);
  });

  it.each(['%FF', '%ED%A0%80', '%00', '..%2f..%2fetc%2fpasswd', '%E2%80%AE', 'a'.repeat(150)])(
    'are refused as an address: %s',
    async (id) => {
      const answer = await korea.get(`sessions/${id}/agenda`);
      expect([400, 404]).toContain(answer.statusCode);
      expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    },
  );

  it.each(['%FF', '%ED%A0%80', 'x%00', '"><script>', 'k'.repeat(3000)])('are refused as a query: %s', async (text) => {
    const answer = await korea.get(`${path.replace(/agenda$/, 'papers')}?texts=${text}`);
    expect(answer.json()).toMatchObject({ code: expect.stringMatching(/^common\.(invalid|malformed)$/), status: 400 });
    expect(answer.body).not.toContain('<script>');
  });

  it('are told apart in every language', async () => {
    const body = { lang: 'ko', title: 'a\u202eb', minutes: 20, objective: 'discuss' };
    const said = await Promise.all(
      LANGUAGES.map(async (language) => {
        const answer = await korea.post(items, { body, language });
        return answer.json<{ fields: { detail: string }[] }>().fields[0]?.detail ?? '';
      }),
    );
    expect(said[0]).toContain('쓰기 방향 문자');
    expect(new Set(said).size).toBe(3);
  });

  it('keep line breaks of a description as one kind, and refuse everything else there too', async () => {
    const agenda = await answered<AgendaView>(add({ title: '설명', description: 'one\r\ntwo\rthree\n\tfour ' }));
    expect(agenda.items.at(-1)?.description?.text).toBe('one\ntwo\nthree\n four');
    const answer = await refused(() => add({ title: '설명', description: 'a\u202eb' }), 'common.invalid');
    expect(answer.json()).toMatchObject({ fields: [{ path: 'description', code: 'common.badText' }] });
  });
});
