import { IntlMessageFormat } from 'intl-messageformat';
import { type SourceFile, withoutCommentsOf } from './source-tree.js';

export const languages = ['ko', 'ja', 'en'] as const;
export type CatalogueLanguage = (typeof languages)[number];

/** Flat messages of one language: `agenda:errors.bracketsOpen` → text. */
export type Messages = ReadonlyMap<string, string>;
export type MessagesByLanguage = Record<CatalogueLanguage, Messages>;

interface Tree {
  readonly [key: string]: string | Tree;
}

const place = /^libs\/core\/i18n\/locales\/(ko|ja|en)\/([^/]+)\.json$/;

/** All messages of the catalogue files among `files`. */
export function messagesOf(files: readonly SourceFile[]): MessagesByLanguage {
  const found = { ko: new Map<string, string>(), ja: new Map<string, string>(), en: new Map<string, string>() };
  for (const file of files) {
    const [, language, namespace] = place.exec(file.path) ?? [];
    if (language !== 'ko' && language !== 'ja' && language !== 'en') continue;
    const walk = (tree: Tree, path: string): void => {
      for (const [key, value] of Object.entries(tree)) {
        if (typeof value === 'string') found[language].set(`${path}${key}`, value);
        else walk(value, `${path}${key}.`);
      }
    };
    walk(JSON.parse(file.text) as Tree, `${namespace ?? ''}:`);
  }
  return found;
}

/** Keys that one language has and another lacks, as `ja lacks agenda:errors.x`. */
export function missingKeys(messages: MessagesByLanguage): string[] {
  const all = new Set(languages.flatMap((language) => [...messages[language].keys()]));
  return languages.flatMap((language) =>
    [...all].filter((key) => !messages[language].has(key)).map((key) => `${language} lacks ${key}`),
  );
}

/** Objects whose keys are not in the order of their code units, as `ja/agenda.json errors: b before a`. */
export function unsortedKeys(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    const [, language, namespace] = place.exec(file.path) ?? [];
    if (language === undefined || namespace === undefined) return [];
    const walk = (tree: Tree, path: string): string[] => {
      const keys = Object.keys(tree);
      const wrong = keys.findIndex((key, index) => index > 0 && key < (keys[index - 1] ?? ''));
      const here =
        wrong < 0
          ? []
          : [`${language}/${namespace}.json ${path || '(top)'}: ${keys[wrong - 1] ?? ''} before ${keys[wrong] ?? ''}`];
      const below = Object.entries(tree).flatMap(([key, value]) =>
        typeof value === 'string' ? [] : walk(value, `${path}${key}.`),
      );
      return [...here, ...below];
    };
    return walk(JSON.parse(file.text) as Tree, '');
  });
}

/** Messages that are empty or not ICU, and keys whose languages do not take the same arguments. */
export function argumentFaults(messages: MessagesByLanguage): string[] {
  const keys = [...new Set(languages.flatMap((language) => [...messages[language].keys()]))];
  return keys.flatMap((key) => {
    const shapes = languages.flatMap((language) => {
      const text = messages[language].get(key);
      return text === undefined ? [] : [{ language, shape: shapeOf(text, language) }];
    });
    const broken = shapes
      .filter(({ shape }) => shape.startsWith('!'))
      .map(({ language, shape }) => `${language} ${key} ${shape.slice(1)}`);
    if (broken.length > 0) return broken;
    const differs = shapes.some(({ shape }) => shape !== shapes[0]?.shape);
    return differs ? [`${key} takes ${shapes.map(({ language, shape }) => `${language} {${shape}}`).join(', ')}`] : [];
  });
}

/** Argument names and tags of a message, sorted; `!reason` when it cannot be read. */
function shapeOf(text: string, language: CatalogueLanguage): string {
  if (text.trim() === '') return '!is empty';
  try {
    const names = new Set<string>();
    collect(new IntlMessageFormat(text, language).getAst(), names);
    return [...names].sort().join(' ');
  } catch (error) {
    return `!is not an ICU message: ${error instanceof Error ? error.message : String(error)}`;
  }
}

type Element = ReturnType<IntlMessageFormat['getAst']>[number];

/** A piece of plain text, type 0 of the parser. */
const isLiteral = (element: Element): boolean => element.type === 0;

function collect(elements: readonly Element[], names: Set<string>): void {
  for (const element of elements) {
    if ('value' in element && !isLiteral(element))
      names.add('children' in element ? `<${element.value}>` : element.value);
    if ('options' in element) for (const option of Object.values(element.options)) collect(option.value, names);
    if ('children' in element) collect(element.children, names);
  }
}

/** How the code names messages: whole keys, and the fixed beginnings of keys made at run time. */
export interface KeyUse {
  readonly whole: ReadonlySet<string>;
  readonly beginnings: ReadonlySet<string>;
  /** Literals of the form `'agenda.bracketsOpen'`: perhaps an error code, perhaps the name of a job or an event. */
  readonly codes: ReadonlySet<string>;
}

/** Reads literals such as `'agenda:states.agreed'` and templates such as `` `agenda:states.${state}` ``. */
export function keyUse(files: readonly SourceFile[], namespaces: ReadonlySet<string>): KeyUse {
  const use = { whole: new Set<string>(), beginnings: new Set<string>(), codes: new Set<string>() };
  for (const file of files) {
    if (!/\.(ts|tsx|mjs)$/.test(file.path)) continue;
    const text = withoutCommentsOf(file);
    for (const match of text.matchAll(/['"`]([a-z][a-z0-9-]*):([A-Za-z0-9_.-]*)(['"`]|\$\{)/g)) {
      const [, namespace = '', path = '', end = ''] = match;
      if (!namespaces.has(namespace)) continue;
      if (end === '${' || path.endsWith('.')) use.beginnings.add(`${namespace}:${path}`);
      else if (path !== '') use.whole.add(`${namespace}:${path}`);
    }
    for (const match of text.matchAll(/['"`]([a-z][a-z0-9-]*)\.([A-Za-z0-9]+)['"`]/g)) {
      if (namespaces.has(match[1] ?? '')) use.codes.add(`${match[1] ?? ''}.${match[2] ?? ''}`);
    }
  }
  return use;
}

const keyOfError = (code: string): string => code.replace(/^([a-z-]+)\.(.+)$/, '$1:errors.$2');

/** Keys in the catalogues that no code names. `kept` are beginnings whose keys are chosen by data, each with its reason. */
export function unusedKeys(
  messages: MessagesByLanguage,
  use: KeyUse,
  errorCodes: readonly string[],
  kept: readonly string[],
): string[] {
  const errors = new Set([...errorCodes, ...use.codes].map(keyOfError));
  const beginnings = [...use.beginnings, ...kept];
  return [...messages.en.keys()].filter(
    (key) => !use.whole.has(key) && !errors.has(key) && !beginnings.some((beginning) => key.startsWith(beginning)),
  );
}

/** Keys, beginnings of keys and declared error codes that no catalogue has. */
export function unknownKeys(messages: MessagesByLanguage, use: KeyUse, errorCodes: readonly string[]): string[] {
  const keys = [...messages.en.keys()];
  const known = (key: string): boolean => messages.en.has(key) || keys.some((one) => one.startsWith(`${key}.`));
  return [
    ...[...use.whole].filter((key) => !known(key)),
    ...[...use.beginnings]
      .filter((beginning) => !keys.some((key) => key.startsWith(beginning)))
      .map((beginning) => `${beginning}…`),
    ...errorCodes.map(keyOfError).filter((key) => !messages.en.has(key)),
  ];
}
