/**
 * `npm run screenshots`: the pictures of README.md, taken from a desk of its own that is started for it and thrown away.
 * Builds, starts in a temporary folder on a free port, lets both sides write and sign an agenda over the API, and
 * opens the pages in the browser that comes with npm. Writes docs/images/*.png.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import chromium from '@sparticuz/chromium';
import { chromium as driver } from 'playwright-core';
import { root } from './launch/paths.mjs';
import { prepareScene, signIn } from './launch/scene.mjs';
import { unpackBrowser } from './unpack-browser.mjs';

const folder = mkdtempSync(join(tmpdir(), 'forum-desk-pictures-'));
const images = join(root, 'docs/images');
const desk = await startDesk();
try {
  const session = await prepareScene(desk.address);
  mkdirSync(images, { recursive: true });
  await takePictures(session);
} finally {
  await desk.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function startDesk() {
  const env = { ...process.env, DATA_DIR: folder, PORT: '0', DEMO_MODE: 'on' };
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((done) => {
    child.once('close', done);
  });
  const address = await new Promise((done, fail) => {
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      process.stdout.write(text);
      said += text;
      const ready = /ready after [^:]*:\s+(http:\S+)/.exec(said);
      if (ready) done(ready[1]);
    });
    void ended.then(() => {
      fail(new Error('the desk did not start'));
    });
  });
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  return { address, stop };
}

async function takePictures(session) {
  // One process for everything, as the package proposes for very small machines, finds no local fonts and falls with its page.
  const args = chromium.args.filter((arg) => arg !== '--single-process' && arg !== '--no-zygote');
  const browser = await driver.launch({ executablePath: await unpackBrowser(), args, headless: true });
  try {
    const take = async (name, { account, language, path, width = 1280, height = 800, until }) => {
      const context = await browser.newContext({
        viewport: { width, height },
        deviceScaleFactor: 2,
        baseURL: desk.address,
        locale: language,
        reducedMotion: 'reduce',
      });
      await context.addCookies([{ ...(await signIn(desk.address, account)).cookie, url: desk.address }]);
      const page = await context.newPage();
      await page.goto(`${path}?lang=${language}`);
      await page.waitForSelector(until);
      await page.waitForLoadState('networkidle');
      await page.evaluate('document.fonts.ready.then(() => undefined)');
      await page.screenshot({ path: join(images, `${name}.png`) });
      await context.close();
      process.stdout.write(`  ✓ docs/images/${name}.png\n`);
    };
    await take('agenda', { account: 'head.jp', language: 'ja', path: `/sessions/${session}/agenda`, until: 'main h1' });
    await take('agenda-phone', {
      account: 'delegate.kr',
      language: 'ko',
      path: `/sessions/${session}/agenda`,
      width: 360,
      height: 720,
      until: 'main h1',
    });
    await take('channels', { account: 'secretariat.kr', language: 'en', path: '/channels', until: 'main h1' });
  } finally {
    await browser.close();
  }
}
