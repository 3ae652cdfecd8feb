import { fileErrors } from './file.errors.js';
import type { AllowedExtension } from './file-kinds.js';
import { isPlainLink } from './refusals.js';
import { listenToXml, type Attributes, type XmlListener } from './xml-tags.js';
import type { Part } from './zip-container.js';

const prefix = 'application/vnd.oasis.opendocument';
const types: Readonly<Record<string, AllowedExtension>> = {
  [`${prefix}.text`]: 'odt',
  [`${prefix}.spreadsheet`]: 'ods',
  [`${prefix}.presentation`]: 'odp',
};

export const openDocumentType = (mediaType: string): AllowedExtension | null => types[mediaType] ?? null;

/** Looks at one part of an OpenDocument package (OASIS OpenDocument 1.3). */
export function openDocumentPart(part: Part, content: AsyncIterable<Buffer>): Promise<void> | null {
  // The lists of libraries may be there without a library.
  if (/^Scripts\/./u.test(part.name) || (/^Basic\/./u.test(part.name) && !/\/script-l[bc]\.xml$/u.test(part.name)))
    throw fileErrors.macros();
  if (part.name === 'META-INF/manifest.xml') return listenToXml(content, manifest);
  return /\.xml$/iu.test(part.name) ? listenToXml(content, body) : null;
}

const manifest: XmlListener = {
  elements: new Set(['encryption-data', 'file-entry']),
  element: (name, attributes) => {
    if (name === 'encryption-data') throw fileErrors.encrypted();
    if (/oleobject|x-openoffice-ole/iu.test(attributes.get('media-type') ?? '')) throw fileErrors.embeddedObject();
  },
};

/** Elements that load what they name when the document opens. */
const loading = new Set([
  'image',
  'fill-image',
  'object',
  'section-source',
  'table-source',
  'cell-range-source',
  'video',
]);
const embedding = new Set(['object-ole', 'plugin', 'applet', 'floating-frame']);
const following = new Set(['a']);
const talking = new Set(['dde-source', 'dde-connection-decl', 'dde-link']);
const scripted = new Set(['event-listener', 'script', 'module']);

const body: XmlListener = {
  elements: new Set([...loading, ...embedding, ...following, ...talking, ...scripted, 'table-cell', 'library-linked']),
  element: (name, attributes) => {
    if (talking.has(name)) throw fileErrors.activeContent({ what: 'DDE' });
    if (embedding.has(name)) throw fileErrors.embeddedObject();
    if (scripted.has(name)) judgeScript(name, attributes);
    const target = attributes.get('href') ?? '';
    if (loading.has(name) && !/^(?:\.\/)?(?![/.\\])[^:\\]*$/u.test(target)) throw fileErrors.externalContent();
    if (name === 'library-linked') throw fileErrors.macros();
    if (following.has(name) && !isPlainLink(target))
      throw /^\s*(?:vnd\.sun\.star\.script|macro|javascript):/iu.test(target)
        ? fileErrors.macros()
        : fileErrors.externalContent();
    if (/\b(?:WEBSERVICE|DDE)\s*\(/iu.test(attributes.get('formula') ?? '')) throw fileErrors.externalContent();
  },
};

/** Turning to the next slide is an event too; an element for the libraries stands in documents without any. */
function judgeScript(name: string, attributes: Attributes): void {
  if (name === 'script' && /basic/iu.test(attributes.get('language') ?? '')) return;
  const action = attributes.get('action');
  if (name === 'event-listener' && action !== undefined && !/^(?:execute|macro|verb|sound)$/iu.test(action)) return;
  throw fileErrors.macros();
}
