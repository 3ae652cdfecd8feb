import { DOMParser, type Document, type Element, type Node } from '@xmldom/xmldom';
import { translationFileErrors } from './translation-files.errors.js';

/**
 * A document from outside as a tree. Nothing outside of it is ever read: a document type declaration is refused, so there are no entities.
 * @throws translation-files.textEncoding, translation-files.hasDoctype, translation-files.damaged
 */
export function parseXml(bytes: Uint8Array): Document {
  const text = decode(bytes);
  if (/<!(?:DOCTYPE|ENTITY)/iu.test(text)) throw translationFileErrors.hasDoctype();
  try {
    return new DOMParser({
      onError: (level, message) => {
        if (level !== 'warning') throw new SyntaxError(message);
      },
    }).parseFromString(text, 'text/xml');
  } catch (cause) {
    throw translationFileErrors.damaged({}, [], { cause });
  }
}

/** Child elements of this name in this namespace, in their order. */
export function childrenOf(parent: Element | Document, namespace: string, name: string): Element[] {
  return elementsIn(parent).filter((child) => child.namespaceURI === namespace && child.localName === name);
}

export function elementsIn(parent: Node): Element[] {
  return Array.from(parent.childNodes).filter(isElement);
}

export function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

/** UTF-8 with or without a mark, and UTF-16 with one, as some translation tools write it. */
function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const wide =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(wide, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw translationFileErrors.textEncoding({}, [], { cause });
  }
}
