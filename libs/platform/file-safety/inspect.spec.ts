import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DomainError } from '#core/kernel';
import {
  fieldBody,
  hwpxOf,
  officeEntries,
  officeOf,
  openDocumentOf,
  relation,
} from '../../../test/support/samples/office.js';
import { compoundOf, jpegOf, pngOf } from '../../../test/support/samples/other.js';
import { objectStreamOf, pdfOf, streamOf } from '../../../test/support/samples/pdf.js';
import { recordOf, zipOf } from '../../../test/support/samples/zip.js';
import { inspectFile } from './inspect.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'forum-inspect-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** The extension found, or the code of the refusal with its `what` or `found`. */
async function outcome(name: string, bytes: Buffer | string): Promise<string> {
  const path = join(folder, 'sample');
  await writeFile(path, bytes);
  try {
    return (await inspectFile(path, name)).extension;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { what, found, format } = error.params;
    return [error.code, what ?? found ?? format].filter((word) => word !== undefined).join(' ');
  }
}

/** As TeX writes it: the way of packing is the last key. */
const filterLast = (stream: Buffer): string =>
  stream.toString('latin1').replace(/\/Filter \/FlateDecode (.*?) >>/u, '$1\n/Filter /FlateDecode\n>>');
const chart = officeOf('xlsx');
const zeros = (megabytes: number) => Buffer.alloc(megabytes * 1_048_576);
const embedded = (name: string, data: Buffer) => officeOf('pptx', { parts: [{ name, data }] });

describe('what is taken', () => {
  test.each<[string, Buffer | string, string]>([
    ['회의 자료.pdf', pdfOf(), 'pdf'],
    ['a.pdf', pdfOf({ objects: [objectStreamOf('<< /Title (A) >>')] }), 'pdf'],
    ['last key.pdf', pdfOf({ objects: [filterLast(objectStreamOf('<< /Title (A) >>'))] }), 'pdf'],
    [
      'links.pdf',
      pdfOf({
        catalogue: '/OpenAction << /S /GoTo /D [3 0 R /Fit] >> /Names << /Dests 5 0 R >>',
        objects: ['<< /A << /S /URI /URI (https://example.org) >> >>'],
      }),
      'pdf',
    ],
    ['form.pdf', pdfOf({ catalogue: '/AcroForm << /Fields [] >>' }), 'pdf'],
    ['a.docx', officeOf('docx'), 'docx'],
    [
      'a.docx',
      officeOf('docx', {
        relations:
          relation('hyperlink', 'https://example.org/%ED%9A%8C?a=1&amp;b=2') +
          relation('hyperlink', 'mailto:desk@example.org'),
      }),
      'docx',
    ],
    ['a.docx', officeOf('docx', { body: fieldBody(' PA', 'GE \\* MERGEFORMAT ') }), 'docx'],
    ['a.xlsx', officeOf('xlsx'), 'xlsx'],
    ['a.pptx', embedded('ppt/embeddings/Microsoft_Excel_Sheet1.xlsx', chart), 'pptx'],
    ['議事.odt', openDocumentOf('odt'), 'odt'],
    ['a.ods', openDocumentOf('ods'), 'ods'],
    // As tools pack it that know of no first part.
    ['packed again.odt', openDocumentOf('odt', { storedType: false }), 'odt'],
    [
      'a.odp',
      openDocumentOf('odp', {
        body: '<draw:a xlink:href="https://example.org"/><office:event-listeners><presentation:event-listener xmlns:presentation="p" presentation:action="next-page"/></office:event-listeners>',
      }),
      'odp',
    ],
    ['안건.hwpx', hwpxOf(), 'hwpx'],
    [
      '안건.hwpx',
      hwpxOf({
        items: '<opf:item id="image1" href="BinData/image1.png" media-type="image/png" isEmbeded="1"/>',
        parts: [{ name: 'BinData/image1.png', data: pngOf() }],
      }),
      'hwpx',
    ],
    ['a.txt', '1. 개회\r\n2. 閉会\n', 'txt'],
    ['a.txt', '\ufeffwith a mark', 'txt'],
    ['a.csv', '번호,전화,증감\r\n1,+82-2-110,-3%\r\n', 'csv'],
    ['a.png', pngOf(), 'png'],
    ['a.JPEG', jpegOf(), 'jpg'],
  ])('%s', async (name, bytes, extension) => {
    expect(await outcome(name, bytes)).toBe(extension);
  });
});

