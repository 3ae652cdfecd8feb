import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedDatabaseError } from './errors.js';
import { lockFolder } from './folder-lock.js';

describe('the lock of a data folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'forum-desk-lock-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test('is held by one at a time, and says by whom', () => {
    const release = lockFolder(folder);
    const refused = (): void => void lockFolder(folder);
    expect(refused).toThrow(new EmbeddedDatabaseError('folderInUse', { folder, pid: process.pid }));
    release();
    release();
    expect(existsSync(join(folder, 'start.lock'))).toBe(false);
    lockFolder(folder)();
  });

  test.each([
    ['a process that is gone', '4194000 1'],
    ['an id that another process has now', `${String(process.pid)} 1`],
    ['nobody, because it is empty', ''],
  ])('is taken over from %s', (_, content) => {
    writeFileSync(join(folder, 'start.lock'), `${content}\n`);
    lockFolder(folder);
    expect(readFileSync(join(folder, 'start.lock'), 'utf8')).toMatch(new RegExp(`^${String(process.pid)} \\d+\\n$`));
    expect(readdirSync(folder)).toEqual(['start.lock']);
  });

  test('is not given back by one who has lost it', () => {
    const release = lockFolder(folder);
    writeFileSync(join(folder, 'start.lock'), '1 1\n');
    release();
    expect(existsSync(join(folder, 'start.lock'))).toBe(true);
  });
});
