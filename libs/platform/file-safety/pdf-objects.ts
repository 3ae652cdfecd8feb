import { isNameEnd, nameAt } from './pdf-names.js';

/** The dictionary of an object at its outermost level: keys without their slash, values as written. */
export interface PdfDictionary {
  readonly entries: ReadonlyMap<string, readonly string[]>;
  /** A key stands twice: readers differ on which one counts. */
  readonly doubled: boolean;
  /** Where the data of its stream begin, or null. */
  readonly stream: number | null;
  /** Where the reading ended. */
  readonly end: number;
}

/** `unfinished`: the object goes on after the bytes at hand. null: no dictionary. */
export type ReadObject = PdfDictionary | 'unfinished' | null;

/** Tokens of a value that are kept: filters and types are short. */
const longestValue = 16;

interface Token {
  readonly text: string;
  readonly end: number;
}

/** Reads the object that begins after `obj` at `at`, as a reader does that follows a reference there (ISO 32000-2, 7.3). */
export function readObject(bytes: Buffer, at: number): ReadObject {
  const first = nextToken(bytes, at);
  if (first === 'unfinished') return first;
  if (first.text !== '<<') return null;
  const entries = new Map<string, string[]>();
  let doubled = false;
  let values: string[] | null = null;
  let depth = 1;
  let end = first.end;
  while (depth > 0) {
    const token = nextToken(bytes, end);
    if (token === 'unfinished') return token;
    end = token.end;
    if (token.text === '<<' || token.text === '[') depth += 1;
    if (token.text === '>>' || token.text === ']') depth -= 1;
    // A name at the outermost level is a key when no value is awaited, or when one has come already.
    if (depth === 1 && token.text.startsWith('/') && values?.length !== 0) {
      doubled ||= entries.has(token.text.slice(1));
      values = [];
      entries.set(token.text.slice(1), values);
    } else if (depth > 0 && values && values.length < longestValue) values.push(token.text);
  }
  const after = nextToken(bytes, end);
  if (after === 'unfinished') return after;
  return { entries, doubled, stream: after.text === 'stream' ? dataStart(bytes, after.end) : null, end: after.end };
}

/** After the keyword comes one line break, CR LF or LF; some write CR alone. */
function dataStart(bytes: Buffer, at: number): number {
  if (bytes[at] === 13) return bytes[at + 1] === 10 ? at + 2 : at + 1;
  return bytes[at] === 10 ? at + 1 : at;
}

/** White space (7.2.3). */
const space = new Uint8Array(256);
for (const byte of [0, 9, 10, 12, 13, 32]) space[byte] = 1;

/** Strings come back as `(` or `<`: nothing in them matters here. */
function nextToken(bytes: Buffer, from: number): Token | 'unfinished' {
  let at = from;
  for (;;) {
    while (at < bytes.length && space[bytes[at] ?? 1] === 1) at += 1;
    if (bytes[at] !== 0x25) break;
    while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) at += 1;
  }
  const byte = bytes[at];
  if (byte === undefined) return 'unfinished';
  switch (byte) {
    case 0x28:
      return string(bytes, at);
    case 0x2f:
      return word(bytes, at, true);
    case 0x3c:
      if (bytes[at + 1] === 0x3c) return { text: '<<', end: at + 2 };
      return hexString(bytes, at);
    case 0x3e:
      return bytes[at + 1] === 0x3e ? { text: '>>', end: at + 2 } : { text: '>', end: at + 1 };
    case 0x5b:
      return { text: '[', end: at + 1 };
    case 0x5d:
      return { text: ']', end: at + 1 };
    default:
      return isNameEnd(byte) ? { text: '', end: at + 1 } : word(bytes, at, false);
  }
}

/** A name with its `#xx` resolved, or the beginning of any other word. */
function word(bytes: Buffer, at: number, isName: boolean): Token | 'unfinished' {
  let end = at + 1;
  while (end < bytes.length && !isNameEnd(bytes[end])) end += 1;
  if (end === bytes.length) return 'unfinished';
  return { text: isName ? `/${nameAt(bytes, at)}` : bytes.toString('latin1', at, Math.min(end, at + 40)), end };
}

function string(bytes: Buffer, at: number): Token | 'unfinished' {
  let depth = 0;
  for (let next = at; next < bytes.length; next += 1) {
    const byte = bytes[next];
    if (byte === 0x5c) next += 1;
    else if (byte === 0x28) depth += 1;
    else if (byte === 0x29) {
      depth -= 1;
      if (depth === 0) return { text: '(', end: next + 1 };
    }
  }
  return 'unfinished';
}

function hexString(bytes: Buffer, at: number): Token | 'unfinished' {
  const found = bytes.indexOf(0x3e, at + 1);
  return found === -1 ? 'unfinished' : { text: '<', end: found + 1 };
}