describe('what is refused for being what it is', () => {
  test.each<[string, string, Buffer | string, string]>([
    ['nothing at all', 'a.pdf', '', 'files.empty'],
    ['a program as a paper', 'a.pdf', 'MZ\x90\0\x03', 'files.executable'],
    ['a Linux program', 'a.docx', '\x7fELF\x02\x01', 'files.executable'],
    ['a Windows shortcut', 'a.txt', Buffer.from([0x4c, 0, 0, 0, 1, 0x14, 2, 0, 0, 0, 0, 0, 0xc0]), 'files.executable'],
    ['an installer', 'a.doc', compoundOf('\u4840\u3b3f\u43f2'), 'files.executable'],
    ['a shell script', 'a.txt', '#!/bin/sh\nrm -rf ~', 'files.script'],
    ['a batch file as text', 'a.txt', '@echo off\r\ndel *.*', 'files.script'],
    ['a script by its name', 'a.js', 'plain words', 'files.script'],
    ['an internet shortcut', 'a.txt', '[InternetShortcut]\r\nURL=file://x', 'files.script'],
    ['a web page', 'a.txt', '  <!DOCTYPE html><p>hello', 'files.html'],
    ['a web page behind a comment', 'a.csv', '<!-- x --><html>', 'files.html'],
    ['a web page in UTF-16', 'a.txt', Buffer.from('\ufeff<html><script>', 'utf16le'), 'files.html'],
    [
      'a picture with scripts',
      'a.png',
      '<?xml version="1.0"?><!-- x --><svg xmlns="http://www.w3.org/2000/svg"/>',
      'files.svg',
    ],
    [
      'a picture with scripts under another prefix',
      'a.txt',
      '<s:svg xmlns:s="http://www.w3.org/2000/svg"/>',
      'files.svg',
    ],
    ['other XML', 'a.txt', '<?xml version="1.0"?><a/>', 'files.typeNotAllowed'],
    ['old Word', 'a.doc', compoundOf('WordDocument'), 'files.legacyFormat doc'],
    ['old Excel', 'a.xls', compoundOf('Workbook'), 'files.legacyFormat xls'],
    ['old PowerPoint', 'a.ppt', compoundOf('PowerPoint Document'), 'files.legacyFormat ppt'],
    ['old Hangul', '안건.hwp', compoundOf('FileHeader', 'DocInfo'), 'files.legacyFormat hwp'],
    ['older Hangul', '안건.hwp', 'HWP Document File V3.00 \x1a\x01', 'files.legacyFormat hwp'],
    ['old Word with a new name', 'a.docx', compoundOf('WordDocument'), 'files.legacyFormat doc'],
    ['a document under a password', 'a.docx', compoundOf('EncryptionInfo', 'EncryptedPackage'), 'files.encrypted'],
    ['an archive', 'a.zip', zipOf([{ name: 'a.txt', data: 'a' }]), 'files.archive'],
    ['an archive of another kind', 'a.pdf', Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]), 'files.archive'],
    ['a film', 'a.pdf', Buffer.from('\0\0\0\x20ftypisom\0\0\0\0isomiso2avc1mp41', 'latin1'), 'files.typeNotAllowed'],
    [
      'an e-book',
      'a.epub',
      zipOf([{ name: 'mimetype', data: 'application/epub+zip', stored: true }]),
      'files.typeNotAllowed',
    ],
    ['noise', 'a.pdf', Buffer.from([1, 2, 3, 0, 5, 6]), 'files.typeNotAllowed'],
    ['an unknown extension', 'a.xyz', 'words', 'files.typeNotAllowed'],
    ['no extension', 'words', 'words', 'files.typeNotAllowed'],
    ['a picture called a paper', 'a.pdf', pngOf(), 'files.wrongExtension png'],
    ['a paper called a picture', 'a.png', pdfOf(), 'files.wrongExtension pdf'],
    ['words called a paper', 'a.docx', 'words', 'files.wrongExtension txt'],
    ['a table called a text', 'a.docx', officeOf('xlsx'), 'files.wrongExtension xlsx'],
    ['Korean in CP949', 'a.txt', Buffer.from([0xb0, 0xa1, 0xb3, 0xaa, 0x0a]), 'files.textEncoding'],
    ['Japanese as in old mails', 'a.txt', '\u001b$B5D;vO?\u001b(B', 'files.textEncoding'],
    ['UTF-16', 'a.txt', Buffer.from('\ufeffwords', 'utf16le'), 'files.textEncoding'],
    ['a text cut inside a letter', 'a.txt', Buffer.from('가').subarray(0, 2), 'files.textEncoding'],
    ['a command in a table', 'a.csv', "a,b\n1,=cmd|' /C calc'!A0\n", 'files.activeContent DDE'],
  ])('%s', async (_, name, bytes, code) => {
    expect(await outcome(name, bytes)).toBe(code);
  });
});

