import { setTimeout as pause } from 'node:timers/promises';
import chromium from '@sparticuz/chromium';
import {
  chromium as playwright,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type CDPSession,
  type Page,
} from 'playwright-core';

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

/** A page of a test lives too short for its program to be made faster beside it: that costs a third of the browser's time. */
const wanted = ['--disable-gpu', '--js-flags=--single-threaded,--no-opt,--no-maglev'];

/** Whoever has done one of these to a window has changed it for good: it is closed, not used again. */
const lasting = {
  context: [
    'addInitScript',
    'exposeBinding',
    'exposeFunction',
    'grantPermissions',
    'newCDPSession',
    'newPage',
    'on',
    'route',
    'routeWebSocket',
    'setExtraHTTPHeaders',
    'setGeolocation',
    'setOffline',
  ],
  page: [
    'addInitScript',
    'close',
    'emulateMedia',
    'exposeBinding',
    'exposeFunction',
    'route',
    'routeWebSocket',
    'setExtraHTTPHeaders',
    'setViewportSize',
  ],
} as const satisfies { context: readonly (keyof BrowserContext)[]; page: readonly (keyof Page)[] };

/** What a test listens to; Playwright itself listens to the closing of a window. */
const heard = [
  'console',
  'dialog',
  'domcontentloaded',
  'download',
  'filechooser',
  'framenavigated',
  'load',
  'pageerror',
  'popup',
  'request',
  'requestfailed',
  'requestfinished',
  'response',
  'websocket',
];

/** A window that nobody uses: empty, nobody signed in, with the compiled program of the pages it has shown. */
interface Idle {
  readonly kind: string;
  readonly context: BrowserContext;
  readonly page: Page;
  readonly tools: CDPSession;
}

interface Kept {
  readonly browser: Browser;
  readonly idle: Idle[];
}

/** CHILD_MESSAGE_END of jest-worker: there are no more files for this process. */
const END = 2;
const shared = globalThis as typeof globalThis & {
  forumTestBrowser?: Promise<Kept>;
  closeTestBrowser?: () => Promise<void>;
};

/** One browser for all files of a process: to start one, and a window in it, costs more than most pages. */
async function keptBrowser(): Promise<Kept> {
  const known = await shared.forumTestBrowser;
  if (known?.browser.isConnected()) return known;
  shared.forumTestBrowser = playwright
    .launch({
      executablePath: process.env['FORUM_TEST_BROWSER'] ?? '',
      // Where nobody has set a locale, it would call every file with a Korean or Japanese name `download`.
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
      args: [...chromium.args.filter((arg) => !unwanted.includes(arg)), ...wanted],
    })
    .then((browser) => ({ browser, idle: [] }));
  shared.closeTestBrowser = async () => (await shared.forumTestBrowser)?.browser.close();
  if (!known && process.send)
    process.on('message', function leave(message) {
      if (!Array.isArray(message) || message[0] !== END) return;
      process.off('message', leave);
      void shared.closeTestBrowser?.();
    });
  return await shared.forumTestBrowser;
}

/** The windows of one test file. A closed one is emptied and given out again; each kind of window is another profile. */
export class Windows {
  private readonly open = new Set<BrowserContext>();

  constructor(private readonly address: string) {}

  /** An empty window, nobody signed in. Its context's `close` gives it back. */
  async take(options: BrowserContextOptions): Promise<Page> {
    const { browser, idle } = await keptBrowser();
    const kind = JSON.stringify([this.address, options]);
    const place = idle.findIndex((one) => one.kind === kind);
    const [window = await openWindow(browser, kind, { ...options, baseURL: this.address })] =
      place < 0 ? [] : idle.splice(place, 1);
    const { context, page } = window;
    this.open.add(context);
    const changed = watch(context, page);
    const close = context.close.bind(context);
    context.close = async (...args) => {
      context.close = close;
      this.open.delete(context);
      if (!changed() && (await empty(window, this.address))) idle.push(window);
      else await close(...args);
    };
    return page;
  }

  /** Closes what the file has left open. */
  async close(): Promise<void> {
    await Promise.all([...this.open].map((context) => context.close()));
  }
}

async function openWindow(browser: Browser, kind: string, options: BrowserContextOptions): Promise<Idle> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  return { kind, context, page, tools: await context.newCDPSession(page) };
}

/** Tells afterwards whether something was done that an emptied window would keep. */
function watch(context: BrowserContext, page: Page): () => boolean {
  let changed = false;
  const over = <Thing extends object>(thing: Thing, names: readonly (keyof Thing)[]): (() => boolean)[] =>
    names.map((name) => {
      const own = thing[name];
      if (typeof own !== 'function') return () => false;
      Object.defineProperty(thing, name, {
        configurable: true,
        value: (...args: unknown[]): unknown => {
          changed = true;
          return Reflect.apply(own, thing, args);
        },
      });
      return () => Reflect.deleteProperty(thing, name);
    });
  const undo = [...over(context, lasting.context), ...over(page, lasting.page)];
  return () => {
    for (const one of undo) one();
    return changed || page.isClosed() || context.pages().length !== 1;
  };
}

/** A window that cannot be emptied in this time, in ms, is closed. */
const patienceMs = 5_000;

/** @returns false where that did not succeed, or not in time */
async function empty(window: Idle, origin: string): Promise<boolean> {
  const enough = new AbortController();
  const late = pause(patienceMs, false, { signal: enough.signal }).catch(() => false);
  try {
    return await Promise.race([wipe(window, origin), late]);
  } finally {
    enough.abort();
  }
}

/** Signs out and forgets what pages stored, but not the files of the program. @returns false where that did not succeed */
async function wipe({ context, page, tools }: Idle, origin: string): Promise<boolean> {
  try {
    for (const name of heard) page.removeAllListeners(name);
    await page.evaluate(() => {
      if (location.protocol !== 'about:') sessionStorage.clear();
    });
    // A page of the same address: another one would end the process that has compiled the program.
    await page.goto(`${origin}/healthz`);
    await Promise.all([
      context.clearCookies(),
      tools.send('Storage.clearDataForOrigin', {
        origin,
        storageTypes: 'cookies,file_systems,indexeddb,local_storage,service_workers,cache_storage',
      }),
      tools.send('Page.resetNavigationHistory'),
    ]);
    return true;
  } catch {
    return false;
  }
}
