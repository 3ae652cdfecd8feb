import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Database } from '#platform/database';
import type { ListFiles } from '#forum/glossary';
import { importRecord, type ImportInput, type ImportReport } from './import-record.js';

export interface LoadRecordOptions extends Pick<ImportInput, 'demo' | 'onProgress'> {
  /** Address of the login of the running processes. */
  readonly appUrl: string;
}

/** The record every installation starts with, and its reviewed links. The compiler copies no data: the folder is found from package.json. */
export function recordFiles(): { readonly record: string; readonly links: string } {
  const data = join(packageRoot(dirname(fileURLToPath(import.meta.url))), 'data');
  return { record: readFileSync(join(data, 'history.json'), 'utf8'), links: linksFile() };
}

/** The agreed terms every installation starts with, and the further forms that go with them. */
export function termFiles(): ListFiles {
  const root = packageRoot(dirname(fileURLToPath(import.meta.url)));
  return {
    list: readFileSync(join(root, 'libs', 'core', 'i18n', 'glossary.tsv'), 'utf8'),
    forms: readFileSync(join(root, 'data', 'glossary-forms.json'), 'utf8'),
  };
}

/** The reviewed links, which go with any edition of the record. */
export function linksFile(): string {
  return readFileSync(
    join(packageRoot(dirname(fileURLToPath(import.meta.url))), 'data', 'commitment-links.json'),
    'utf8',
  );
}

/** Loads the record of the installation into a migrated database; does nothing the second time. */
export async function loadRecord({ appUrl, demo, onProgress }: LoadRecordOptions): Promise<ImportReport> {
  const database = new Database({ url: appUrl, poolSize: 1 });
  try {
    return await importRecord(database, { ...recordFiles(), terms: termFiles(), demo, onProgress });
  } finally {
    await database.close();
  }
}

function packageRoot(from: string): string {
  if (existsSync(join(from, 'package.json'))) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error('history.noPackageRoot');
  return packageRoot(parent);
}