describe('what is refused inside a PDF', () => {
  const script = '<< /S /JavaScript /JS (app.alert\\(1\\)) >>';
  test.each<[string, Buffer, string]>([
    ['a script', pdfOf({ catalogue: `/OpenAction ${script}` }), 'files.activeContent JavaScript'],
    [
      'a script with letters written as numbers',
      pdfOf({ catalogue: '/OpenAction << /S /J#61v#61Scr#69pt /JS (x) >>' }),
      'files.activeContent JavaScript',
    ],
    ['a script in an object stream', pdfOf({ objects: [objectStreamOf(script)] }), 'files.activeContent JavaScript'],
    [
      'a script in an object stream that does not say what it is',
      pdfOf({ objects: [objectStreamOf(script, '')] }),
      'files.activeContent JavaScript',
    ],
    [
      'a script in an object stream behind a comment and a string',
      pdfOf({ objects: [objectStreamOf(script, '% >> endobj\n/Type /ObjStm /X (>> stream \\) (endobj) )')] }),
      'files.activeContent JavaScript',
    ],
    [
      'a script in an object stream inside another stream',
      pdfOf({
        objects: [streamOf('', Buffer.concat([Buffer.from('7 0 obj\n'), objectStreamOf(script)]), { packed: false })],
      }),
      'files.activeContent JavaScript',
    ],
    [
      'a script after a dictionary longer than what is read at once',
      pdfOf({ objects: [objectStreamOf(script, `/Type /ObjStm /X (${'x'.repeat(100_000)})`)] }),
      'files.activeContent JavaScript',
    ],
    [
      'a script far behind',
      pdfOf({ preamble: `%${'x'.repeat(1_048_540)}\n`, objects: [objectStreamOf(script)] }),
      'files.activeContent JavaScript',
    ],
    [
      'an object stream packed in a way nobody uses',
      pdfOf({
        objects: [objectStreamOf(script).toString('latin1').replace('/FlateDecode', '[/ASCII85Decode /FlateDecode]')],
      }),
      'files.damaged',
    ],
    [
      'two ways of packing of which readers take one',
      pdfOf({ objects: [objectStreamOf(script, '/Filter /LZWDecode /Type /ObjStm')] }),
      'files.damaged',
    ],
    [
      'an object stream that is broken',
      pdfOf({
        objects: [
          streamOf('/Type /ObjStm /N 1 /First 4', 'x', { packed: false })
            .toString('latin1')
            .replace('/N 1', '/N 1 /Filter /FlateDecode'),
        ],
      }),
      'files.damaged',
    ],
    [
      'an object stream that grows a thousand times',
      pdfOf({ objects: Array.from({ length: 4 }, () => streamOf('/Type /ObjStm /N 1 /First 4', zeros(40))) }),
      'files.expandsTooMuch',
    ],
    [
      'starting a program',
      pdfOf({ objects: ['<< /S /Launch /Win << /F (cmd.exe) >> >>'] }),
      'files.activeContent Launch',
    ],
    [
      'a file attached',
      pdfOf({ catalogue: '/Names << /EmbeddedFiles << /Names [(a) 5 0 R] >> >>' }),
      'files.activeContent attachment',
    ],
    [
      'a file as a note',
      pdfOf({ objects: ['<< /Type /Annot /Subtype /FileAttachment >>'] }),
      'files.activeContent attachment',
    ],
    ['a form that is a program', pdfOf({ catalogue: '/AcroForm << /XFA 5 0 R >>' }), 'files.activeContent XFA'],
    [
      'a form in an object stream',
      pdfOf({ catalogue: '/AcroForm 6 0 R', objects: [objectStreamOf('<< /XFA [(a) 5 0 R] >>')] }),
      'files.activeContent XFA',
    ],
    ['moving pictures', pdfOf({ objects: ['<< /Type /Annot /Subtype /RichMedia >>'] }), 'files.activeContent media'],
    [
      'a form that sends',
      pdfOf({ objects: ['<< /S /SubmitForm /F (https://example.org) >>'] }),
      'files.activeContent SubmitForm',
    ],
    ['a password', pdfOf({ trailer: '/Encrypt 5 0 R' }), 'files.encrypted'],
    ['no end', pdfOf().subarray(0, 400), 'files.damaged'],
    [
      'an archive after the end',
      pdfOf({ after: zipOf([{ name: 'a', data: 'a' }]).toString('latin1') }),
      'files.damaged',
    ],
    ['another beginning', Buffer.concat([Buffer.from('%PDF-x'), pdfOf()]), 'files.damaged'],
    ['dictionaries that never end', pdfOf({ objects: ['<< /A 1 0 obj '.repeat(3_000_000)] }), 'files.expandsTooMuch'],
  ])('%s', async (_, bytes, code) => {
    expect(await outcome('a.pdf', bytes)).toBe(code);
  });
});

