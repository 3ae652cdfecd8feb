import { LANGUAGES, otherSide, pair, type Side } from '#core/kernel';
import { createTestApp, type TestApp, type TestClient } from './app.js';
import { saveSession } from './factories/session.js';

/** What everybody was shown at one stage, by account and address; accounts are named by their place: `head.first`, `head.second`. */
export type Views = Record<string, unknown>;

/** A desk on which both sides' posts, bodies and calendars are alike, and one session that the first side hosts. */
export interface MirroredDesk {
  readonly test: TestApp;
  readonly first: Side;
  readonly second: Side;
  readonly sessionId: string;
  readonly channelId: string;
  /** Signed in as `head.first`, `interpreter` …; anew when the clock has moved past the last sign-in. */
  as(name: string): Promise<TestClient>;
  moveClock(instant: string): Promise<void>;
  postOf(name: string): Promise<string>;
  close(): Promise<void>;
}

/** @param first the side that hosts and acts first; its mirror image is the desk of the other one */
export async function openMirroredDesk(first: Side): Promise<MirroredDesk> {
  const test = await createTestApp('record');
  const second = otherSide(first);
  await test.setClock('2027-05-20T10:00:00+09:00');
  // The record is of two real ministries, so it is no mirror image; neither are two calendars.
  await test.admin(
    `truncate forum.channel, forum.session, forum.instrument, forum.commitment, forum.action_item, forum.reminder cascade`,
  );
  await test.admin(`delete from forum.holiday`);
  await test.admin(`delete from forum.avoid_period`);
  await test.admin(
    `update forum.post p set title = (select jsonb_object_agg(key, case when jsonb_typeof(value) = 'object' then jsonb_set(value, '{text}', to_jsonb(split_part(u.email, '@', 1))) else value end) from jsonb_each(p.title))
       from forum.post_holder h join forum.user_account u on u.id = h.user_id where h.post_id = p.id`,
  );
  await test.admin(
    `update forum.body_name n set name = (select jsonb_object_agg(key, case when jsonb_typeof(value) = 'object' then jsonb_set(value, '{text}', to_jsonb('ministry of ' || b.side)) else value end) from jsonb_each(n.name)), short_name = null
       from forum.body b where b.id = n.body_id and b.code in ('KR-MSIT', 'JP-MIC')`,
  );
  const { id, channelId } = await saveSession(test, {
    startDate: '2027-06-10',
    startsAt: '2027-06-10T01:00:00Z',
    endsAt: '2027-06-10T08:00:00Z',
    hostSide: first,
  });
  await test.admin(`update forum.session set zone = forum.zone_of(host_side), place = null`);
  await test.admin(`update forum.channel set code = 'CH-MIRROR'`);
  await test.admin(`update forum.channel_name set text = 'Radio Directors-General Meeting'`);
  const signedIn = new Set<string>();
  return {
    test,
    first,
    second,
    sessionId: id,
    channelId,
    as: (name) => {
      const again = !signedIn.has(name);
      signedIn.add(name);
      return test.as(name.replace('first', first).replace('second', second), { again });
    },
    moveClock: async (instant) => {
      await test.setClock(instant);
      signedIn.clear();
    },
    postOf: async (name) => {
      const email = `${name.replace('first', first).replace('second', second)}@forum.example`;
      const [row] = await test.admin<{ id: string }>(
        `select h.post_id as id from forum.post_holder h join forum.user_account u on u.id = h.user_id where u.email = $1`,
        [email],
      );
      return row?.id ?? '';
    },
    close: () => test.close(),
  };
}

const accounts = [
  ...['secretariat', 'head', 'delegate', 'official'].flatMap((role) => [`${role}.first`, `${role}.second`]),
  ...['company.first', 'company.second', 'interpreter', 'observer'],
];

/** What everybody sees of the mirrored session and its actions. */
export async function viewsOf(desk: MirroredDesk): Promise<Views> {
  const items = await desk.test.admin<{ id: string }>(`select id from forum.action_item order by sequence`);
  const session = `sessions/${desk.sessionId}`;
  const paths = [
    'home',
    'inbox',
    'reminders',
    'sessions?when=upcoming',
    'sessions?when=past',
    session,
    `${session}/agenda?texts=all`,
    `${session}/agenda/versions`,
  ];
  const lists =
    items.length > 0
      ? ['action-items', 'action-items?scope=mine', 'action-items?scope=side', 'action-items?scope=other']
      : ['action-items'];
  return viewsAt(desk, accounts, [...paths, ...lists, ...items.map((item) => `action-items/${item.id}`)]);
}

