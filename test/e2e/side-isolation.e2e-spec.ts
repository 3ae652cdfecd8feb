import { otherSide, SIDES, type Side } from '#core/kernel';
import { describeApi } from '../../apps/api/src/http/openapi.js';
import { createTestApp, type TestApp } from '../support/app.js';
import { arrangeSecrets, markerOf, seenBy, type Secrets } from '../support/secrets.js';
import { questionsOf, readOperations, walk, type Question, type Walk } from '../support/walk.js';

const neutral = ['interpreter', 'company.kr', 'company.jp', 'observer', 'auditor', 'admin'];
const ofSide: Readonly<Record<Side, readonly string[]>> = {
  kr: ['secretariat.kr', 'head.kr', 'delegate.kr', 'official.kr'],
  jp: ['secretariat.jp', 'head.jp', 'delegate.jp', 'official.jp'],
};
/** One of each side and of each other kind of account; people of one side differ in what they may do, hardly in what they may read. */
const thorough = ['secretariat.kr', 'secretariat.jp', 'interpreter', 'company.kr', 'observer', 'admin'];
/** Answered without a sign-in. */
const open = ['/api/v1/auth/demo-accounts', '/healthz', '/readyz'];

/** Numbers over both sides together, for who keeps the desk running: they change with every row, and hold no word, id or side. */
const totals: Readonly<Record<string, string>> = { admin: '/api/v1/jobs' };

/** What the own side finds again over HTTP: the test can fail only where something private is shown to somebody. */
const shownToOwnSide = [
  'action_event',
  'action_evidence',
  'action_item',
  'agenda_item',
  'agenda_note',
  'agenda_version',
  'channel',
  'channel_event',
  'channel_name',
  'channel_party',
  'commitment',
  'conflict',
  'context_event',
  'escalation',
  'exchange_programme',
  'exhibition',
  'instrument',
  'instrument_area',
  'multilateral_contribution',
  'multilateral_item',
  'multilateral_meeting',
  'multilateral_position',
  'multilateral_support',
  'paper',
  'paper_file',
  'paper_release',
  'radio_event',
  'radio_issue',
  'record',
  'record_paragraph',
  'sent_mail',
  'session',
];

/**
 * Nothing with a side's audience reaches anybody else: not in a body, a count, a version, a cursor, a header or an error. One database;
 * the Japanese secrets are planted first, then the Korean, and every account's answers are compared with those it got just before. Who
 * is of neither side is asked before the first and after the last: no secret of either may have moved anything.
 */
