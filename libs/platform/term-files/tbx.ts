import { DOMImplementation, DOMParser, XMLSerializer, type Document, type Element } from '@xmldom/xmldom';
import type { FileConcept, FileForm, Read } from './term-file.js';

const NAMESPACE = 'urn:iso:std:iso:30042:ed-2';
const XML = 'http://www.w3.org/XML/1998/namespace';
/** Deeper than any termbase nests, and far from what would exhaust the stack. */
const MAX_DEPTH = 40;

const STATUS = {
  'preferredTerm-admn-sts': 'preferred',
  'admittedTerm-admn-sts': 'admitted',
  'deprecatedTerm-admn-sts': 'deprecated',
  'supersededTerm-admn-sts': 'superseded',
  preferredTerm: 'preferred',
  admittedTerm: 'admitted',
  deprecatedTerm: 'deprecated',
  supersededTerm: 'superseded',
} as const satisfies Record<string, NonNullable<FileForm['status']>>;

/**
 * Concepts of a TBX file: TBX-Basic of ISO 30042:2019 in either style, and the older `martif` files with the same content. Document
 * types and entities are refused unread: nothing a termbase says needs them, and everything an attacker wants does.
 */
export function readTbx(text: string): Read<FileConcept[]> {
  if (/<!(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST)/iu.test(text)) return { fault: 'unsafe' };
  if (depthOf(text) > MAX_DEPTH) return { fault: 'notTbx' };
  const document = parseXml(text);
  const root = document?.documentElement;
  if (!document || !root || !['tbx', 'martif'].includes(root.localName ?? '')) return { fault: 'notTbx' };
  const entries = [...descendants(document, 'conceptEntry'), ...descendants(document, 'termEntry')];
  return { value: entries.map(readConcept) };
}

function parseXml(text: string): Document | undefined {
  const refuse = (): never => {
    throw new SyntaxError('xml');
  };
  try {
    return new DOMParser({ locator: false, onError: refuse }).parseFromString(text, 'text/xml');
  } catch {
    return undefined;
  }
}

/** How deep elements lie in one another, counted on the text so that nothing is built for a file that is not read. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [tag] of text.matchAll(/<[/!?]?[^<>]*>/gu)) {
    if (tag.startsWith('</')) depth -= 1;
    else if (!tag.startsWith('<!') && !tag.startsWith('<?') && !tag.endsWith('/>')) depth += 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

function readConcept(entry: Element): FileConcept {
  return {
    id: entry.getAttribute('id') ?? '',
    subject: categories(entry, 'subjectField')[0] ?? '',
    notes: [...entry.childNodes]
      .filter((node): node is Element => node.nodeName === 'note')
      .map((note) => ({ lang: langOf(note), text: textOf(note) })),
    forms: [...descendants(entry, 'langSec'), ...descendants(entry, 'langSet')].flatMap(readLanguage),
  };
}

function readLanguage(section: Element): FileForm[] {
  const lang = langOf(section) ?? '';
  const terms = ['termSec', 'tig', 'ntig'].flatMap((name) => descendants(section, name));
  return terms.flatMap((one) => {
    const term = descendants(one, 'term')[0];
    const [status] = [...categories(one, 'administrativeStatus'), ...categories(one, 'normativeAuthorization')];
    const known = Object.entries(STATUS).find(([code]) => code === status)?.[1] ?? null;
    return term ? [{ lang, term: textOf(term), status: known }] : [];
  });
}

/** Values of a data category, written as an attribute (style `dca`) or as an element's name (style `dct`). */
function categories(within: Element, name: string): string[] {
  const asAttribute = ['descrip', 'termNote'].flatMap((tag) =>
    descendants(within, tag).filter((one) => one.getAttribute('type') === name),
  );
  return [...asAttribute, ...descendants(within, name)].map(textOf);
}

const descendants = (within: Document | Element, name: string): Element[] => [
  ...within.getElementsByTagNameNS('*', name),
];
const langOf = (element: Element): string | null => {
  const lang = element.getAttributeNS(XML, 'lang') ?? element.getAttribute('xml:lang') ?? '';
  return lang === '' ? null : lang.toLowerCase();
};
const textOf = (element: Element): string => (element.textContent ?? '').replace(/\s+/gu, ' ').trim();

export interface TbxHead {
  readonly title: string;
  readonly source: string;
}

/** A TBX-Basic file (ISO 30042:2019, data categories as attributes); what cannot stand in XML is left out. */
export function writeTbx(concepts: readonly FileConcept[], head: TbxHead): string {
  const document = new DOMImplementation().createDocument(NAMESPACE, 'tbx');
  const root = document.documentElement;
  if (!root) return '';
  const add = (parent: Element, name: string, text?: string, type?: string): Element => {
    const child = document.createElementNS(NAMESPACE, name);
    if (type !== undefined) child.setAttribute('type', type);
    if (text !== undefined) child.appendChild(document.createTextNode(printable(text)));
    parent.appendChild(child);
    return child;
  };
  root.setAttribute('type', 'TBX-Basic');
  root.setAttribute('style', 'dca');
  root.setAttributeNS(XML, 'xml:lang', 'en');
  const description = add(add(root, 'tbxHeader'), 'fileDesc');
  add(add(description, 'titleStmt'), 'title', head.title);
  add(add(description, 'sourceDesc'), 'p', head.source);
  const body = add(add(root, 'text'), 'body');
  for (const concept of concepts) {
    const entry = add(body, 'conceptEntry');
    entry.setAttribute('id', concept.id);
    add(entry, 'descrip', concept.subject, 'subjectField');
    for (const { lang, text } of concept.notes) {
      const note = add(entry, 'note', text);
      if (lang !== null) note.setAttributeNS(XML, 'xml:lang', lang);
    }
    for (const lang of new Set(concept.forms.map((form) => form.lang))) {
      const section = add(entry, 'langSec');
      section.setAttributeNS(XML, 'xml:lang', lang);
      for (const form of concept.forms.filter((one) => one.lang === lang)) {
        const term = add(section, 'termSec');
        add(term, 'term', form.term);
        if (form.status !== null) add(term, 'termNote', `${form.status}Term-admn-sts`, 'administrativeStatus');
      }
    }
  }
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(document)}\n`;
}

/** XML 1.0 knows no control characters but these three. */
const printable = (text: string): string =>
  text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
