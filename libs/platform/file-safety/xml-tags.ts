import { DomainError } from '#core/kernel';
import { fileErrors } from './file.errors.js';
import { maxTagLength } from './limits.js';

const longestAttributeName = 200;

export type Attributes = ReadonlyMap<string, string>;

/** What is listened for. Names are local ones: a prefix is anybody's choice. */
export interface XmlListener {
  /** Attributes are read for these elements only. */
  readonly elements: ReadonlySet<string>;
  element(name: string, attributes: Attributes): void;
  /** Text standing directly in one of these elements. */
  readonly texts?: ReadonlySet<string>;
  text?(inside: string, text: string): void;
}

/**
 * Walks through XML of any length in UTF-8, holding one tag at a time. For well-formed XML it hears what a parser would; what is not
 * well-formed, no office program opens. Document types are refused: none of the formats has one, and entities are how XML explodes.
 * @throws files.damaged, files.activeContent
 */
export async function listenToXml(source: AsyncIterable<Buffer>, listener: XmlListener): Promise<void> {
  const walk = new XmlWalk(listener);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of source) walk.take(decoder.decode(chunk, { stream: true }));
    walk.take(decoder.decode());
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw fileErrors.damaged({}, [], { cause: error });
  }
  walk.end();
}

class XmlWalk {
  private pending = '';
  private inside = '';

  constructor(private readonly listener: XmlListener) {}

  take(text: string): void {
    this.pending += text;
    let at = 0;
    for (;;) {
      const open = this.pending.indexOf('<', at);
      if (open === -1) {
        // Text that nobody listens to need not be kept together.
        if (!this.listens()) at = this.pending.length;
        break;
      }
      const end = tagEnd(this.pending, open);
      if (end === -1) break;
      if (open > at && this.listens()) this.listener.text?.(this.inside, decodeEntities(this.pending.slice(at, open)));
      this.tag(this.pending.slice(open + 1, end));
      at = end + 1;
    }
    this.pending = this.pending.slice(at);
    if (this.pending.length > maxTagLength) throw fileErrors.damaged();
  }

  end(): void {
    if (this.pending.trim() !== '') throw fileErrors.damaged();
  }

  private listens(): boolean {
    return this.listener.texts?.has(this.inside) ?? false;
  }

  private tag(tag: string): void {
    const first = tag[0];
    if (first === '!') {
      if (tag.startsWith('![CDATA[') && this.listens()) this.listener.text?.(this.inside, tag.slice(8, -2));
      else if (!tag.startsWith('!--') && !tag.startsWith('![CDATA['))
        throw fileErrors.activeContent({ what: 'DOCTYPE' });
      return;
    }
    if (first === '?') {
      const encoding = /^\?xml\s[^>]*encoding\s*=\s*["']([^"']*)/iu.exec(tag)?.[1];
      if (encoding !== undefined && !/^(?:utf-?8|us-ascii)$/iu.test(encoding)) throw fileErrors.damaged();
      return;
    }
    if (first === '/') {
      this.inside = '';
      return;
    }
    const name = localName(/^[^\s/>]+/u.exec(tag)?.[0] ?? '');
    this.inside = tag.endsWith('/') ? '' : name;
    if (this.listener.elements.has(name)) this.listener.element(name, attributesOf(tag));
  }
}

/** The `>` that ends a tag, a comment or a CDATA section; -1 when it has not come yet. */
function tagEnd(text: string, open: number): number {
  if (text.startsWith('<!--', open)) return endAfter(text, '-->', open + 4);
  if (text.startsWith('<![CDATA[', open)) return endAfter(text, ']]>', open + 9);
  if (text.startsWith('<?', open)) return endAfter(text, '?>', open + 2);
  // The beginning of one of these may be all that has come.
  if ('<!--'.startsWith(text.slice(open, open + 4)) && text.length < open + 4) return -1;
  if ('<![CDATA['.startsWith(text.slice(open, open + 9)) && text.length < open + 9) return -1;
  let quote = '';
  for (let at = open + 1; at < text.length; at += 1) {
    const sign = text[at];
    if (quote === '') {
      if (sign === '>') return at;
      if (sign === '"' || sign === "'") quote = sign;
    } else if (sign === quote) quote = '';
  }
  return -1;
}

function endAfter(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found === -1 ? -1 : found + mark.length - 1;
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Walks from `=` to `=`, so that no tag, however it is written, takes longer than its length. */
function attributesOf(tag: string): Attributes {
  const attributes = new Map<string, string>();
  let at = 0;
  for (;;) {
    const equals = tag.indexOf('=', at);
    if (equals === -1) return attributes;
    const before = tag.slice(Math.max(at, equals - longestAttributeName), equals).trimEnd();
    const name = before.slice(before.search(/[^\s"'/<>]*$/u));
    let open = equals + 1;
    while (/\s/u.test(tag[open] ?? '')) open += 1;
    const quote = tag[open];
    const close = quote === '"' || quote === "'" ? tag.indexOf(quote, open + 1) : -1;
    if (close === -1) return attributes;
    attributes.set(localName(name), decodeEntities(tag.slice(open + 1, close)));
    at = close + 1;
  }
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/giu, (whole, hex, decimal, name) => {
    if (typeof name === 'string') return named[name.toLowerCase()] ?? whole;
    const code = typeof hex === 'string' ? parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
