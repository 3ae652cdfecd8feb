import { type TestApp, createTestApp } from '../support/app.js';

const password = 'forum-desk-demo';

describe('what every answer carries', () => {
  let plain: TestApp;
  let https: TestApp;

  beforeAll(async () => {
    [plain, https] = await Promise.all([
      createTestApp(),
      createTestApp('record', { PUBLIC_URL: 'https://desk.example' }),
    ]);
  });
  afterAll(() => Promise.all([plain.close(), https.close()]));

  const signIn = (test: TestApp, headers: Record<string, string> = {}) =>
    test.anonymous.post('auth/sign-in', { body: { email: 'head.kr@forum.example', password }, headers });

  it('lets no other page frame, script or restyle it', async () => {
    const answer = await plain.anonymous.get('me');
    const policy = String(answer.headers['content-security-policy']);
    for (const rule of [
      "default-src 'none'",
      "script-src 'self'",
      "connect-src 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ]) {
      expect(policy).toContain(rule);
    }
    expect(policy).not.toContain('unsafe-eval');
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.headers['referrer-policy']).toBe('same-origin');
  });

  it('keeps answers of the API out of every cache, refusals too', async () => {
    const client = await plain.as('head.jp');
    for (const answer of [await client.get('me'), await plain.anonymous.get('me'), await client.get('no-such-thing')]) {
      expect(answer.headers['cache-control']).toBe('no-store');
    }
  });

  it('opens to no other origin', async () => {
    const answer = await plain.anonymous.get('auth/demo-accounts', {
      headers: { origin: 'https://elsewhere.example' },
    });
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
  });

  it('gives the session cookie to no script and no other site, and under https to this host only', async () => {
    const cookie = String((await signIn(plain)).headers['set-cookie']);
    expect(cookie).toMatch(/^forum-session=[^;]{40,};/);
    for (const attribute of ['HttpOnly', 'SameSite=Strict', 'Path=/']) expect(cookie).toContain(attribute);
    expect(cookie).not.toContain('Domain=');

    const secure = String((await signIn(https)).headers['set-cookie']);
    expect(secure).toMatch(/^__Host-forum-session=/);
    expect(secure).toContain('Secure');
  });

  it('asks browsers to stay on https where it is served over https', async () => {
    expect((await https.anonymous.get('me')).headers['strict-transport-security']).toContain('max-age=31536000');
    expect((await plain.anonymous.get('me')).headers['strict-transport-security']).toBeUndefined();
  });

  it('gives a new session at every sign-in and ends the old one', async () => {
    const first = (await signIn(plain)).cookies[0];
    const cookie = `${first?.name ?? ''}=${first?.value ?? ''}`;
    const second = (await signIn(plain, { cookie })).cookies[0];
    expect(second?.value).not.toBe(first?.value);
    expect((await plain.anonymous.get('me', { headers: { cookie } })).statusCode).toBe(401);
  });

  it('believes no forwarded address of a stranger when it counts guesses', async () => {
    const guess = (from: string) =>
      plain.anonymous.post('auth/sign-in', {
        body: { email: 'company.kr@forum.example', password: 'x' },
        headers: { 'x-forwarded-for': from },
      });
    for (let count = 0; count < 5; count++) await guess(`192.0.2.${String(count)}`);
    const rows = await plain.admin<{ address: string }>(
      `select distinct address from forum.sign_in_attempt where account = 'company.kr@forum.example'`,
    );
    expect(rows).toEqual([{ address: '127.0.0.1' }]);
  });

  it('tells nothing of its inside when something breaks', async () => {
    await https.admin('alter table forum.user_account rename to user_account_away');
    const answer = await signIn(https);
    await https.admin('alter table forum.user_account_away rename to user_account');
    expect(answer.statusCode).toBe(500);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.body).not.toMatch(/select|relation|user_account|node_modules|\.ts|\.js/);
  });
});
