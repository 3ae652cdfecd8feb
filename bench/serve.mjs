/** Reading over HTTP next to a hand-written server, the memory of the API meanwhile, and what a browser loads for its first page. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { demoPassword } from '#forum/identity';
import { load } from './support/load.mjs';
import { count, memoryOf, middle } from './support/measure.mjs';
import { startProcess } from './support/process.mjs';
import { storeActions } from './support/world.mjs';

const apiMain = fileURLToPath(new URL('../dist/apps/api/src/main.js', import.meta.url));
const bareMain = fileURLToPath(new URL('./support/bare-server.mjs', import.meta.url));
const account = 'official.kr@forum.example';

export async function serve(world, report, { actions = 100_000 } = {}) {
  const sessionId = await storeAgenda(world);
  await storeOwned(world, actions);
  const scratch = mkdtempSync(join(tmpdir(), 'forum-desk-bench-'));
  const api = await startApi(world, scratch);
  let bare;
  try {
    const cookie = await signIn(api.origin);
    const pages = pagesOf(sessionId, actions);
    const bodies = {};
    for (const { path } of pages) {
      const answer = await fetch(`${api.origin}${path}`, { headers: { cookie } });
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
      bodies[path] = await answer.text();
    }
    const file = join(scratch, 'bare.json');
    const routes = Object.fromEntries(
      pages.map(({ path, sql }, at) => [`/${at}`, { sql, values: [], body: bodies[path] }]),
    );
    writeFileSync(file, JSON.stringify({ url: world.superuserUrl, routes }));
    bare = startProcess({ main: bareMain, args: [file], env: {} });
    const port = /ready (\d+)/.exec(await bare.ready)?.[1];
    let memory = 0;
    for (const [at, { what, path }] of pages.entries()) {
      const [ours, theirs] = [[], []];
      await load(`${api.origin}${path}`, { headers: { cookie }, ms: 1_500 });
      await load(`http://127.0.0.1:${port}/${at}`, { ms: 500 });
      for (let turn = 0; turn < 3; turn += 1) {
        ours.push(await load(`${api.origin}${path}`, { headers: { cookie } }));
        memory = Math.max(memory, memoryOf(api.pid));
        theirs.push(await load(`http://127.0.0.1:${port}/${at}`));
      }
      const [our, their] = [ours, theirs].map((runs) => middle(runs.map(({ perSecond }) => perSecond)));
      report.add({
        what,
        value: our / their,
        atLeast: 0.6,
        text: `32 connections: ${count(our)} a second (half within ${middle(ours.flatMap(({ times }) => times)).toFixed(0)} ms), hand-written ${count(their)} a second; ${count(ours[0]?.bytes ?? 0)} bytes`,
      });
    }
    report.add({ what: 'memory of the API meanwhile', value: memory, atMost: 200, unit: ' MB', text: '' });
    await firstPage(report, api.origin, sessionId);
  } finally {
    await bare?.stop();
    await api.stop();
    rmSync(scratch, { recursive: true, force: true });
    await world.ask(`delete from forum.action_item where series = 'OWNED'`);
  }
}

/** The statement reads what the page shows; the hand-written server then sends the product's own bytes. */
const pagesOf = (sessionId, actions) => [
  {
    what: "read a session's agenda, 20 items, one language",
    path: `/api/v1/sessions/${sessionId}/agenda?lang=ko`,
    sql: `select s.id, s.state, a.version, a.state as agenda, (select jsonb_agg(to_jsonb(i) order by i.position) from forum.agenda_item i where i.agenda_id = a.id) as items
            from forum.session s join forum.agenda a on a.session_id = s.id where s.id = '${sessionId}'`,
  },
  {
    what: `first 50 overdue actions of an owner out of ${count(actions)}`,
    path: '/api/v1/action-items?scope=mine&overdue=true&limit=50&lang=ko',
    sql: `select i.*, p.title as post, s.start_date from forum.action_item i join forum.post p on p.id = i.owner_post_id left join forum.session s on s.id = i.session_id
           where i.owner_post_id in (${ownPost}) and i.state in ('open','in_progress') and i.due < date '2027-06-15' order by i.due, i.id limit 51`,
  },
];

const ownPost = `select h.post_id from forum.post_holder h join forum.user_account u on u.id = h.user_id where u.email = '${account}'`;

