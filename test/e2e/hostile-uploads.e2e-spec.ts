import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { LightMyRequestResponse } from 'fastify';
import type { PaperView } from '../../apps/api/src/papers/papers.views.js';
import { LANGUAGES } from '#core/kernel';
import { createTestApp, type TestApp, type TestClient } from '../support/app.js';
import { saveSession } from '../support/factories/session.js';
import { announce, ownFiles, release } from '../support/papers.js';
import { formType, multipartOf, type FormPart } from '../support/samples/multipart.js';
import { fieldBody, hwpxOf, officeOf, openDocumentOf, relation } from '../support/samples/office.js';
import { compoundOf, jpegOf, pngOf } from '../support/samples/other.js';
import { objectStreamOf, pdfOf, streamOf } from '../support/samples/pdf.js';
import { recordOf, zipOf } from '../support/samples/zip.js';

const megabyte = 1_048_576;
const zeros = (megabytes: number) => Buffer.alloc(megabytes * megabyte);
const kernel = { name: 'word/b.bin', data: zeros(1) };
const ole = compoundOf('\x01Ole10Native');
const pdf = pdfOf();
const script = '<< /S /JavaScript /JS (app.alert\\(1\\)) >>';
const withPart = (name: string, data: Buffer | string) => officeOf('docx', { parts: [{ name, data }] });
const language = { name: 'language', data: 'ko' };
const file = (filename: string | Buffer, data: Buffer | string, headers?: string): FormPart => ({
  name: 'file',
  filename,
  data,
  ...(headers === undefined ? {} : { headers }),
});