/** A part packed so that its bytes come out one at a time: each in a block of its own, with a hundred thousand empty ones between. */
function slowly(data: Buffer): Buffer {
  const block = (bytes: Buffer, last = false): Buffer => {
    const head = Buffer.alloc(5);
    head[0] = last ? 1 : 0;
    head.writeUInt16LE(bytes.length, 1);
    head.writeUInt16LE(0xffff - bytes.length, 3);
    return Buffer.concat([head, bytes]);
  };
  const nothing = Buffer.concat(Array.from({ length: 15_000 }, () => block(Buffer.alloc(0))));
  const packed = Buffer.concat([
    ...[0, 1, 2, 3].flatMap((at) => [block(data.subarray(at, at + 1)), nothing]),
    block(data.subarray(4), true),
  ]);
  return officeOf('docx', { parts: [{ name: 'word/media/a.png', data, packed }] });
}

describe('what is refused inside a container', () => {
  const part = (name: string, data: Buffer | string = 'x') => ({ parts: [{ name, data }] });
  const growing = Array.from({ length: 6 }, (_, index) => ({
    name: `word/media/${String(index)}.bin`,
    data: zeros(19),
  }));
  const kernel = { name: 'word/b.bin', data: zeros(1) };
  const ole = compoundOf('\x01Ole10Native');
  test.each<[string, string, Buffer, string]>([
    [
      'macros by content type',
      'a.docx',
      officeOf('docx', { mainType: 'application/vnd.ms-word.document.macroEnabled.main+xml' }),
      'files.macros',
    ],
    ['macros by part', 'a.docx', officeOf('docx', part('word/vbaProject.bin', ole)), 'files.macros'],
    [
      'macros of old Excel',
      'a.xlsx',
      officeOf('xlsx', {
        types:
          '<Override PartName="/xl/macrosheets/sheet1.xml" ContentType="application/vnd.ms-excel.macrosheet+xml"/>',
      }),
      'files.macros',
    ],
    ['a control', 'a.docx', officeOf('docx', part('word/activeX/activeX1.xml')), 'files.embeddedObject'],
    ['an object', 'a.docx', officeOf('docx', part('word/embeddings/oleObject1.bin', ole)), 'files.embeddedObject'],
    [
      'an object under another name',
      'a.docx',
      officeOf('docx', part('word/media/image1.png', ole)),
      'files.embeddedObject',
    ],
    [
      'a program among the pictures',
      'a.docx',
      officeOf('docx', part('word/media/image1.png', '\x7fELF\x02')),
      'files.executable',
    ],
    [
      'an archive among the pictures',
      'a.docx',
      officeOf('docx', part('word/media/a.png', zipOf([{ name: 'a', data: 'a' }]))),
      'files.embeddedObject',
    ],
    [
      'an embedded table with macros',
      'a.pptx',
      embedded('ppt/embeddings/a.xlsx', officeOf('xlsx', part('xl/vbaProject.bin', ole))),
      'files.macros',
    ],
    [
      'tables in tables in tables',
      'a.pptx',
      embedded('ppt/embeddings/a.xlsx', officeOf('xlsx', { parts: [{ name: 'xl/embeddings/b.xlsx', data: chart }] })),
      'files.expandsTooMuch',
    ],
    [
      'a template from elsewhere',
      'a.docx',
      officeOf('docx', { relations: relation('attachedTemplate', 'https://example.org/t.dotm') }),
      'files.externalContent',
    ],
    [
      'a picture from elsewhere',
      'a.docx',
      officeOf('docx', { relations: relation('image', '\\\\host\\share\\a.png') }),
      'files.externalContent',
    ],
    [
      'a link to a program',
      'a.pptx',
      officeOf('pptx', { relations: relation('hyperlink', 'file:///C:/Windows/System32/calc.exe') }),
      'files.externalContent',
    ],
    [
      'a link that is a script',
      'a.docx',
      officeOf('docx', { relations: relation('hyperlink', 'java&#115;cript:alert(1)') }),
      'files.externalContent',
    ],
    [
      'a link to another table',
      'a.xlsx',
      officeOf('xlsx', {
        types: `<Override PartName="/xl/externalLinks/externalLink1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml"/>`,
      }),
      'files.externalContent',
    ],
    [
      'a field that starts a program',
      'a.docx',
      officeOf('docx', { body: fieldBody(' DD', 'EAU', 'TO c:\\\\windows\\\\system32\\\\cmd.exe ') }),
      'files.activeContent DDE',
    ],
    [
      'a field that starts a program, in a part that lies elsewhere',
      'a.docx',
      officeOf('docx', {
        types:
          '<Override PartName="/a/b.bin" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/>',
        parts: [{ name: 'a/b.bin', data: fieldBody('DDE', 'AUTO cmd') }],
      }),
      'files.activeContent DDE',
    ],
    [
      'a text of another kind to be read in',
      'a.docx',
      officeOf('docx', { relations: relation('aFChunk', 'a.htm', false) }),
      'files.embeddedObject',
    ],
    ['a text of another program', 'a.docx', officeOf('docx', part('word/a.xml', '{\\rtf1 }')), 'files.embeddedObject'],
    [
      'two kinds of document in one',
      'a.docx',
      officeOf('docx', part('mimetype', 'application/vnd.oasis.opendocument.text')),
      'files.damaged',
    ],
    ['an object whose first bytes come one by one', 'a.docx', slowly(ole), 'files.embeddedObject'],
    [
      'a Hangul document that leads to a program',
      'a.hwpx',
      hwpxOf({
        body: '<hp:fieldBegin type="HYPERLINK"><hp:parameters><hp:stringParam name="Path">file\\:///C\\:/a.exe</hp:stringParam></hp:parameters></hp:fieldBegin>',
      }),
      'files.externalContent',
    ],
    [
      'a formula that asks a server',
      'a.xlsx',
      officeOf(
        'xlsx',
        part('xl/worksheets/sheet1.xml', '<worksheet><c><f>WEBSERVICE(&quot;http://x&quot;)</f></c></worksheet>'),
      ),
      'files.externalContent',
    ],
    [
      'entities',
      'a.docx',
      officeOf('docx', { body: '<!DOCTYPE a [<!ENTITY b "c">]><w:document xmlns:w="w">&b;</w:document>' }),
      'files.activeContent DOCTYPE',
    ],
    [
      'XML in another encoding',
      'a.docx',
      officeOf('docx', part('word/header1.xml', Buffer.from('\ufeff<a/>', 'utf16le'))),
      'files.damaged',
    ],
    ['XML cut off', 'a.docx', officeOf('docx', part('word/header1.xml', '<a><b attribute="')), 'files.damaged'],
    ['no main part', 'a.docx', officeOf('docx', { mainType: 'application/xml' }), 'files.typeNotAllowed'],
    [
      'a template',
      'a.docx',
      officeOf('docx', {
        mainType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml',
      }),
      'files.typeNotAllowed',
    ],
    ['an OpenDocument with macros', 'a.odt', openDocumentOf('odt', part('Basic/Standard/Module1.xml')), 'files.macros'],
    [
      'an OpenDocument with a script on an event',
      'a.odt',
      openDocumentOf('odt', {
        body: '<office:event-listeners><script:event-listener script:language="ooo:script" xlink:href="vnd.sun.star.script:a"/></office:event-listeners>',
      }),
      'files.macros',
    ],
    ['an OpenDocument with an object', 'a.odt', openDocumentOf('odt', part('Object 1', ole)), 'files.embeddedObject'],
    [
      'an OpenDocument with a picture from elsewhere',
      'a.odt',
      openDocumentOf('odt', { body: '<draw:image xlink:href="https://example.org/a.png"/>' }),
      'files.externalContent',
    ],
    [
      'an OpenDocument with a picture from above',
      'a.odt',
      openDocumentOf('odt', { body: '<draw:image xlink:href="../../a.png"/>' }),
      'files.externalContent',
    ],
    [
      'an OpenDocument under a password',
      'a.odt',
      openDocumentOf('odt', { manifest: '<manifest:encryption-data/>' }),
      'files.encrypted',
    ],
    [
      'a Hangul document with a script',
      'a.hwpx',
      hwpxOf({ script: 'function OnDocument_Open() { new ActiveXObject("WScript.Shell") }' }),
      'files.macros',
    ],
    [
      'a Hangul document with a script behind a comment',
      'a.hwpx',
      hwpxOf({ script: '/* */ function OnDocument_Open() {/*}*/ Run() }' }),
      'files.macros',
    ],
    ['a Hangul document with an object', 'a.hwpx', hwpxOf({ body: '<hp:ole/>' }), 'files.embeddedObject'],
    [
      'a Hangul document with a picture from elsewhere',
      'a.hwpx',
      hwpxOf({ items: '<opf:item id="i" href="http://example.org/a.png" media-type="image/png" isEmbeded="0"/>' }),
      'files.externalContent',
    ],
    ['a name that leads out', 'a.docx', officeOf('docx', part('../../etc/passwd')), 'files.unsafePath'],
    ['an absolute name', 'a.docx', officeOf('docx', part('/etc/passwd')), 'files.unsafePath'],
    ['a name with backslashes', 'a.docx', officeOf('docx', part('..\\..\\a')), 'files.unsafePath'],
    ['a drive', 'a.docx', officeOf('docx', part('C:a')), 'files.unsafePath'],
    ['a control character in a name', 'a.docx', officeOf('docx', part('word/a\u0007')), 'files.unsafePath'],
    [
      'a symbolic link',
      'a.docx',
      officeOf('docx', { parts: [{ name: 'word/a', data: '/etc/passwd', mode: 0o120777 }] }),
      'files.unsafePath',
    ],
    [
      'two parts of one name',
      'a.docx',
      officeOf('docx', {
        parts: [
          { name: 'word/A.bin', data: 'a' },
          { name: 'word/a.bin', data: 'b' },
        ],
      }),
      'files.damaged',
    ],
    [
      'two names of one part',
      'a.docx',
      officeOf('docx', { parts: [{ name: 'word/a.bin', data: 'a', localName: 'word/b.bin' }] }),
      'files.damaged',
    ],
    [
      'parts that overlap',
      'a.docx',
      officeOf('docx', {
        parts: [
          { name: 'word/a.bin', data: recordOf(kernel), stored: true },
          { ...kernel, inside: 'word/a.bin' },
        ],
      }),
      'files.expandsTooMuch',
    ],
    [
      'a part that grows a thousand times',
      'a.docx',
      officeOf('docx', part('word/a.bin', zeros(30))),
      'files.expandsTooMuch',
    ],
    ['many parts that grow', 'a.docx', officeOf('docx', { parts: growing }), 'files.expandsTooMuch'],
    [
      'a part that says it is smaller',
      'a.docx',
      officeOf('docx', { parts: [{ name: 'word/a.bin', data: zeros(2), declaredSize: 10 }] }),
      'files.expandsTooMuch',
    ],
    [
      'a part that says it is larger',
      'a.docx',
      officeOf('docx', { parts: [{ name: 'word/a.bin', data: 'abc', declaredSize: 10 }] }),
      'files.damaged',
    ],
    [
      'too many parts',
      'a.docx',
      officeOf('docx', {
        parts: Array.from({ length: 10_001 }, (_, index) => ({
          name: `word/${String(index)}`,
          data: '',
          stored: true,
        })),
      }),
      'files.expandsTooMuch',
    ],
    [
      'a part under a password',
      'a.docx',
      officeOf('docx', { parts: [{ name: 'word/a.bin', data: 'a', encrypted: true }] }),
      'files.encrypted',
    ],
    ['something after the end', 'a.docx', Buffer.concat([officeOf('docx'), Buffer.from('junk')]), 'files.damaged'],
    ['a container cut off', 'a.docx', officeOf('docx').subarray(0, 300), 'files.damaged'],
  ])('%s', async (_, name, bytes, code) => {
    expect(await outcome(name, bytes)).toBe(code);
  });

  test('a program that carries a document', async () => {
    const prefix = 'MZ'.padEnd(512, '\0');
    expect(await outcome('a.docx', zipOf(officeEntries('docx'), { prefix }))).toBe('files.executable');
    const comment = zipOf([{ name: 'a', data: 'a' }], { prefix: 'PK\x03\x04' });
    expect(await outcome('a.docx', comment)).toBe('files.damaged');
  });
});

