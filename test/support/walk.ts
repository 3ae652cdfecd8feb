import type { describeApi } from '../../apps/api/src/http/openapi.js';
import { readDocxTable } from '#platform/translation-files';
import type { TestClient } from './app.js';

type Described = ReturnType<typeof describeApi>;

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly example?: unknown;
  readonly schema?: { readonly enum?: readonly string[]; readonly example?: unknown; readonly default?: unknown };
}

/** Ids to ask with, by the resource before `{id}`, e.g. `sessions`. */
export interface KnownIds {
  /** Of rows that exist for everybody: asked in all languages together, the first one in one language too. */
  readonly visible: ReadonlyMap<string, readonly string[]>;
  /** Of more such rows: asked once, in all languages together. */
  readonly brief: ReadonlyMap<string, readonly string[]>;
  /** Of rows that exist for one side, and of none at all: asked once. */
  readonly hidden: ReadonlyMap<string, readonly string[]>;
}

export interface Question {
  /** The path as the description has it. */
  readonly operation: string;
  readonly url: string;
  /** Asked by one account of each kind only: the others are answered by the same rows of the same database role. */
  readonly thorough: boolean;
}

/** Filters whose value is the id of something, by name. */
const filterResources: Readonly<Record<string, string>> = {
  channel: 'channels',
  session: 'sessions',
  commitment: 'commitments',
  except: 'radio-issues',
  origin: 'radio-issues',
  instrument: 'instruments',
  matter: 'radio-issues',
  subjectId: 'sessions',
};
/** Filters that the description gives no value for. */
const filterValues: Readonly<Record<string, readonly string[]>> = {
  anchor: ['2027-04-21'],
  count: ['3'],
  date: ['2027-05-06'],
  duration: ['120'],
  from: ['2027-03-01'],
  n: ['-10'],
  offset: ['14'],
  owner: ['00000000-0000-7000-8000-000000000009'],
  post: ['00000000-0000-7000-8000-000000000009'],
  to: ['2027-04-15'],
  topic: ['6g', 'spectrum'],
  year: ['2027'],
  zone: ['Asia/Seoul', 'Europe/Zurich'],
};
/** All languages at once, and one language, whose fallbacks and errors are words of their own. */
const everyText = 'texts=all&lang=ko';
const oneLanguage = 'lang=en';

/** The GET operations of the description. */
export function readOperations(document: Described): [string, Parameter[]][] {
  return Object.entries(document.paths).flatMap(([path, item]): [string, Parameter[]][] => {
    const operation = (item as { get?: { parameters?: Parameter[] } }).get;
    return operation ? asFiles(path).map((one) => [one, operation.parameters ?? []]) : [];
  });
}

/** A path to files is asked for each of them, as pages: what they say is the same in every format. */
function asFiles(path: string): string[] {
  if (!path.includes('{file}')) return [path];
  const names = path.includes('/records/')
    ? ['record']
    : path.includes('/escalations/')
      ? ['summary']
      : ['agenda', 'participants', 'actions'];
  return names.map((name) => path.replace('{file}', `${name}.html`));
}

