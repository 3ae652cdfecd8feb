import { existsSync, mkdirSync, rmSync, rmdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { get } from 'node:http';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Failure } from './failure.mjs';
import { root } from './paths.mjs';

export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    throw new Failure(`Node ${process.versions.node} is too old: 20.19 or newer is needed.`);
  if (!existsSync(join(root, 'node_modules'))) throw new Failure('The packages are not installed: run npm ci first.');
}

/**
 * The port to use: the wanted one, or a free one for 0. When the data folder tells of a start that was killed just now,
 * its API is given a moment to notice and let go.
 * @param {{ port: number, host: string, dataDir: string }} config @param {(text: string) => void} note
 */
export async function checkPort({ port: wanted, host, dataDir }, note) {
  const end = performance.now() + (existsSync(join(dataDir, 'start.lock')) ? 5_000 : 0);
  for (;;) {
    const { port, code } = await tryPort(wanted, host);
    if (code === null) return port;
    if (code === 'EACCES')
      throw new Failure(`Port ${wanted} may not be used by this user; set PORT to another, 1024 or above.`);
    if (code !== 'EADDRINUSE') throw new Failure(`HOST ${host} cannot be listened on (${code}).`);
    if (performance.now() > end)
      throw new Failure(`Port ${wanted} is taken by another program; stop it, or set PORT to another.`);
    note(`port ${wanted} is still taken`);
    await pause(200);
  }
}

function tryPort(wanted, host) {
  const probe = createServer();
  return new Promise((done) => {
    probe.once('error', (error) => {
      done({ port: wanted, code: error.code ?? 'unknown' });
    });
    probe.listen({ port: wanted, host, exclusive: true }, () => {
      const { port } = probe.address();
      probe.close(() => {
        done({ port, code: null });
      });
    });
  });
}

/** Makes the data folder (0700) if need be and proves that files can be written; leaves nothing behind on failure. @param {string} folder */
export function checkDataFolder(folder) {
  const made = [];
  for (let path = folder; !existsSync(path); path = dirname(path)) made.unshift(path);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const probe = join(folder, `.write-${process.pid}`);
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    for (const path of made.reverse()) {
      try {
        rmdirSync(path);
      } catch {
        break;
      }
    }
    throw new Failure(`The data folder ${folder} cannot be written (${error.code}); set DATA_DIR to another.`);
  }
}

/**
 * Waits until an address answers 200.
 * @param {string} url @param {{ signal: AbortSignal, seconds: number, note?: (text: string) => void }} options
 * @returns {Promise<boolean>} false when it did not within the time
 */
export async function waitForOk(url, { signal, seconds, note = () => undefined }) {
  const end = performance.now() + seconds * 1_000;
  while (performance.now() < end) {
    signal.throwIfAborted();
    const status = await statusOf(url);
    if (status === 200) return true;
    if (status !== null) note(`answers ${status}`);
    await pause(50);
  }
  return false;
}

function statusOf(url) {
  return new Promise((done) => {
    const request = get(url, { timeout: 2_000 }, (response) => {
      response.resume();
      done(response.statusCode ?? null);
    });
    request.once('timeout', () => {
      request.destroy();
    });
    request.once('error', () => {
      done(null);
    });
  });
}
