import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import chromium from '@sparticuz/chromium';
import { chromium as playwright, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import type { Language } from '#core/kernel';
import { demoPassword } from '#forum/identity';
import { createTestApp, type TestApp } from './app.js';

/**
 * The package's switches are made for one page in a small cloud function; a test closes windows and wants the browser's own guards.
 * Nor does it want a graphics card made of software: pages are drawn without one in half the time.
 */
const unwanted = [
  '--single-process',
  '--no-zygote',
  '--disable-web-security',
  '--allow-running-insecure-content',
  '--ignore-gpu-blocklist',
  '--in-process-gpu',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
];

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
  await test.app.listen(0, '127.0.0.1');
  const address = await test.app.getUrl();
  const browser: Browser = await playwright.launch({
    executablePath: process.env['FORUM_TEST_BROWSER'] ?? '',
    args: [...chromium.args.filter((arg) => !unwanted.includes(arg)), '--disable-gpu'],
  });
  return {
    ...test,
    address,
    open: async (account, language, options = {}) => {
      const context = await browser.newContext({
        baseURL: address,
        locale: language,
        reducedMotion: 'reduce',
        ...options,
      });
      const page = await context.newPage();
      page.setDefaultTimeout(15_000);
      if (account !== 'anonymous') {
        const answer = await page.request.post('/api/v1/auth/sign-in', {
          data: { email: `${account}@forum.example`, password: demoPassword },
        });
        if (!answer.ok()) throw new Error(`sign-in of ${account} answered ${String(answer.status())}`);
        await page.request.patch('/api/v1/me', { data: { language } });
      }
      return page;
    },
    close: async () => {
      await browser.close();
      await test.close();
    },
  };
}
