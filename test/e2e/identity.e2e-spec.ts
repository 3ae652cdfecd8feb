import { createTestApp, type TestApp } from '../support/app.js';

describe('signing in', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await createTestApp();
  });
  afterAll(() => test.close());

  it('tells a signed-in user who they are, for which side and in which language', async () => {
    const client = await test.as('secretariat.kr');
    const me = (await client.get('me')).json<{
      side: string;
      roles: string[];
      language: string;
      post: { body: { text: string } };
    }>();
    expect(me).toMatchObject({
      side: 'kr',
      roles: ['secretariat'],
      language: 'ko',
      post: { body: { text: '과학기술정보통신부' } },
    });
  });

  it('keeps only a hash of the session token', async () => {
    const client = await test.as('secretariat.jp');
    const token = client.cookie?.split('=')[1] ?? '';
    const rows = await test.admin<{ row: string }>('select s::text as row from forum.auth_session s');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((row) => !row.row.includes(token))).toBe(true);
  });

  it.each([
    ['ko', '전자우편 주소 또는 비밀번호가 올바르지 않습니다.'],
    ['ja', 'メールアドレス又はパスワードが正しくありません。'],
    ['en', 'The e-mail address or the password is not right.'],
  ] as const)('answers a wrong password and an unknown account alike, in %s', async (language, detail) => {
    const wrong = await test.anonymous.post('auth/sign-in', {
      language,
      body: { email: 'auditor@forum.example', password: 'x' },
    });
    const unknown = await test.anonymous.post('auth/sign-in', {
      language,
      body: { email: `nobody-${language}@forum.example`, password: 'x' },
    });
    for (const answer of [wrong, unknown]) {
      expect(answer.statusCode).toBe(401);
      expect(answer.headers['content-type']).toContain('application/problem+json');
      expect(answer.headers['content-language']).toBe(language);
      expect(answer.json()).toMatchObject({ code: 'identity.badCredentials', detail });
    }
  });

  it('throttles guesses, even when they come at once, and lets the account in again later', async () => {
    const guess = () =>
      test.anonymous.post('auth/sign-in', { body: { email: 'observer@forum.example', password: 'guess' } });
    const answers = await Promise.all(Array.from({ length: 8 }, guess));
    expect(answers.filter((answer) => answer.statusCode === 401)).toHaveLength(5);
    const refused = answers.filter((answer) => answer.statusCode === 429);
    expect(refused).toHaveLength(3);
    expect(Number(refused[0]?.headers['retry-after'])).toBeGreaterThan(0);
    await test.admin(
      `update forum.sign_in_attempt set at = at - interval '16 minutes' where account = 'observer@forum.example'`,
    );
    expect((await guess()).statusCode).toBe(401);
  });

  it('ends every session of the user on sign-out everywhere', async () => {
    const first = await test.as('delegate.kr');
    const second = await test.anonymous.post('auth/sign-in', {
      body: { email: 'delegate.kr@forum.example', password: 'forum-desk-demo' },
    });
    const cookie = second.cookies[0];
    expect((await first.post('auth/sign-out-everywhere')).statusCode).toBe(204);
    expect((await first.get('me')).json()).toMatchObject({ code: 'identity.sessionExpired' });
    const other = await test.app.inject({
      url: '/api/v1/me',
      headers: { cookie: `${cookie?.name ?? ''}=${cookie?.value ?? ''}` },
    });
    expect(other.statusCode).toBe(401);
  });

  it('ends a session that was idle too long and one of a disabled user', async () => {
    const idle = await test.as('official.kr');
    await test.admin(
      `update forum.auth_session set last_seen_at = last_seen_at - interval '2 hours' where user_id = (select id from forum.user_account where email = 'official.kr@forum.example')`,
    );
    expect((await idle.get('me')).statusCode).toBe(401);
    const disabled = await test.as('official.jp');
    await test.admin(`update forum.user_account set disabled_at = now() where email = 'official.jp@forum.example'`);
    expect((await disabled.get('me')).statusCode).toBe(401);
  });

  it('names every fault of a body with its path, and refuses fields it does not know', async () => {
    const answer = await test.anonymous.post('auth/sign-in', {
      language: 'en',
      body: { email: 'no address', role: 'admin' },
    });
    expect(answer.statusCode).toBe(400);
    const problem = answer.json<{ code: string; fields: { path: string; code: string; detail: string }[] }>();
    expect(problem.code).toBe('common.invalid');
    expect(problem.fields.map((field) => `${field.path} ${field.code}`).sort()).toEqual([
      'email common.notAnEmail',
      'password common.required',
      'role common.unknownField',
    ]);
    expect(problem.fields.every((field) => field.detail.length > 3 && !field.detail.includes('common.'))).toBe(true);
  });

  it('takes a full-width address for the same account', async () => {
    const answer = await test.anonymous.post('auth/sign-in', {
      body: { email: 'Head.KR＠forum.example', password: 'forum-desk-demo' },
    });
    expect(answer.statusCode).toBe(200);
  });

  it('refuses a change that another page sends', async () => {
    const client = await test.as('head.jp');
    const answer = await client.post('auth/sign-out', { headers: { 'sec-fetch-site': 'cross-site' } });
    expect(answer.statusCode).toBe(403);
    expect((await client.get('me')).statusCode).toBe(200);
  });

  it.each(['not json', '{"email":"\\ud800"'])('never answers 500 to a broken body: %s', async (payload) => {
    const answer = await test.app.inject({
      method: 'POST',
      url: '/api/v1/auth/sign-in',
      headers: { 'content-type': 'application/json' },
      payload,
    });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ code: 'common.malformed' });
  });

  it('keeps demo accounts out when the demo is off', async () => {
    const strict = await createTestApp('record', { DEMO_MODE: 'false' });
    const answer = await strict.anonymous.post('auth/sign-in', {
      body: { email: 'head.kr@forum.example', password: 'forum-desk-demo' },
    });
    expect(answer.statusCode).toBe(401);
    expect((await strict.anonymous.get('auth/demo-accounts')).json()).toEqual({ password: null, items: [] });
    await strict.close();
  });
});