/** What these accounts are answered at these paths, in English, so that no view speaks the language of one side. */
export async function viewsAt(
  desk: MirroredDesk,
  names: readonly string[],
  paths: readonly string[],
): Promise<Record<string, unknown>> {
  const views: Record<string, unknown> = {};
  for (const name of names) {
    const client = await desk.as(name);
    for (const [index, path] of paths.entries()) {
      const answer = await client.get(path, { language: 'en' });
      const calendar = String(answer.headers['content-type']).startsWith('text/calendar');
      const address = path.replace(/[0-9a-f-]{36}/g, '{id}').replace(/^\/feeds\/.*/, '/feeds/{token}');
      views[`${name} ${String(index)} ${address}`] = {
        status: answer.statusCode,
        // Of a calendar file it is a hash of what was written, moments and all.
        etag: calendar ? '' : answer.headers.etag,
        body: calendar ? eventsOf(answer.body) : answer.json<unknown>(),
      };
    }
  }
  return views;
}

/** The unfolded lines of a calendar file's events, without the moments at which it was written. */
function eventsOf(file: string): string[] {
  const events = /BEGIN:VEVENT[^]*END:VEVENT/.exec(file)?.[0] ?? '';
  return events
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter((line) => !/^(DTSTAMP|LAST-MODIFIED|CREATED)[;:]/.test(line));
}

/** Ids, hashes and moments by their order of appearance, as they cannot be the same twice. */
export function comparable(views: Views): Views {
  const names = new Map<string, string>();
  const text = JSON.stringify(inFixedOrder(views)).replace(passing, (found) => {
    const unlike = /^"(requestId|nextCursor)"/.exec(found)?.[1];
    if (unlike !== undefined) return `"${unlike}":""`;
    const done = /^"(\w+)":"\d{4}-/.exec(found)?.[1];
    if (done !== undefined) return `"${done}":"some moment"`;
    // What was planned falls on a whole minute; what was done, at some moment.
    if (found.startsWith('"')) return /T\d\d:\d\d:00(\.0+)?Z/.test(found) ? found : '"some moment"';
    const name = names.get(found) ?? `#${String(names.size + 1)}`;
    names.set(found, name);
    return name;
  });
  return JSON.parse(text) as Views;
}

/** Fields that say when something was done: at any second, so also at the first of a minute. */
const passing =
  /"(?:requestId|nextCursor)":"[^"]*"|"(?:at|(?:accepted|cleared|confirmed|created|decided|delivered|lastUsed|sent|shared|stamped|submitted|updated|withdrawn)At)":"\d{4}-\d\d-\d\dT[^"]*"|[0-9a-f]{64}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|"\d{4}-\d\d-\d\dT\d\d:\d\d:[^"]+"/g;

const opposite: Readonly<Record<string, string>> = {
  kr: 'jp',
  jp: 'kr',
  ko: 'ja',
  ja: 'ko',
  Korea: 'Japan',
  Japan: 'Korea',
  KR: 'JP',
  JP: 'KR',
  KST: 'JST',
  JST: 'KST',
  Korean: 'Japanese',
  Japanese: 'Korean',
  Seoul: 'Tokyo',
  Tokyo: 'Seoul',
};

/** The pair of countries as each side prints it in its own language, and in the other side's. */
const oppositePairs = [
  [pair('kr', 'ko'), pair('jp', 'ja')],
  [pair('jp', 'ko'), pair('kr', 'ja')],
].flatMap(([one = '', other = '']) => [
  [one, other],
  [other, one],
]);

/** The same views with the sides, and with them their languages, countries and zones, exchanged. */
export function mirrored(views: Views): Views {
  const pairs = new Map(oppositePairs.map(([one = '', other = '']) => [one, other]));
  const text = JSON.stringify(views)
    .replace(
      /\b(kr|jp|ko|ja|KR|JP|KST|JST|Korea|Japan|Korean|Japanese|Seoul|Tokyo)\b/g,
      (word) => opposite[word] ?? word,
    )
    .replace(new RegExp([...pairs.keys()].join('|'), 'g'), (words) => pairs.get(words) ?? words);
  return inFixedOrder(JSON.parse(text)) as Views;
}

/** Lists by language keep the order ko, ja, en and are no matter of sides. */
function inFixedOrder(value: unknown): unknown {
  if (Array.isArray(value)) {
    const list = value.map(inFixedOrder);
    const perLanguage = list.every(
      (entry) =>
        LANGUAGES.some((lang) => (entry as { lang?: unknown } | null)?.lang === lang) &&
        ('gap' in (entry as object) || 'kind' in (entry as object)),
    );
    return perLanguage ? list.sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1)) : list;
  }
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, entry]) => [key, inFixedOrder(entry)]),
  );
}