/** Every question to put to every GET of the description; throws when it has no value for a parameter, so that none is left out. */
export function questionsOf(document: Described, ids: KnownIds): Question[] {
  return readOperations(document).flatMap(([operation, parameters]) => {
    const required = parameters
      .filter((parameter) => parameter.in === 'query' && parameter.required)
      .map((parameter) => `${parameter.name}=${valuesOf(parameter, ids)[0] ?? ''}`);
    const full = parameters.some(({ name }) => name === 'limit') ? ['limit=200'] : [];
    const ask = (thorough: boolean, path: string, ...query: string[]): Question => ({
      operation,
      url: `${path}?${[...required, ...query].join('&')}`,
      thorough,
    });
    const resource = /\/([^/]+)\/\{id\}/.exec(operation)?.[1];
    if (resource === undefined) {
      const filters = parameters.filter(
        (parameter) =>
          parameter.in === 'query' &&
          !parameter.required &&
          !['lang', 'texts', 'cursor', 'limit'].includes(parameter.name),
      );
      return [
        ask(false, operation, ...full, everyText),
        ask(true, operation, ...full, oneLanguage),
        ...(full.length > 0 ? [ask(true, operation, 'limit=1', oneLanguage)] : []),
        ...filters.flatMap((filter) =>
          valuesOf(filter, ids).map((value) => ask(true, operation, ...full, `${filter.name}=${value}`, oneLanguage)),
        ),
      ];
    }
    const visible = ids.visible.get(resource) ?? [];
    const hidden = ids.hidden.get(resource) ?? [];
    if (visible.length === 0 || hidden.length === 0) throw new Error(`no ids for ${operation}`);
    const within = /\/([^/]+)\/\{(\w+Id)\}/.exec(operation);
    if (within) {
      // What is private within something that is shared: asked below every row it could hang on.
      const [, inner = '', name = ''] = within;
      const outer = [...visible.slice(0, 1), ...(ids.brief.get(resource) ?? [])];
      const secret = ids.hidden.get(inner) ?? [];
      if (secret.length === 0) throw new Error(`no ids for ${operation}`);
      return outer.flatMap((id) =>
        secret.map((own) => ask(false, operation.replace('{id}', id).replace(`{${name}}`, own), oneLanguage)),
      );
    }
    return [
      ...visible.flatMap((id, index) => [
        ask(false, operation.replace('{id}', id), everyText),
        ...(index === 0 ? [ask(true, operation.replace('{id}', id), oneLanguage)] : []),
      ]),
      ...(ids.brief.get(resource) ?? []).map((id) => ask(true, operation.replace('{id}', id), everyText)),
      ...hidden.map((id) => ask(false, operation.replace('{id}', id), oneLanguage)),
    ];
  });
}

function valuesOf({ name, schema, example }: Parameter, ids: KnownIds): readonly string[] {
  const resource = filterResources[name];
  if (resource !== undefined) return [...(ids.visible.get(resource) ?? []), ...(ids.hidden.get(resource) ?? [])];
  // Of a word that a list is narrowed to, the first ones: what is hidden is so before it is narrowed.
  if (schema?.enum) return schema.enum.slice(0, 3);
  const given = schema?.example ?? example;
  const values = filterValues[name] ?? (typeof given === 'string' ? [given] : undefined);
  if (!values) throw new Error(`no value for the parameter ${name}`);
  return values;
}

export interface Answer {
  readonly status: number;
  /** Headers and body, without what differs between two equal answers: the moment and the number of the request. */
  readonly text: string;
}

/** What one account was answered, by address. */
export type Walk = ReadonlyMap<string, Answer>;

/** Asks every question, and every further page of a list. */
export async function walk(client: TestClient, questions: readonly Question[]): Promise<Walk> {
  const answers = new Map<string, Answer>();
  for (const question of questions) {
    for (let url: string | null = question.url; url !== null;) {
      const answer = await client.get(url);
      const { date: _date, ...headers } = answer.headers;
      // A Word file bears the moment it was made; what it says is compared.
      const word = String(answer.headers['content-type']).includes('wordprocessingml');
      const said = word ? JSON.stringify(await readDocxTable(answer.rawPayload)) : answer.body;
      if (word) delete headers['content-length'];
      const body = said.replace(/"(requestId|now)":"[^"]*"/g, '"$1":""');
      answers.set(url, { status: answer.statusCode, text: intern(`${JSON.stringify(headers)}\n${body}`) });
      const next = /"nextCursor":"([^"]+)"/.exec(body)?.[1];
      // Of single-row pages the second one is enough: it shows that a cursor tells nothing.
      url =
        next === undefined || (url.includes('limit=1&') && url.includes('cursor='))
          ? null
          : `${question.url}&cursor=${encodeURIComponent(next)}`;
    }
  }
  return answers;
}

const texts = new Map<string, string>();

/** Accounts of one role are answered alike; equal answers are kept once. */
function intern(text: string): string {
  const known = texts.get(text);
  if (known !== undefined) return known;
  texts.set(text, text);
  return text;
}
