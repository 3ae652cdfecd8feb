import { zipOf, type ZipEntry } from './zip.js';

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const officeTypes = 'application/vnd.openxmlformats-officedocument';
const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const mains = {
  docx: {
    part: 'word/document.xml',
    type: `${officeTypes}.wordprocessingml.document.main+xml`,
    body: '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>회의 자료 議事</w:t></w:r></w:p></w:body></w:document>',
  },
  xlsx: {
    part: 'xl/workbook.xml',
    type: `${officeTypes}.spreadsheetml.sheet.main+xml`,
    body: '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheets/></workbook>',
  },
  pptx: {
    part: 'ppt/presentation.xml',
    type: `${officeTypes}.presentationml.presentation.main+xml`,
    body: '<p:presentation xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"/>',
  },
} as const;

export interface OfficeParts {
  /** Content type of the main part instead of its own. */
  readonly mainType?: string;
  readonly body?: string;
  /** Further elements of [Content_Types].xml. */
  readonly types?: string;
  /** Relationships of the main part. */
  readonly relations?: string;
  readonly parts?: readonly ZipEntry[];
  readonly zip?: { readonly prefix?: string; readonly comment?: string };
}

/** The parts of a Word, Excel or PowerPoint file. */
export function officeEntries(kind: keyof typeof mains, more: OfficeParts = {}): ZipEntry[] {
  const main = mains[kind];
  const folder = main.part.slice(0, main.part.indexOf('/'));
  const file = main.part.slice(folder.length + 1);
  return [
    {
      name: '[Content_Types].xml',
      data: `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${main.part}" ContentType="${more.mainType ?? main.type}"/>${more.types ?? ''}</Types>`,
    },
    {
      name: '_rels/.rels',
      data: relations(`<Relationship Id="rId1" Type="${officeRelations}/officeDocument" Target="${main.part}"/>`),
    },
    { name: main.part, data: `${xml}${more.body ?? main.body}` },
    ...(more.relations === undefined
      ? []
      : [{ name: `${folder}/_rels/${file}.rels`, data: relations(more.relations) }]),
    ...(more.parts ?? []),
  ];
}

export const officeOf = (kind: keyof typeof mains, more: OfficeParts = {}): Buffer =>
  zipOf(officeEntries(kind, more), more.zip);

/** `type` is the last word of the relation's type: hyperlink, image, attachedTemplate … */
export const relation = (type: string, target: string, external = true): string =>
  `<Relationship Id="rId9" Type="${officeRelations}/${type}" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`;

/** A paragraph with a field whose instruction is spread over runs. */
export const fieldBody = (...runs: readonly string[]): string =>
  `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>${runs.map((run) => `<w:r><w:instrText xml:space="preserve">${run}</w:instrText></w:r>`).join('')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:body></w:document>`;

function relations(inside: string): string {
  return `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`;
}

const openDocumentTypes = {
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odp: 'application/vnd.oasis.opendocument.presentation',
} as const;

const openDocumentNames =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:script="urn:oasis:names:tc:opendocument:xmlns:script:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"';

/** `body` stands inside office:body, `manifest` inside the list of files. */
export function openDocumentOf(
  kind: keyof typeof openDocumentTypes,
  { body = '<office:text/>', manifest = '', parts = [] as readonly ZipEntry[], storedType = true } = {},
): Buffer {
  const type = openDocumentTypes[kind];
  return zipOf([
    { name: 'mimetype', data: type, stored: storedType },
    {
      name: 'content.xml',
      data: `${xml}<office:document-content ${openDocumentNames} office:version="1.3"><office:scripts/><office:body>${body}</office:body></office:document-content>`,
    },
    {
      name: 'META-INF/manifest.xml',
      data: `${xml}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="${type}">${manifest}</manifest:file-entry></manifest:manifest>`,
    },
    ...parts,
  ]);
}

/** What the program itself writes into a new document. */
const inertScripts = {
  header: 'var Documents = XHwpDocuments;\r\nvar Document = Documents.Active_XHwpDocument;\r\n',
  source: 'function OnDocument_New()\r\n{\r\n\t//todo : \r\n}\r\n\r\n',
};

export function hwpxOf({
  body = '',
  items = '',
  script = inertScripts.source,
  parts = [] as readonly ZipEntry[],
} = {}): Buffer {
  return zipOf([
    { name: 'mimetype', data: 'application/hwp+zip', stored: true },
    { name: 'version.xml', data: `${xml}<hv:HCFVersion xmlns:hv="http://www.hancom.co.kr/hwpml/2011/version"/>` },
    { name: 'Contents/header.xml', data: `${xml}<hh:head xmlns:hh="http://www.hancom.co.kr/hwpml/2011/head"/>` },
    {
      name: 'Contents/section0.xml',
      data: `${xml}<hs:sec xmlns:hs="http://www.hancom.co.kr/hwpml/2011/section" xmlns:hp="http://www.hancom.co.kr/hwpml/2011/paragraph"><hp:p><hp:run><hp:t>회의 자료</hp:t></hp:run></hp:p>${body}</hs:sec>`,
    },
    { name: 'Preview/PrvText.txt', data: '회의 자료' },
    { name: 'Scripts/headerScripts', data: Buffer.from(inertScripts.header, 'utf16le') },
    { name: 'Scripts/sourceScripts', data: Buffer.from(script, 'utf16le') },
    {
      name: 'Contents/content.hpf',
      data: `${xml}<opf:package xmlns:opf="http://www.idpf.org/2007/opf/"><opf:manifest><opf:item id="section0" href="Contents/section0.xml" media-type="application/xml"/>${items}</opf:manifest></opf:package>`,
    },
    {
      name: 'META-INF/manifest.xml',
      data: `${xml}<odf:manifest xmlns:odf="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>`,
    },
    ...parts,
  ]);
}
