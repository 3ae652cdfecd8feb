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

/** @throws files.* for a package whose parts are of kinds that are never taken */
export async function openXmlType(container: Container): Promise<AllowedExtension> {
  const part = container.parts.get('[Content_Types].xml');
  if (!part) throw fileErrors.damaged();
  const found = new Set<AllowedExtension>();
  await listenToXml(container.content(part), {
    elements: new Set(['Default', 'Override']),
    element: (_, attributes) => {
      const type = (attributes.get('ContentType') ?? '').toLowerCase();
      if (macroTypes.test(type)) throw fileErrors.macros();
      if (objectTypes.test(type)) throw fileErrors.embeddedObject();
      if (externalTypes.test(type)) throw fileErrors.externalContent();
      if (webTypes.test(type)) throw fileErrors.activeContent({ what: 'web extension' });
      const main = mainTypes[type];
      const name = attributes.get('PartName');
      if (main && name !== undefined && container.parts.has(name.replace(/^\//u, ''))) found.add(main);
    },
  });
  const [type, other] = [...found];
  if (type === undefined) throw notAllowed();
  if (other !== undefined) throw fileErrors.damaged();
  return type;
}

/** Looks at one part of a Word, Excel or PowerPoint package. */
export function openXmlPart(part: Part, content: AsyncIterable<Buffer>): Promise<void> | null {
  if (/(?:^|\/)vbaProject[^/]*\.bin$|(?:^|\/)vbaData[^/]*\.xml$/iu.test(part.name)) throw fileErrors.macros();
  if (/(?:^|\/)activeX\//iu.test(part.name)) throw fileErrors.embeddedObject();
  if (/\.rels$/iu.test(part.name)) return listenToXml(content, relations);
  if (/^word\/[^/]+\.xml$/iu.test(part.name)) return listenToXml(content, fieldsOf());
  if (/^xl\/worksheets\/[^/]+\.xml$/iu.test(part.name)) return listenToXml(content, formulas);
  return null;
}

/** What a part leads to. Links a reader follows may lead out; what is loaded when the file opens may not. */
const relations: XmlListener = {
  elements: new Set(['Relationship']),
  element: (_, attributes) => {
    const type = attributes.get('Type') ?? '';
    const target = attributes.get('Target') ?? '';
    if (/\/(?:oleObject|control|activeXControlBinary)$/u.test(type)) throw fileErrors.embeddedObject();
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
