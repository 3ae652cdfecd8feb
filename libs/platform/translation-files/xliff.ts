import { DOMImplementation, XMLSerializer, type Document, type Element } from '@xmldom/xmldom';
import {
  MAX_TRANSLATION_FILE,
  MAX_UNITS,
  type ReturnedFile,
  type ReturnedUnit,
  type SentFile,
  type SentUnit,
} from './exchange-file.js';
import { translationFileErrors } from './translation-files.errors.js';
import { childrenOf, elementsIn, isElement, parseXml } from './xml.js';

/** Core and metadata module of XLIFF 2.0 (OASIS). */
const CORE = 'urn:oasis:names:tc:xliff:document:2.0';
const METADATA = 'urn:oasis:names:tc:xliff:metadata:2.0';
const MACHINE = 'desk:machine';

/**
 * The texts of a request as XLIFF 2.0, UTF-8. The revision of each source travels as metadata; a target that only a machine has seen
 * carries the sub-state `desk:machine`.
 */
export function writeXliff(sent: SentFile): string {
  const document = new DOMImplementation().createDocument(CORE, 'xliff', null);
  const root = document.documentElement;
  if (!root) throw new TypeError('xliff');
  set(root, { version: '2.0', srcLang: sent.from, trgLang: sent.to });
  root.setAttributeNS('http://www.w3.org/2000/xmlns/', 'xmlns:mda', METADATA);
  const file = append(document, root, 'file', { id: `f-${sent.requestId}`, original: sent.requestId });
  const notes = append(document, file, 'notes');
  for (const [index, note] of [sent.title, ...sent.notes].entries())
    append(document, notes, 'note', { id: `n${String(index + 1)}` }, note);
  for (const unit of sent.units) appendUnit(document, file, unit);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(document)}\n`;
}

function appendUnit(document: Document, file: Element, unit: SentUnit): void {
  const element = append(document, file, 'unit', { id: `u-${unit.id}`, name: unit.label });
  const metadata = document.createElementNS(METADATA, 'mda:metadata');
  const group = document.createElementNS(METADATA, 'mda:metaGroup');
  set(group, { category: 'forum-desk' });
  for (const [type, value] of [
    ['revision', String(unit.revision)],
    ['stale', unit.stale ? 'yes' : 'no'],
  ] as const) {
    const meta = document.createElementNS(METADATA, 'mda:meta');
    set(meta, { type });
    meta.appendChild(document.createTextNode(value));
    group.appendChild(meta);
  }
  metadata.appendChild(group);
  element.appendChild(metadata);
  const segment = append(document, element, 'segment', {
    id: 's1',
    state: unit.state,
    ...(unit.machine ? { subState: MACHINE } : {}),
  });
  append(document, segment, 'source', { 'xml:space': 'preserve' }, unit.source);
  if (unit.target !== null) append(document, segment, 'target', { 'xml:space': 'preserve' }, unit.target);
}

/**
 * Reads what an office sent back as XLIFF 2.x. Segments that a tool split are joined again; inline marks are dropped, their words kept.
 * @throws translation-files.tooLarge, .textEncoding, .hasDoctype, .damaged, .notXliff2 { version }, .tooManyUnits
 */
export function readXliff(bytes: Uint8Array): ReturnedFile {
  if (bytes.length > MAX_TRANSLATION_FILE) throw translationFileErrors.tooLarge({ max: MAX_TRANSLATION_FILE });
  const root = parseXml(bytes).documentElement;
  if (root?.localName !== 'xliff') throw translationFileErrors.wrongKind();
  const version = root.getAttribute('version') ?? '';
  const namespace = root.namespaceURI ?? '';
  if (!version.startsWith('2.') || !namespace.startsWith('urn:oasis:names:tc:xliff:document:2.'))
    throw translationFileErrors.notXliff2({ version });
  const files = childrenOf(root, namespace, 'file');
  const units = files.flatMap((file) => unitsIn(file, namespace));
  if (units.length > MAX_UNITS) throw translationFileErrors.tooManyUnits({ max: MAX_UNITS });
  return {
    requestId: files[0]?.getAttribute('original') ?? null,
    from: root.getAttribute('srcLang'),
    to: root.getAttribute('trgLang'),
    units: units.map((unit) => readUnit(unit, namespace)),
  };
}

/** Units stand in a file, or in groups within it. */
function unitsIn(parent: Element, namespace: string): Element[] {
  return elementsIn(parent).flatMap((child) => {
    if (child.namespaceURI !== namespace) return [];
    if (child.localName === 'unit') return [child];
    return child.localName === 'group' ? unitsIn(child, namespace) : [];
  });
}

function readUnit(unit: Element, namespace: string): ReturnedUnit {
  const segments = childrenOf(unit, namespace, 'segment');
  const parts = elementsIn(unit)
    .filter((child) => child.localName === 'segment' || child.localName === 'ignorable')
    .flatMap((child) => childrenOf(child, namespace, 'target').map((target) => ({ target, order: orderOf(target) })));
  if (parts.every(({ order }) => order !== null)) parts.sort((a, b) => (a.order ?? 0) - (b.order ?? 0));
  const translated = segments.some((segment) => childrenOf(segment, namespace, 'target').length > 0);
  const sources = segments.flatMap((segment) => childrenOf(segment, namespace, 'source'));
  const revision = Number(metaOf(unit, 'revision'));
  return {
    id: (unit.getAttribute('id') ?? '').replace(/^u-/u, ''),
    revision: Number.isInteger(revision) && revision > 0 ? revision : null,
    source: sources.map(wordsOf).join(''),
    target: translated ? parts.map(({ target }) => wordsOf(target)).join('') : '',
    machine: segments.some((segment) => /(?:^|:)machine/iu.test(segment.getAttribute('subState') ?? '')),
  };
}

/** Place of a target where a tool put the segments in another order. */
function orderOf(target: Element): number | null {
  const order = Number(target.getAttribute('order') ?? '');
  return Number.isInteger(order) && order > 0 ? order : null;
}

function metaOf(unit: Element, type: string): string | null {
  const metas = childrenOf(unit, METADATA, 'metadata')
    .flatMap((metadata) => childrenOf(metadata, METADATA, 'metaGroup'))
    .flatMap((group) => childrenOf(group, METADATA, 'meta'));
  return metas.find((meta) => meta.getAttribute('type') === type)?.textContent ?? null;
}

/** The words of a target: text, words inside marks, and characters that XML writes as `cp`. */
function wordsOf(node: Element): string {
  return Array.from(node.childNodes)
    .map((child) => {
      if (!isElement(child)) return child.nodeType === 3 || child.nodeType === 4 ? (child.nodeValue ?? '') : '';
      return child.localName === 'cp' ? characterOf(child.getAttribute('hex') ?? '') : wordsOf(child);
    })
    .join('');
}

/** A character that XML cannot hold stays what it is: the rules for texts refuse it with their own code. */
function characterOf(hex: string): string {
  const point = Number.parseInt(hex, 16);
  return point >= 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '';
}

function append(
  document: Document,
  parent: Element,
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  text?: string,
): Element {
  const element = document.createElementNS(CORE, name);
  set(element, attributes);
  if (text !== undefined) element.appendChild(document.createTextNode(text));
  parent.appendChild(element);
  return element;
}

function set(element: Element, attributes: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}