describe('side isolation over HTTP (domain.md 8, case 4)', () => {
  let test: TestApp;
  let secrets: Secrets;
  let questions: Question[];
  let operations: string[];
  const latest = new Map<string, Walk>();

  beforeAll(async () => {
    test = await createTestApp('record');
    await test.setClock('2027-03-01T10:00:00+09:00');
    secrets = await arrangeSecrets(test);
    const description = describeApi(test.app);
    questions = questionsOf(description, secrets.ids);
    operations = readOperations(description).map(([path]) => path);
  });
  afterAll(() => test.close());

  let asked = 0;
  const asks = (name: string) => questions.filter((question) => thorough.includes(name) || !question.thorough);
  const walkAll = async (names: readonly string[]): Promise<Map<string, Walk>> => {
    const walks = new Map(
      await Promise.all(names.map(async (name) => [name, await walk(await test.as(name), asks(name))] as const)),
    );
    for (const answers of walks.values()) asked += answers.size;
    return walks;
  };

  it('asks every GET of the description as everybody', async () => {
    expect(new Set(questions.map((question) => question.operation))).toEqual(new Set(operations));
    for (const [name, answers] of await walkAll([...ofSide.kr, ...neutral])) {
      latest.set(name, answers);
      expect(
        [...answers]
          .filter(([, answer]) => ![200, 403, 404].includes(answer.status))
          .map(([url, answer]) => `${name} ${url} ${answer.text}`),
      ).toEqual([]);
    }
  }, 180_000);

  it('answers 401 to whoever is not signed in, but for the open pages', async () => {
    const answers = await Promise.all(
      questions.map(async ({ operation, url }) => ({ operation, status: (await test.anonymous.get(url)).statusCode })),
    );
    const let_in = new Set(answers.filter((answer) => answer.status !== 401).map((answer) => answer.operation));
    expect([...let_in].sort()).toEqual(open.filter((path) => operations.includes(path)));
  });

  it('is as thorough as it means to be', () => {
    expect(questions.length).toBeGreaterThan(operations.length * 4);
    expect(asked).toBeGreaterThan(5 * questions.length);
  });

  describe.each(['jp', 'kr'] as const)('what %s keeps to itself', (side) => {
    const others = [...ofSide[otherSide(side)], ...(side === 'kr' ? neutral : [])];
    const hiddenFrom = (name: string): readonly Side[] => (neutral.includes(name) ? SIDES : [side]);
    const idsHiddenFrom = (name: string) => hiddenFrom(name).flatMap((one) => secrets.idsOf(one));
    const otherRoles = (
      ['forum_kr', 'forum_jp', 'forum_joint', 'forum_business', 'forum_public', 'forum_admin'] as const
    ).filter((role) => role !== `forum_${side}`);
    let after: Map<string, Walk>;

    beforeAll(async () => {
      const seen = () =>
        Promise.all(otherRoles.map(async (role) => [role, await seenBy(test, role, secrets.tables)] as const));
      const before = await seen();
      await secrets.plant(side);
      expect(await seen()).toEqual(before);
      after = new Map([...(await walkAll(others)), ...(await walkAll(ofSide[side]))]);
    }, 180_000);
    afterAll(() => {
      for (const [name, answers] of after) latest.set(name, answers);
    });

    it('has a private row in every table that can hold one', async () => {
      for (const table of secrets.tables) {
        const rows = await test.admin(`select 1 from forum.${table} where audience = $1 and id = any ($2)`, [
          side,
          secrets.idsOf(side),
        ]);
        expect([table, rows.length > 0]).toEqual([table, true]);
      }
    });

    it.each(others)('leaves every answer to %s as it was, byte for byte', (name) => {
      const before = latest.get(name) ?? new Map<string, never>();
      const now = after.get(name) ?? new Map<string, never>();
      expect([...now.keys()]).toEqual([...before.keys()]);
      const changed = [...now].filter(
        ([url, answer]) =>
          url.split('?')[0] !== totals[name] &&
          (answer.text !== before.get(url)?.text || answer.status !== before.get(url)?.status),
      );
      expect(changed.map(([url, answer]) => ({ url, before: before.get(url)?.text, now: answer.text }))).toEqual([]);
      expect(now.size).toBeGreaterThanOrEqual(asks(name).length);
    });

    it.each(others)('shows %s no word and no id of it', (name) => {
      const ids = idsHiddenFrom(name);
      const marker = new RegExp(hiddenFrom(name).map(markerOf).join('|'), 'i');
      const told = [...(after.get(name) ?? [])].filter(
        ([url, { text }]) => marker.test(text) || ids.some((id) => !url.includes(id) && text.includes(id)),
      );
      expect(told.map(([url]) => url)).toEqual([]);
    });

    it.each(others)('answers %s about a hidden thing as about one that does not exist', (name) => {
      const now = after.get(name) ?? new Map<string, never>();
      const hidden = idsHiddenFrom(name);
      const differing: string[] = [];
      for (const [url, answer] of now) {
        const id = hidden.find((candidate) => url.includes(candidate));
        if (id === undefined) continue;
        const unknown = now.get(url.replace(id, secrets.unknownId));
        if (
          answer.status !== unknown?.status ||
          answer.text.replaceAll(id, '') !== unknown.text.replaceAll(secrets.unknownId, '')
        )
          differing.push(url);
      }
      expect(differing).toEqual([]);
    });

    it.each([...ofSide[side]])('shows it to %s, of its own side', (name) => {
      const text = [...(after.get(name)?.values() ?? [])].map((answer) => answer.text).join('\n');
      const found = new Set(
        [...text.matchAll(new RegExp(`${markerOf(side)} (\\w+)\\.`, 'g'))].map((match) => match[1] ?? ''),
      );
      if (thorough.includes(name)) expect([...found]).toEqual(expect.arrayContaining(shownToOwnSide));
      else expect(found.size).toBeGreaterThan(shownToOwnSide.length / 2);
      for (const words of ['draft title', 'draft description', 'draft note', 'note on a shared item'])
        expect(text).toContain(`${markerOf(side)} ${words}`);
      // A planted row of a file has no bytes in the storage.
      const broken = [...(after.get(name) ?? [])].filter(
        ([url, answer]) => answer.status >= 500 && !(answer.status === 503 && url.includes('/content?')),
      );
      expect(broken.map(([url, answer]) => `${String(answer.status)} ${url}`)).toEqual([]);
    });
  });
});
