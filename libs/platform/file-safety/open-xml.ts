import { fileErrors } from './file.errors.js';
import type { AllowedExtension } from './file-kinds.js';
import { isPlainLink, notAllowed } from './refusals.js';
import { listenToXml, type XmlListener } from './xml-tags.js';
import type { Container, Part } from './zip-container.js';

const prefix = 'application/vnd.openxmlformats-officedocument';
/** The content types of the main part (ECMA-376 part 1, 15.2); templates, shows and the kinds with macros have others. */
const mainTypes: Readonly<Record<string, AllowedExtension>> = {
  [`${prefix}.wordprocessingml.document.main+xml`]: 'docx',
  [`${prefix}.spreadsheetml.sheet.main+xml`]: 'xlsx',
  [`${prefix}.presentationml.presentation.main+xml`]: 'pptx',
};

const macroTypes = /macroenabled|vbaproject|vbadata|macrosheet|dialogsheet|attachedtoolbars|keymapcustomizations/u;
const objectTypes = /activex|oleobject|\.control\b/u;
const externalTypes = /externallink|\.connections\+xml|querytable/u;
const webTypes = /webextension/u;

export interface OpenXmlPackage {
  readonly type: AllowedExtension;
  /** Looks at one part; null when neither its name nor its content type says that anything is to be looked for. */
  look(part: Part, content: AsyncIterable<Buffer>): Promise<void> | null;
}

/** @throws files.* for a package whose parts are of kinds that are never taken */
export async function openXmlPackage(container: Container): Promise<OpenXmlPackage> {
  const list = container.parts.get('[Content_Types].xml');
  // A package that says two things of itself is opened as the one by some and as the other by others.
  if (!list || container.parts.has('mimetype')) throw fileErrors.damaged();
  const found = new Set<AllowedExtension>();
  const overrides = new Map<string, string>();
  const defaults = new Map<string, string>();
  await listenToXml(container.content(list), {
    elements: new Set(['Default', 'Override']),
    element: (_, attributes) => {
      const type = (attributes.get('ContentType') ?? '').toLowerCase();
      judgeType(type);
      const name = (attributes.get('PartName') ?? '').replace(/^\//u, '');
      overrides.set(name.toLowerCase(), type);
      defaults.set((attributes.get('Extension') ?? '').toLowerCase(), type);
      const main = mainTypes[type];
      if (main && container.parts.has(name)) found.add(main);
    },
  });
  const [type, other] = [...found];
  if (type === undefined) throw notAllowed();
  if (other !== undefined) throw fileErrors.damaged();
  const typeOf = (name: string): string =>
    overrides.get(name.toLowerCase()) ?? defaults.get(name.slice(name.lastIndexOf('.') + 1).toLowerCase()) ?? '';
  return { type, look: (part, content) => lookAtPart(part.name, typeOf(part.name), content) };
}

function judgeType(type: string): void {
  if (macroTypes.test(type)) throw fileErrors.macros();
  if (objectTypes.test(type)) throw fileErrors.embeddedObject();
  if (externalTypes.test(type)) throw fileErrors.externalContent();
  if (webTypes.test(type)) throw fileErrors.activeContent({ what: 'addIn' });
}

/** A part lies where its package says: its content type counts as much as the place where it usually lies. */
function lookAtPart(name: string, type: string, content: AsyncIterable<Buffer>): Promise<void> | null {
  if (/(?:^|\/)vbaProject[^/]*\.bin$|(?:^|\/)vbaData[^/]*\.xml$/iu.test(name)) throw fileErrors.macros();
  if (/(?:^|\/)activeX\//iu.test(name)) throw fileErrors.embeddedObject();
  if (/\.rels$/iu.test(name)) return listenToXml(content, relations);
  if (/wordprocessingml\.[a-z.]+\+xml$/u.test(type) || /^word\/[^/]+\.xml$/iu.test(name))
    return listenToXml(content, fieldsOf());
  if (/spreadsheetml\.worksheet\+xml$/u.test(type) || /^xl\/worksheets\/[^/]+\.xml$/iu.test(name))
    return listenToXml(content, formulas);
  return null;
}

/** What a part leads to. Links a reader follows may lead out; what is loaded when the file opens may not. */
const relations: XmlListener = {
  elements: new Set(['Relationship']),
  element: (_, attributes) => {
    const type = attributes.get('Type') ?? '';
    const target = attributes.get('Target') ?? '';
    if (/\/(?:oleObject|control|activeXControlBinary|aFChunk)$/u.test(type)) throw fileErrors.embeddedObject();
    if (/\/vbaProject$/u.test(type)) throw fileErrors.macros();
    if (attributes.get('TargetMode')?.toLowerCase() !== 'external') return;
    if (!/\/hyperlink$/u.test(type) || !isPlainLink(target)) throw fileErrors.externalContent();
  },
};

/** What may come in pieces: the end of what came before is read again with the next one. */
const longestWord = 200;

/** Fields that start a program or fetch a file; Word puts one together from as many runs as it likes. */
function fieldsOf(): XmlListener {
  let depth = 0;
  let words = '';
  const judge = (instruction: string): void => {
    if (/(?:^|[\s"])DDE(?:AUTO)?(?:[\s"]|$)/iu.test(instruction)) throw fileErrors.activeContent({ what: 'DDE' });
    if (/\bINCLUDE(?:PICTURE|TEXT)\b[\s"]{0,50}(?:[a-z][a-z0-9+.-]{0,50}:|\\\\)/iu.test(instruction))
      throw fileErrors.externalContent();
  };
  return {
    elements: new Set(['fldChar', 'fldSimple']),
    element: (name, attributes) => {
      if (name === 'fldSimple') judge(attributes.get('instr') ?? '');
      const type = attributes.get('fldCharType');
      if (type === 'begin') depth += 1;
      if (type === 'end') depth = Math.max(0, depth - 1);
      if (depth === 0) words = '';
    },
    texts: new Set(['instrText']),
    text: (_, text) => {
      const instruction = words + text;
      judge(instruction);
      words = instruction.slice(-longestWord);
    },
  };
}

/** Formulas that ask a server when the table is calculated, and those that start a program. */
const formulas: XmlListener = {
  elements: new Set(),
  element: () => undefined,
  texts: new Set(['f']),
  text: (_, text) => {
    if (/\bWEBSERVICE\s*\(/iu.test(text)) throw fileErrors.externalContent();
    if (/(?:^|[^\w])(?:cmd|powershell|mshta|rundll32|msexcel)\s*\|/iu.test(text))
      throw fileErrors.activeContent({ what: 'DDE' });
  },
};