/** Name, file name, bytes, and the code it is refused with. */
const refusedFiles: readonly (readonly [string, string, Buffer | string, string])[] = [
  ['nothing at all', 'a.pdf', '', 'files.empty'],
  ['a program as a paper', 'a.pdf', 'MZ\x90\0\x03\0', 'files.executable'],
  ['a Linux program as a picture', 'a.png', '\x7fELF\x02\x01\x01', 'files.executable'],
  ['a shell script as a text', 'a.txt', '#!/bin/sh\nrm -rf ~\n', 'files.script'],
  ['a script by its name', 'a.hta', 'plain words', 'files.script'],
  ['a web page as a text', 'a.txt', '<!doctype html><script>alert(1)</script>', 'files.html'],
  ['a web page in UTF-16', 'a.txt', Buffer.from('\ufeff<html><script>x</script>', 'utf16le'), 'files.html'],
  ['a picture with scripts', 'a.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'files.svg'],
  ['a picture with scripts as a photograph', 'a.jpg', '<?xml version="1.0"?><svg/>', 'files.svg'],
  ['an old Word file', 'a.doc', compoundOf('WordDocument'), 'files.legacyFormat'],
  ['an old Hangul file', '안건.hwp', compoundOf('FileHeader', 'DocInfo'), 'files.legacyFormat'],
  ['a document under a password', 'a.xlsx', compoundOf('EncryptionInfo', 'EncryptedPackage'), 'files.encrypted'],
  ['an archive', 'a.zip', zipOf([{ name: 'a.txt', data: 'a' }]), 'files.archive'],
  ['an unknown type', 'a.xyz', 'words', 'files.typeNotAllowed'],
  ['noise', 'a.pdf', Buffer.from([1, 2, 3, 0, 5, 6]), 'files.typeNotAllowed'],
  ['a paper called a picture', 'a.png', pdf, 'files.wrongExtension'],
  ['a table called a text', 'a.docx', officeOf('xlsx'), 'files.wrongExtension'],
  ['a table called an older text', 'a.txt', 'a\u0000b', 'files.typeNotAllowed'],
  ['a PDF with a script', 'a.pdf', pdfOf({ catalogue: `/OpenAction ${script}` }), 'files.activeContent'],
  [
    'a PDF with a script in hex',
    'a.pdf',
    pdfOf({ catalogue: '/AA << /O << /S /#4AavaScript >> >>' }),
    'files.activeContent',
  ],
  ['a PDF with a script packed away', 'a.pdf', pdfOf({ objects: [objectStreamOf(script)] }), 'files.activeContent'],
  [
    'a PDF that starts a program',
    'a.pdf',
    pdfOf({ objects: ['<< /S /Launch /F (cmd.exe) >>'] }),
    'files.activeContent',
  ],
  [
    'a PDF with a file in it',
    'a.pdf',
    pdfOf({ catalogue: '/Names << /EmbeddedFiles 5 0 R >>' }),
    'files.activeContent',
  ],
  [
    'a PDF that is a program of forms',
    'a.pdf',
    pdfOf({ catalogue: '/AcroForm << /XFA 5 0 R >>' }),
    'files.activeContent',
  ],
  ['a PDF with moving pictures', 'a.pdf', pdfOf({ objects: ['<< /Subtype /RichMedia >>'] }), 'files.activeContent'],
  ['a PDF under a password', 'a.pdf', pdfOf({ trailer: '/Encrypt 5 0 R' }), 'files.encrypted'],
  [
    'a PDF that grows',
    'a.pdf',
    pdfOf({ objects: Array.from({ length: 4 }, () => streamOf('/Type /ObjStm /N 1 /First 4', zeros(30))) }),
    'files.expandsTooMuch',
  ],
  ['a PDF cut off', 'a.pdf', pdf.subarray(0, 300), 'files.damaged'],
  [
    'a PDF that is an archive too',
    'a.pdf',
    pdfOf({ after: zipOf([{ name: 'a', data: 'a' }]).toString('latin1') }),
    'files.damaged',
  ],
  ['a bomb in a text document', 'a.docx', withPart('word/a.bin', zeros(30)), 'files.expandsTooMuch'],
  [
    'a bomb of many parts',
    'a.docx',
    officeOf('docx', {
      parts: Array.from({ length: 6 }, (_, index) => ({ name: `word/${String(index)}`, data: zeros(19) })),
    }),
    'files.expandsTooMuch',
  ],
  [
    'a bomb whose parts overlap',
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
    'a bomb that understates itself',
    'a.docx',
    officeOf('docx', { parts: [{ name: 'word/a.bin', data: zeros(2), declaredSize: 9 }] }),
    'files.expandsTooMuch',
  ],
  [
    'a bomb of names',
    'a.docx',
    officeOf('docx', {
      parts: Array.from({ length: 10_001 }, (_, index) => ({ name: `w/${String(index)}`, data: '', stored: true })),
    }),
    'files.expandsTooMuch',
  ],
  [
    'archives in archives',
    'a.docx',
    withPart('word/media/a.png', zipOf([{ name: 'a', data: 'a' }])),
    'files.embeddedObject',
  ],
  ['a part that leads out', 'a.docx', withPart('../../../etc/cron.d/a', 'a'), 'files.unsafePath'],
  ['a part on another drive', 'a.docx', withPart('C:\\a', 'a'), 'files.unsafePath'],
  ['macros', 'a.docx', withPart('word/vbaProject.bin', ole), 'files.macros'],
  [
    'macros with an honest name',
    'a.docm',
    officeOf('docx', { mainType: 'application/vnd.ms-word.document.macroEnabled.main+xml' }),
    'files.macros',
  ],
  ['an object', 'a.docx', withPart('word/embeddings/oleObject1.bin', ole), 'files.embeddedObject'],
  ['a control', 'a.docx', withPart('word/activeX/activeX1.xml', '<a/>'), 'files.embeddedObject'],
  [
    'a template from elsewhere',
    'a.docx',
    officeOf('docx', { relations: relation('attachedTemplate', 'http://198.51.100.1/t.dotm') }),
    'files.externalContent',
  ],
  [
    'a field that starts a program',
    'a.docx',
    officeOf('docx', { body: fieldBody('DDE', 'AUTO cmd') }),
    'files.activeContent',
  ],
  [
    'entities that explode',
    'a.docx',
    officeOf('docx', { body: '<!DOCTYPE a [<!ENTITY b "bb">]><a>&b;</a>' }),
    'files.activeContent',
  ],
  [
    'an OpenDocument with macros',
    'a.odt',
    openDocumentOf('odt', { parts: [{ name: 'Basic/Standard/a.xml', data: 'a' }] }),
    'files.macros',
  ],
  [
    'a Hangul document with a script',
    '안건.hwpx',
    hwpxOf({ script: 'function OnDocument_Open() { Run() }' }),
    'files.macros',
  ],
  ['a command in a table', 'a.csv', "a\n=cmd|' /C calc'!A0\n", 'files.activeContent'],
  ['Korean in an older encoding', 'a.txt', Buffer.from([0xb0, 0xa1, 0xb3, 0xaa, 0x0a]), 'files.textEncoding'],
  ['a picture that fills a memory', 'a.png', pngOf({ width: 65_000, height: 65_000 }), 'files.imageTooLarge'],
  [
    'a photograph that is an archive too',
    'a.jpg',
    jpegOf({ after: zipOf([{ name: 'a', data: 'a' }]) }),
    'files.damaged',
  ],
  ['a byte too many', 'a.txt', 'a'.repeat(megabyte + 1), 'files.tooLarge'],
  ['a form far too long', 'a.txt', zeros(4), 'files.tooLarge'],
  ['a name of dots', '...', 'words', 'files.badName'],
  ['a name of invisible signs', '\u200b\u202e\u2066', 'words', 'files.badName'],
];

/** Name, the form as sent, and the code it is refused with. */
const refusedForms: readonly (readonly [string, Buffer, string])[] = [
  ['no file', multipartOf([language]), 'files.oneFile'],
  ['two files', multipartOf([language, file('a.txt', 'a'), file('b.txt', 'b')]), 'files.oneFile'],
  [
    'a file in another field',
    multipartOf([language, { name: 'paper', filename: 'a.txt', data: 'a' }]),
    'files.oneFile',
  ],
  [
    'a form cut off in the file',
    multipartOf([language, file('a.txt', 'a'.repeat(1000))], { end: false }),
    'files.uploadBroken',
  ],
  ['a form cut off in a header', multipartOf([language, file('a.txt', 'a')]).subarray(0, 150), 'files.uploadBroken'],
  ['no form at all', Buffer.from('just words'), 'files.uploadBroken'],
  ['an empty form', Buffer.from(''), 'files.oneFile'],
  [
    'a field nobody asked for',
    multipartOf([language, { name: 'audience', data: 'public' }, file('a.txt', 'a')]),
    'common.invalid',
  ],
  [
    'a field that names a prototype',
    multipartOf([language, { name: '__proto__', data: 'x' }, file('a.txt', 'a')]),
    'files.uploadBroken',
  ],
  ['a field twice', multipartOf([language, language, file('a.txt', 'a')]), 'common.invalid'],
  [
    'a field too long',
    multipartOf([{ name: 'language', data: 'k'.repeat(100_000) }, file('a.txt', 'a')]),
    'common.invalid',
  ],
  [
    'a hundred fields',
    multipartOf([
      ...Array.from({ length: 100 }, (_, index) => ({ name: `f${String(index)}`, data: 'x' })),
      file('a.txt', 'a'),
    ]),
    'files.uploadBroken',
  ],
  ['another language', multipartOf([{ name: 'language', data: 'zh' }, file('a.txt', 'a')]), 'common.invalid'],
  ['no language', multipartOf([file('a.txt', 'a')]), 'common.invalid'],
];

/** Name, file name as sent, the name that is kept. */
const keptNames: readonly (readonly [string, string | Buffer, string])[] = [
  ['Korean', '회의 자료.txt', '회의 자료.txt'],
  ['Japanese', '議事録（最終）.txt', '議事録（最終）.txt'],
  ['Korean letters apart, as macOS sends them', '한글 문서.txt'.normalize('NFD'), '한글 문서.txt'],
  ['kana with their marks apart', 'ガギグ.txt'.normalize('NFD'), 'ガギグ.txt'],
  ['half-width kana', 'ﾃｽﾄ.txt', 'ﾃｽﾄ.txt'],
  ['a path of Windows', 'C:\\\\Users\\\\kim\\\\보고서.txt', '보고서.txt'],
  ['a path of Linux', '../../../etc/passwd.txt', 'passwd.txt'],
  ['letters turned round', 'report\u202etxt.exe.txt', 'reporttxt.exe.txt'],
  ['invisible letters', 'a\u200bb\ufeffc.txt', 'abc.txt'],
  ['what Windows keeps for itself', 'CON.txt', '_CON.txt'],
  ['signs that no system takes', 'a<b>|c?.txt', 'a_b__c_.txt'],
  ['far too long', `${'가'.repeat(400)}.txt`, `${'가'.repeat(83)}.txt`],
  ['bytes that are no UTF-8', Buffer.from([0xc7, 0xd1, 0x2e, 0x74, 0x78, 0x74]), '__.txt'],
];

describe('hostile uploads', () => {
  let test: TestApp;
  let korea: TestClient;
  let japan: TestClient;
  let paper: PaperView;
  const files = ownFiles();
  const kept = join(files.DATA_DIR, 'files');

  beforeAll(async () => {
    test = await createTestApp('record', { ...files, UPLOAD_MAX_MB: '1' });
    await test.setClock('2027-02-01T10:00:00+09:00');
    [korea, japan] = await Promise.all([test.as('secretariat.kr'), test.as('secretariat.jp')]);
    const { id } = await saveSession(test);
    paper = await announce(korea, id);
  });
  afterAll(async () => {
    await test.close();
    rmSync(files.DATA_DIR, { recursive: true, force: true });
  });

  const send = (client: TestClient, body: Buffer, type = formType): Promise<LightMyRequestResponse> =>
    client.post(`papers/${paper.id}/files`, { body, headers: { 'content-type': type } });

  const onDisk = (): string[] =>
    readdirSync(kept, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();

  /** Everything an upload could leave behind: rows, news, the paper itself, files and halves of files. */
  async function traces(): Promise<unknown> {
    const [rows] = await test.admin(
      `select (select count(*) from forum.paper_file) as files, (select count(*) from forum.outbox_event) as events,
              (select count(*) from forum.reminder) as reminders, (select md5(string_agg(p::text, '|' order by p.id)) from forum.paper p) as papers`,
    );
    return { rows, disk: onDisk() };
  }

  beforeAll(async () => {
    // One good file first, so that the folders are there and nothing is the same as before the first.
    expect((await send(korea, multipartOf([language, file('a.pdf', pdf)]))).statusCode).toBe(201);
  });

  async function refused(body: Buffer, code: string, type?: string): Promise<LightMyRequestResponse> {
    const before = await traces();
    const answer = await send(korea, body, type);
    expect([answer.json<{ code: string }>().code, answer.statusCode]).toEqual([code, statuses[code]]);
    expect(await traces()).toEqual(before);
    return answer;
  }

  it.each(refusedFiles)('are refused: %s', async (_, name, bytes, code) => {
    await refused(multipartOf([language, file(name, bytes)]), code);
  });

  it.each(refusedForms)('are refused as a form: %s', async (_, body, code) => {
    await refused(body, code);
  });

  it.each([
    ['JSON', 'application/json', Buffer.from('{"file":"a"}'), 'files.notAnUpload'],
    [
      'a form without a boundary',
      'multipart/form-data',
      multipartOf([language, file('a.txt', 'a')]),
      'files.uploadBroken',
    ],
    ['a form of another kind', 'application/x-www-form-urlencoded', Buffer.from('file=a'), 'common.badMediaType'],
  ])('are refused for what they call themselves: %s', async (_, type, body, code) => {
    await refused(body, code, type);
  });

  it.each(keptNames)('keep a name that is safe everywhere: %s', async (_, name, clean) => {
    const bytes = `words of ${clean}`;
    const before = onDisk();
    const answer = await send(korea, multipartOf([file(name, bytes), language]));
    expect(answer.statusCode).toBe(201);
    const shown = answer.json<PaperView>().languages.find(({ lang }) => lang === 'ko')?.file;
    expect(shown).toMatchObject({ name: clean, sha256: createHash('sha256').update(bytes).digest('hex') });
    const added = onDisk().filter((path) => !before.includes(path));
    expect(added.map((path) => readFileSync(path, 'utf8'))).toEqual([bytes]);
    const given = await korea.get(shown?.content.slice(1) ?? '');
    expect(given.headers['content-disposition']).toMatch(/^attachment; filename="[\x20-\x7e]*"/);
    expect(given.headers['x-content-type-options']).toBe('nosniff');
    expect(
      decodeURIComponent(/filename\*=UTF-8''(\S+)$/.exec(given.headers['content-disposition'] ?? '')?.[1] ?? clean),
    ).toBe(clean);
  });

  it('takes a file of exactly the largest size', async () => {
    expect((await send(korea, multipartOf([language, file('a.txt', 'a'.repeat(megabyte))]))).statusCode).toBe(201);
  });

  it('says why in the reader’s language, with the way out', async () => {
    const body = multipartOf([language, file('안건.hwp', compoundOf('FileHeader'))]);
    const said: Record<string, string> = {};
    for (const lang of LANGUAGES) {
      const answer = await korea.post(`papers/${paper.id}/files`, {
        body,
        headers: { 'content-type': formType },
        language: lang,
      });
      said[lang] = answer.json<{ detail: string }>().detail;
    }
    expect(said).toEqual({
      ko: '이전 한글 형식(.hwp)은 접수하지 않습니다. 한글에서 .hwpx 또는 PDF로 저장하여 주시기 바랍니다.',
      ja: '旧ハングル形式(.hwp)は受け付けていません。ハングルで.hwpx又はPDFとして保存してください。',
      en: 'The old Hangul format (.hwp) is not taken. In Hangul, save it as .hwpx or PDF.',
    });
  });

  it.each([
    [pdfOf({ catalogue: `/OpenAction ${script}` }), '(JavaScript)', '(JavaScript)'],
    [pdfOf({ catalogue: '/Names << /EmbeddedFiles 5 0 R >>' }), '(첨부파일)', '(an attached file)'],
  ])('names what runs or hides in it: %#', async (bytes, korean, english) => {
    const body = multipartOf([language, file('a.pdf', bytes)]);
    for (const [lang, word] of [
      ['ko', korean],
      ['en', english],
    ] as const) {
      const answer = await korea.post(`papers/${paper.id}/files`, {
        body,
        headers: { 'content-type': formType },
        language: lang,
      });
      expect(answer.json<{ detail: string }>().detail).toContain(word);
    }
  });

  it('asks who uploads before it reads a byte: strangers and the other side learn nothing of the file', async () => {
    const before = await traces();
    const body = multipartOf([language, file('a.pdf', pdfOf({ catalogue: `/OpenAction ${script}` }))]);
    const codes = [await send(test.anonymous, body), await send(japan, body)].map(
      (answer) => answer.json<{ code: string }>().code,
    );
    expect(codes).toEqual(['identity.signInNeeded', 'papers.notFound']);
    expect(await traces()).toEqual(before);
  });

  it('leaves no file when the rules refuse it after it was kept: an interpreter sends no originals', async () => {
    const { id } = await saveSession(test);
    const shared = await release(korea, id);
    const interpreter = await test.as('interpreter');
    const sendTo = (lang: string) =>
      interpreter.post(`papers/${shared.id}/files`, {
        body: multipartOf([file('a.txt', 'a'), { name: 'language', data: lang }]),
        headers: { 'content-type': formType },
      });
    const before = await traces();
    expect((await sendTo('ko')).json()).toMatchObject({ code: 'papers.isTheOriginal' });
    expect(await traces()).toEqual(before);
    expect((await sendTo('ja')).statusCode).toBe(201);
  });

  it('are more than sixty', () => {
    expect(refusedFiles.length + refusedForms.length + keptNames.length).toBeGreaterThan(60);
  });
});

const statuses: Readonly<Record<string, number>> = {
  'common.badMediaType': 400,
  'common.invalid': 400,
  'files.activeContent': 422,
  'files.archive': 415,
  'files.badName': 422,
  'files.damaged': 422,
  'files.embeddedObject': 422,
  'files.empty': 422,
  'files.encrypted': 422,
  'files.executable': 415,
  'files.expandsTooMuch': 422,
  'files.externalContent': 422,
  'files.html': 415,
  'files.imageTooLarge': 422,
  'files.legacyFormat': 415,
  'files.macros': 422,
  'files.notAnUpload': 415,
  'files.oneFile': 422,
  'files.script': 415,
  'files.svg': 415,
  'files.textEncoding': 422,
  'files.tooLarge': 413,
  'files.typeNotAllowed': 415,
  'files.unsafePath': 422,
  'files.uploadBroken': 400,
  'files.wrongExtension': 422,
};
