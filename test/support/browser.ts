import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BrowserContextOptions, Page } from 'playwright-core';
import type { Language } from '#core/kernel';
import { demoPassword } from '#forum/identity';
import { createTestApp, type TestApp } from './app.js';
import { Windows } from './windows.js';

const web = fileURLToPath(new URL('../../dist/web', import.meta.url));

/** The API with the built web app on a real port, and a real browser before it. */
export interface TestDesk extends TestApp {
  /** `http://127.0.0.1:<port>`. */
  readonly address: string;
  /**
   * A window of its own, signed in as a demo account, in a language. `anonymous` signs nobody in.
   * @param options Playwright's: viewport, colour scheme
   */
  open(account: string, language: Language, options?: BrowserContextOptions): Promise<Page>;
}

/**
 * Starts both; needs `dist/web` (node scripts/build.mjs; `npm test` builds it first).
 * @param env settings of the API beyond those of every test
 */
export async function openTestDesk(env: Readonly<Record<string, string>> = {}): Promise<TestDesk> {
  if (!existsSync(web)) throw new Error('dist/web is missing: run node scripts/build.mjs');
  const test = await createTestApp('record', env, web);
  await listen(test);
  const address = await test.app.getUrl();
  const windows = new Windows(address);
  const sessions = new Map<string, SignedIn>();
  /** The cookie of an account, by a sign-in of this file that still holds; its language is set by then. */
  const cookieOf = async (account: string, language: Language): Promise<SignedIn> => {
    const known = sessions.get(account);
    if (known && (await speak(test, known, language))) return known;
    const fresh = await signIn(test, account);
    sessions.set(account, fresh);
    await speak(test, fresh, language);
    return fresh;
  };
  return {
    ...test,
    address,
    open: async (account, language, options = {}) => {
      const page = await windows.take({ locale: language, reducedMotion: 'reduce', ...options });
      if (account !== 'anonymous') {
        const { name, value } = await cookieOf(account, language);
        await page.context().addCookies([{ name, value, url: address, httpOnly: true, sameSite: 'Strict' }]);
      }
      return page;
    },
    close: async () => {
      await windows.close();
      await test.close();
    },
  };
}

interface SignedIn {
  readonly name: string;
  readonly value: string;
}

let port = 0;

/** On the same port for each file of a process, where it is free: what a browser keeps of the program, it keeps by address. */
async function listen({ app }: TestApp): Promise<void> {
  try {
    await app.listen(port, '127.0.0.1');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    await app.listen(0, '127.0.0.1');
  }
  port = Number(new URL(await app.getUrl()).port);
}

async function signIn({ app }: TestApp, account: string): Promise<SignedIn> {
  const answer = await app.inject({
    method: 'POST',
    url: '/api/v1/auth/sign-in',
    payload: { email: `${account}@forum.example`, password: demoPassword },
  });
  const [cookie] = answer.cookies;
  if (answer.statusCode !== 200 || !cookie)
    throw new Error(`sign-in of ${account} answered ${String(answer.statusCode)}`);
  return cookie;
}

/** @returns false where the sign-in has ended */
async function speak({ app }: TestApp, { name, value }: SignedIn, language: Language): Promise<boolean> {
  const answer = await app.inject({
    method: 'PATCH',
    url: '/api/v1/me',
    headers: { cookie: `${name}=${value}` },
    payload: { language },
  });
  return answer.statusCode < 300;
}
