import { fileErrors } from './file.errors.js';
import { listenToXml, type XmlListener } from './xml-tags.js';
import type { Container, Part } from './zip-container.js';

/** Of a script that does nothing. */
const maxScriptBytes = 16_384;

/** A Hangul document in its open format (KS X 6101). */
export function isHwpx(mediaType: string, container: Container): boolean {
  if (mediaType !== 'application/hwp+zip') return false;
  return ['version.xml', 'Contents/content.hpf', 'Contents/header.xml'].every((name) => container.parts.has(name));
}

/** Looks at one part of a Hangul document. */
export function hwpxPart(part: Part, content: AsyncIterable<Buffer>, container: Container): Promise<void> | null {
  if (/^Scripts\//iu.test(part.name)) return refuseScript(content);
  if (part.name === 'META-INF/manifest.xml') return listenToXml(content, manifest);
  if (part.name === 'Contents/content.hpf') return listenToXml(content, parts(container));
  return /^Contents\/.*\.xml$/iu.test(part.name) ? listenToXml(content, body) : null;
}

const manifest: XmlListener = {
  elements: new Set(['encryption-data']),
  element: () => {
    throw fileErrors.encrypted();
  },
};

function parts(container: Container): XmlListener {
  return {
    elements: new Set(['item']),
    element: (_, attributes) => {
      if (/\bole|oleobject/iu.test(attributes.get('media-type') ?? '')) throw fileErrors.embeddedObject();
      const href = attributes.get('href') ?? '';
      const inside = container.parts.has(href) || container.parts.has(`Contents/${href}`);
      if (!inside && (attributes.get('isEmbeded') === '0' || /^[a-z][a-z0-9+.-]+:|^[/\\]{2}/iu.test(href)))
        throw fileErrors.externalContent();
    },
  };
}

const body: XmlListener = {
  elements: new Set(['ole']),
  element: () => {
    throw fileErrors.embeddedObject();
  },
  texts: new Set(['stringParam']),
  // Where a link leads, its colon behind a backslash.
  text: (_, text) => {
    if (/^\s*(?:file|javascript|vbscript|hwpmacro|ms-[a-z]+):|^\s*\\\\[^\\]/iu.test(text.replaceAll('\\:', ':')))
      throw fileErrors.externalContent();
  },
};

/** What the program writes into every new document: names for things, and handlers that do nothing. */
const inert =
  /^(?:var\w+=XHwpDocuments;|var\w+=\w+\.Active_XHwpDocument;|var\w+=\w+\.XHwpForm\w+\.ItemFromName\("[\p{L}\p{N}_]*"\);|function\w+\(\)\{\})*$/u;

/** @throws files.macros for a script that does something */
async function refuseScript(content: AsyncIterable<Buffer>): Promise<void> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of content) {
    length += chunk.length;
    if (length > maxScriptBytes) throw fileErrors.macros();
    chunks.push(chunk);
  }
  const bytes = Buffer.concat(chunks);
  const wide =
    bytes.length % 2 === 0 && bytes.length > 1 && (bytes[1] === 0 || (bytes[0] === 0xff && bytes[1] === 0xfe));
  const script = bytes.toString(wide ? 'utf16le' : 'utf8').replace(/^\ufeff/u, '');
  const bare = script.replace(/\/\*[\s\S]*?\*\/|\/\/[^\r\n\u2028\u2029]*/gu, '').replace(/\s+/gu, '');
  if (!inert.test(bare)) throw fileErrors.macros();
}