describe('what is refused as a picture', () => {
  test.each<[string, string, Buffer, string]>([
    [
      'so many points that they fill a memory',
      'a.png',
      pngOf({ width: 60_000, height: 60_000 }),
      'files.imageTooLarge',
    ],
    ['no points', 'a.png', pngOf({ width: 0 }), 'files.damaged'],
    ['an archive behind it', 'a.png', pngOf({ after: zipOf([{ name: 'a', data: 'a' }]) }), 'files.damaged'],
    ['half of it', 'a.png', pngOf().subarray(0, 40), 'files.damaged'],
    ['so many points, as a photograph', 'a.jpg', jpegOf({ width: 65_000, height: 65_000 }), 'files.imageTooLarge'],
    ['an archive behind a photograph', 'a.jpg', jpegOf({ after: zipOf([{ name: 'a', data: 'a' }]) }), 'files.damaged'],
    ['half of a photograph', 'a.jpg', jpegOf().subarray(0, 60), 'files.damaged'],
  ])('%s', async (_, name, bytes, code) => {
    expect(await outcome(name, bytes)).toBe(code);
  });
});

describe('what is written to keep a computer busy', () => {
  const million = 1_000_000;
  const inWord = (body: string) => officeOf('docx', { body: `<w:document xmlns:w="w">${body}</w:document>` });
  test.each<[string, string, () => Buffer | string, string]>([
    ['an attribute that never comes', 'a.docx', () => inWord(`<w:fldSimple ${'a'.repeat(million)}/>`), 'docx'],
    ['attributes without a value', 'a.docx', () => inWord(`<w:fldSimple ${'a ='.repeat(million / 3)}/>`), 'docx'],
    ['a tag that never ends', 'a.docx', () => inWord(`<w:fldSimple ${'a'.repeat(2 * million)}`), 'files.damaged'],
    [
      'a hundred thousand pieces of a field',
      'a.docx',
      () => officeOf('docx', { body: fieldBody(...Array.from({ length: 100_000 }, () => 'INCLUDEPICTURE x')) }),
      'docx',
    ],
    [
      'a field with its command far in front',
      'a.docx',
      () => officeOf('docx', { body: fieldBody(` DDEAUTO cmd ${' '.repeat(50_000)}`) }),
      'files.activeContent DDE',
    ],
    ['empty lines', 'a.csv', () => '\n'.repeat(3 * million), 'csv'],
    ['cells that nearly are commands', 'a.csv', () => '=a|'.repeat(million), 'csv'],
    ['comments that never end', 'a.hwpx', () => hwpxOf({ script: '/*'.repeat(4000) }), 'files.macros'],
    ['nothing but names', 'a.pdf', () => pdfOf({ preamble: '/'.repeat(3 * million) }), 'pdf'],
    ['names that are spelt out', 'a.pdf', () => pdfOf({ preamble: `/${'#41'.repeat(45)}`.repeat(20_000) }), 'pdf'],
    ['objects that never begin', 'a.pdf', () => pdfOf({ preamble: '1 0 obj '.repeat(400_000) }), 'pdf'],
    [
      'dictionaries in each other',
      'a.pdf',
      () => pdfOf({ preamble: `${'1 0 obj << '.repeat(5000)}${'>> '.repeat(5000)}`.repeat(20) }),
      'files.expandsTooMuch',
    ],
  ])('%s', async (_, name, bytes, code) => {
    const sample = bytes();
    const began = performance.now();
    expect(await outcome(name, sample)).toBe(code);
    // Each would take minutes if its cost grew with the square of its length; the rest is a busy machine.
    expect(performance.now() - began).toBeLessThan(20_000);
  });
});