/** Twenty items in three languages, agreed by both. */
async function storeAgenda({ ask }) {
  const [session] = await ask(`
    insert into forum.session (id, channel_id, ordinal_kr, ordinal_jp, date_value, start_date, starts_at, ends_at, zone, place, host_side, level, state, audience)
    select gen_random_uuid(), s.channel_id, 90, 90, '2027-09-15', '2027-09-15', '2027-09-15T01:00:00Z', '2027-09-15T08:00:00Z', 'Asia/Seoul', s.place, 'kr', 'dg', 'date_agreed', 'joint'
      from forum.session s where not s.illustrative order by s.start_date desc limit 1 returning id`);
  const [agenda] = await ask(
    `insert into forum.agenda (id, session_id, state) values (gen_random_uuid(), $1, 'exchanged') returning id`,
    [session.id],
  );
  await ask(
    `insert into forum.agenda_item (id, agenda_id, position, proposer_side, minutes, objective, title, description, state, audience)
     select gen_random_uuid(), $1, n, (array['kr','jp'])[1 + n % 2], 15, 'discuss', words, words, 'exchanged', 'joint'
       from generate_series(1, 20) n
       cross join lateral (select jsonb_build_object('source', 'ko', 'revision', 1, 'ko', jsonb_build_object('text', '이동통신 주파수 정책 동향 ' || n, 'of', 1, 'status', 'checked'),
         'ja', jsonb_build_object('text', '移動通信の周波数政策の動向 ' || n, 'of', 1, 'status', 'checked'), 'en', jsonb_build_object('text', 'Spectrum policy ' || n, 'of', 1, 'status', 'checked')) as words) t`,
    [agenda.id],
  );
  return session.id;
}

/** The official's post owns one of two hundred, as each other post does. */
async function storeOwned(world, actions) {
  await storeActions(world, { series: 'OWNED', count: actions, due: `date '2026-12-01' + n % 397` });
  await world.ask(
    `update forum.action_item set owner_post_id = (${ownPost} limit 1), owner_side = 'kr' where series = 'OWNED' and sequence % 200 = 0`,
  );
  await world.ask('analyze forum.action_item');
}

async function startApi(world, dataDir) {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  const api = startProcess({
    main: apiMain,
    env: {
      NODE_ENV: 'production',
      DEMO_MODE: 'true',
      LOG_LEVEL: 'silent',
      DATABASE_URL: world.appUrl,
      DATA_DIR: dataDir,
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      PORT: String(port),
    },
  });
  api.ready.catch(() => undefined);
  const origin = `http://127.0.0.1:${port}`;
  for (let patience = 300; patience > 0; patience -= 1) {
    const answer = await fetch(`${origin}/readyz`).catch(() => null);
    await answer?.arrayBuffer();
    if (answer?.ok) return { ...api, origin };
    await pause(100);
  }
  await api.stop();
  throw new Error('the API did not become ready');
}

async function signIn(origin) {
  const answer = await fetch(`${origin}/api/v1/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: account, password: demoPassword }),
  });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0];
  if (!answer.ok || !cookie) throw new Error(`the sign-in answered ${answer.status}`);
  return cookie;
}

/** Opens the session in a real browser and counts the JavaScript as it came over the line until its heading stands. */
async function firstPage(report, origin, sessionId) {
  const { unpackBrowser } = await import('../scripts/unpack-browser.mjs');
  const { default: chromium } = await import('@sparticuz/chromium');
  const { chromium: playwright } = await import('playwright-core');
  const unwanted = /^--(single-process|no-zygote|use-gl|use-angle|in-process-gpu|ignore-gpu|enable-unsafe)/;
  const browser = await playwright.launch({
    executablePath: await unpackBrowser(),
    args: [...chromium.args.filter((arg) => !unwanted.test(arg)), '--disable-gpu'],
  });
  try {
    const page = await browser.newPage({ baseURL: origin });
    await page.request.post('/api/v1/auth/sign-in', { data: { email: account, password: demoPassword } });
    const scripts = [];
    page.on('requestfinished', (request) => {
      if (request.resourceType() === 'script') scripts.push(request);
    });
    await page.goto(`/sessions/${sessionId}`);
    await page.locator('main h1').first().waitFor();
    const loaded = [...scripts];
    let bytes = 0;
    for (const request of loaded) bytes += (await request.sizes()).responseBodySize;
    report.add({
      what: 'JavaScript of the first page',
      value: bytes / 1_000,
      atMost: 250,
      unit: ' KB',
      text: `${loaded.length} files, compressed, until the heading of a session stands`,
    });
  } finally {
    await browser.close();
  }
}
