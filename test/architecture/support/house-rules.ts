import { type SourceFile, type Violation, isTest, lineAt, withoutCommentsOf } from './source-tree.js';

/** Written by programs, so their length is nobody's style. */
export const generatedFiles: readonly string[] = ['apps/web/src/shared/api/schema.ts'];

/** A file is at most 250 lines, a domain file 150; tests, migrations and generated files are not counted. */
export function longFiles(files: readonly SourceFile[], generated: readonly string[] = generatedFiles): Violation[] {
  return files
    .filter((file) => /\.(ts|tsx|mjs)$/.test(file.path) && !isTest(file.path) && !file.path.startsWith('migrations/'))
    .filter((file) => !generated.includes(file.path) && !/\.generated\.ts$|\.d\.ts$/.test(file.path))
    .flatMap((file) => {
      const limit = /^libs\/forum\/[^/]+\/domain\//.test(file.path) ? 150 : 250;
      const lines = file.text.replace(/\n$/, '').split('\n').length;
      if (lines <= limit) return [];
      return [{ path: file.path, line: limit, message: `${String(lines)} lines, at most ${String(limit)}` }];
    });
}

/** kebab-case, and none of the names that say a pattern instead of a thing. */
export function badNames(files: readonly SourceFile[]): Violation[] {
  return files
    .filter((file) => /^(libs|apps|test|scripts|migrations)\//.test(file.path) && /\.(ts|tsx|mjs)$/.test(file.path))
    .flatMap((file) => {
      const name = file.path.split('/').at(-1) ?? '';
      const faults: string[] = [];
      if (!/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/.test(name)) faults.push('file names are kebab-case');
      if (/^(utils?|helpers?|misc|base-.*|.*-impl|.*-helper)\.tsx?$/.test(name))
        faults.push('the name says a pattern, not a thing');
      if (/\/(utils?|helpers?|common)\//.test(file.path) && !file.path.includes('/locales/')) {
        faults.push('the folder says a pattern, not a thing');
      }
      return faults.map((message) => ({ path: file.path, line: 1, message }));
    });
}

const pairByHand = new RegExp(
  [
    '(?<![가-힣])(?:한|일)[·ㆍ・‧](?:한|일)(?![가-힣]요일)',
    '(?<![가-힣])한일(?![가-힣])',
    '(?<![가-힣])(?:한일|일한)\\s?(?:간|양국|관계|정상|포럼|대화|협력|디지털|["\'`<])',
    '日[・·]?韓|韓[・·]?日',
    '(?:Korea|ROK)\\s?[–—/-]\\s?(?:Japan)',
    'Japan\\s?[–—/-]\\s?(?:Korea|ROK)',
  ].join('|'),
  'gu',
);

/**
 * Places that may print the pair: the function that makes it, and the record as its sources wrote it.
 * Everything else takes it from the alternat (design.md 2, decision 2).
 */
export const pairAllowed: readonly RegExp[] = [/^libs\/core\/kernel\/alternat/, /^data\//, /\/data\//, /\.tsv$/];

/** The two countries named side by side, written by hand, in catalogues, templates or source; comments are not counted. */
export function pairsByHand(files: readonly SourceFile[], allowed: readonly RegExp[] = pairAllowed): Violation[] {
  return files
    .filter(
      (file) => /^(libs|apps|migrations|scripts)\//.test(file.path) && !isTest(file.path) && !file.path.endsWith('.md'),
    )
    .filter((file) => !allowed.some((pattern) => pattern.test(file.path)))
    .flatMap((file) => {
      const text = withoutCommentsOf(file);
      return [...text.matchAll(pairByHand)].map((match) => ({
        path: file.path,
        line: lineAt(text, match.index),
        message: `the pair ${match[0]} is written by hand`,
      }));
    });
}

const registryHost = /registry\.(npmjs|yarnpkg)|npmmirror|verdaccio|artifactory|"resolved": "https?:/i;
const machinePath = /(?<![\w.])\/(work|root|home\/[a-z]+|Users\/[A-Za-z]+)\/\w/;
const leftOver = /\b(TODO|FIXME|XXX|HACK)\b/;

/** Traces of one machine, one registry, or of work put off. */
export function traces(files: readonly SourceFile[]): Violation[] {
  return files
    .filter((file) => !file.path.startsWith('test/architecture/') && !/(^|\/)data\//.test(file.path))
    .flatMap((file) =>
      file.text.split('\n').flatMap((line, index) => {
        const place = { path: file.path, line: index + 1 };
        const faults: Violation[] = [];
        if (registryHost.test(line)) faults.push({ ...place, message: 'names a package registry' });
        if (machinePath.test(line)) faults.push({ ...place, message: 'names a path of one machine' });
        if (leftOver.test(line)) faults.push({ ...place, message: 'leaves work for later' });
        return faults;
      }),
    );
}

/** Migrations import typeorm and nothing of ours, are named by time, verb and object, and can go down. */
export function migrationFaults(files: readonly SourceFile[]): Violation[] {
  return files
    .filter((file) => /^migrations\/.*\.ts$/.test(file.path) && !isTest(file.path))
    .flatMap((file) => {
      const faults: string[] = [];
      if (!/^migrations\/\d{13}-[a-z]+(-[a-z0-9]+)+\.ts$/.test(file.path))
        faults.push('named <13-digit ms>-<verb>-<object>.ts');
      for (const match of file.text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'\s*\)?;/g)) {
        if (match[1] !== 'typeorm') faults.push(`imports ${match[1] ?? ''}`);
      }
      for (const method of ['up', 'down']) {
        const body = new RegExp(`\\basync ${method}\\([^)]*\\)[^{]*\\{\\s*(\\})?`).exec(file.text);
        if (!body) faults.push(`has no ${method}()`);
        else if (body[1] !== undefined) faults.push(`has an empty ${method}()`);
      }
      return faults.map((message) => ({ path: file.path, line: 1, message }));
    });
}

/** `IsOptional` lets null through for every type, so it stands on a field whose type has it; elsewhere it is `MayBeAbsent`. */
export function nullsLetIn(files: readonly SourceFile[]): Violation[] {
  return files
    .filter((file) => /^apps\/api\/src\/.*\.ts$/.test(file.path))
    .flatMap((file) =>
      [...file.text.matchAll(/@IsOptional\(\)([^;]*);/g)]
        .filter(([, field = '']) => !/\|\s*null\b/.test(field))
        .map(({ index }) => ({
          path: file.path,
          line: lineAt(file.text, index),
          message: 'takes null, which its type has not',
        })),
    );
}

/** Escapes from the type checker, and tests that are switched off. */
export function escapes(files: readonly SourceFile[]): Violation[] {
  const patterns: [RegExp, string][] = [
    [/\bas unknown as\b/, 'a cast through unknown'],
    [/\bas any\b|:\s*any\b(?!\w)/, 'any'],
    [/@ts-(ignore|expect-error|nocheck)|eslint-disable/, 'a check switched off in a comment'],
    [/\b(it|test|describe)\.(skip|only|todo|failing)\b|\bx(it|describe|test)\(/, 'a test that does not run'],
  ];
  return files
    .filter((file) => /\.(ts|tsx)$/.test(file.path) && !file.path.startsWith('test/architecture/'))
    .filter((file) => !generatedFiles.includes(file.path))
    .flatMap((file) => {
      const code = withoutStrings(withoutCommentsButDirectives(file));
      return code
        .split('\n')
        .flatMap((line, index) =>
          patterns.filter(([p]) => p.test(line)).map(([, message]) => ({ path: file.path, line: index + 1, message })),
        );
    });
}

function withoutCommentsButDirectives(file: SourceFile): string {
  return file.text
    .replace(/\/\*(?![^]*?eslint)[\s\S]*?\*\//g, (c) => c.replace(/[^\n]/g, ' '))
    .replace(/(?<=^|\s)\/\/(?! ?(@ts-|eslint-)).*$/gm, '');
}

function withoutStrings(code: string): string {
  return code.replace(/'[^'\n]*'|"[^"\n]*"/g, "''");
}
