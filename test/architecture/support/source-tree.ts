import { readFileSync, readdirSync } from 'node:fs';
import { posix, resolve } from 'node:path';

/** One file of the repository. `path` is relative to its root with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** A rule broken in one place; printed as `path:line message`. */
export interface Violation {
  readonly path: string;
  readonly line: number;
  readonly message: string;
}

/** An import as written and, when it names a file of ours, the path it resolves to. */
export interface ImportEdge {
  readonly from: string;
  readonly line: number;
  readonly specifier: string;
  readonly target: string | null;
  readonly typeOnly: boolean;
  /** Loaded when it is asked for, by `import()`. */
  readonly late: boolean;
}

const skippedFolders = new Set(['node_modules', 'dist', 'coverage', '.git', '.data', '.vite', 'test-results']);
const textFile =
  /\.(ts|tsx|js|mjs|cjs|json|md|css|html|yml|yaml|tsv|typ|svg|sh)$|(^|\/)([\w.]*Dockerfile[^/]*|\w[\w.]*\.env|run|LICENSE|NOTICE|\.[a-z]+(rc|ignore|config)(\.json)?)$/;

/** Root of the repository: Jest and every script start there. */
export const repositoryRoot = resolve(process.cwd());

/** Every text file below `folders` (all of the repository when none is given), read once. Needs no git. */
export function readTree(folders: readonly string[] = ['']): SourceFile[] {
  const found: SourceFile[] = [];
  const walk = (folder: string): void => {
    for (const entry of readdirSync(resolve(repositoryRoot, folder), { withFileTypes: true })) {
      const path = posix.join(folder, entry.name);
      if (entry.isDirectory() && !skippedFolders.has(entry.name)) walk(path);
      if (entry.isFile() && textFile.test(path)) {
        found.push({ path, text: readFileSync(resolve(repositoryRoot, path), 'utf8') });
      }
    }
  };
  folders.forEach(walk);
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

export function isTest(path: string): boolean {
  return /\.(spec|int-spec|e2e-spec|browser-spec)\.tsx?$/.test(path) || path.startsWith('test/');
}

export function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}

/** The text with comments blanked, line numbers kept; other files as they are. */
export function withoutCommentsOf(file: SourceFile): string {
  if (!/\.(ts|tsx|mjs|js|css)$/.test(file.path)) return file.text;
  const blank = (comment: string): string => comment.replace(/[^\n]/g, ' ');
  return file.text.replace(/\/\*[\s\S]*?\*\//g, blank).replace(/(?<=^|\s)\/\/.*$/gm, blank);
}

const statement = /^[ \t]*(?:import|export)\s+(type\s)?(?:[^;'"`]*?\sfrom\s+)?['"]([^'"\n]+)['"]/gm;
const dynamic = /\bimport\(\s*['"]([^'"\n]+)['"]\s*\)/g;

/** All imports and re-exports of the TypeScript files among `files`, resolved inside the repository. */
export function importsOf(files: readonly SourceFile[]): ImportEdge[] {
  const known = new Set(files.map((file) => file.path));
  return files
    .filter((file) => /\.(ts|tsx|mjs)$/.test(file.path))
    .flatMap((file) => {
      const edge = (specifier: string, index: number, how: { typeOnly: boolean; late: boolean }): ImportEdge => ({
        from: file.path,
        line: lineAt(file.text, index),
        specifier,
        target: resolveSpecifier(file.path, specifier, known),
        ...how,
      });
      return [
        ...[...file.text.matchAll(statement)].map((m) =>
          edge(m[2] ?? '', m.index, { typeOnly: m[1] !== undefined, late: false }),
        ),
        ...[...file.text.matchAll(dynamic)].map((m) => edge(m[1] ?? '', m.index, { typeOnly: false, late: true })),
      ];
    });
}

function resolveSpecifier(from: string, specifier: string, known: ReadonlySet<string>): string | null {
  const alias = /^#(core|platform|forum)\/(.+)$/.exec(specifier);
  if (alias) return posix.join('libs', alias[1] ?? '', alias[2] ?? '', 'index.ts');
  if (!specifier.startsWith('.')) return null;
  const joined = posix.join(posix.dirname(from), specifier);
  const stem = joined.replace(/\.js$/, '');
  const candidates = [joined, `${stem}.ts`, `${stem}.tsx`, `${joined}/index.ts`, `${joined}/index.tsx`];
  return candidates.find((candidate) => known.has(candidate)) ?? joined;
}

/** Violations as lines a person can click on. */
export function report(violations: readonly Violation[]): string[] {
  return violations.map((v) => `${v.path}:${String(v.line)} ${v.message}`);
}
