import parse from 'content-disposition';
import fc from 'fast-check';
import { DomainError } from '#core/kernel';
import { contentDisposition } from './content-disposition.js';
import { fileErrors } from './file.errors.js';
import { cleanFileName } from './file-name.js';

const codePoints = (text: string) => Array.from(text).length;

describe('cleanFileName', () => {
  test.each([
    ['회의 자료 (최종).pdf', '회의 자료 (최종).pdf'],
    ['議事録 第3回.docx', '議事録 第3回.docx'],
    ['全角　空白.pdf', '全角　空白.pdf'],
    ['ﾊﾝｶｸｶﾅ.pdf', 'ﾊﾝｶｸｶﾅ.pdf'],
    ['draft.v2.final.docx', 'draft.v2.final.docx'],
    ['100%.pdf', '100%.pdf'],
    ["O'Hara & Söhne.pdf", "O'Hara & Söhne.pdf"],
    // As macOS sends them
    ['한글.pdf'.normalize('NFD'), '한글.pdf'],
    ['ガイド.pdf'.normalize('NFD'), 'ガイド.pdf'],
    // Paths of every system
    ['C:\\Users\\kim\\보고서.pdf', '보고서.pdf'],
    ['/home/kim/보고서.pdf', '보고서.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['..\\..\\a.pdf', 'a.pdf'],
    ['a/..', 'refused'],
    // Signs that no system takes, or that turn or hide letters
    ['a<b>c:d"e|f?g*h.pdf', 'a_b_c_d_e_f_g_h.pdf'],
    ['invoice\u202efdp.exe', 'invoicefdp.exe'],
    ['a\u200bb\u2060c\ufeff.pdf', 'abc.pdf'],
    ['line\r\nbreak\tand\u0000nul.pdf', 'line break and nul.pdf'],
    ['a\ud800b.pdf', 'ab.pdf'],
    ['half ⁄ slash.pdf', 'half _ slash.pdf'],
    // What Windows keeps for itself
    ['CON', '_CON'],
    ['nul.pdf', '_nul.pdf'],
    ['Com1.txt', '_Com1.txt'],
    ['console.pdf', 'console.pdf'],
    ['a.pdf...', 'a.pdf'],
    ['a.pdf ', 'a.pdf'],
    ['.htaccess', 'htaccess'],
    ['', 'refused'],
    ['...', 'refused'],
    ['\u200b\u200b', 'refused'],
    ['___', 'refused'],
  ])('%j becomes %j', (raw, clean) => {
    if (clean === 'refused')
      expect(() => cleanFileName(raw)).toThrow(expect.objectContaining({ code: fileErrors.badName.code }));
    else expect(cleanFileName(raw)).toBe(clean);
  });

  test('a long name is cut before its extension, between letters', () => {
    const latin = cleanFileName(`${'a'.repeat(300)}.docx`);
    expect([codePoints(latin), latin.endsWith('a.docx')]).toEqual([200, true]);
    const korean = cleanFileName(`${'가'.repeat(300)}.pdf`);
    expect([Buffer.byteLength(korean) <= 255, korean]).toEqual([true, `${'가'.repeat(83)}.pdf`]);
    // A letter with its mark above stays whole.
    expect(cleanFileName(`${'x\u0331'.repeat(100)}.pdf`)).toMatch(/^(?:x\u0331)+\.pdf$/u);
  });

  test('a name of eighty thousand dots keeps nobody busy', () => {
    const began = performance.now();
    expect(() => cleanFileName('.'.repeat(80_000))).toThrow();
    expect(cleanFileName(`${'. '.repeat(40_000)}a.pdf`)).toMatch(/a\.pdf$/);
    expect(cleanFileName(`${'/'.repeat(80_000)}a.pdf`)).toBe('a.pdf');
    expect(performance.now() - began).toBeLessThan(2000);
  });

  test('whatever comes, what is kept is safe everywhere and stays as it is when cleaned again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (raw) => {
        let name: string;
        try {
          name = cleanFileName(raw);
        } catch (error) {
          expect((error as DomainError).code).toBe(fileErrors.badName.code);
          return;
        }
        expect(cleanFileName(name)).toBe(name);
        expect(name).toBe(name.normalize('NFC'));
        expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u);
        expect(name).not.toMatch(/^[. ]|[. ]$/u);
        expect(codePoints(name)).toBeLessThanOrEqual(200);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('contentDisposition', () => {
  test('gives the name whole to programs of today and its ASCII letters to older ones', () => {
    expect(contentDisposition('議事録 final.pdf', 'attachment')).toBe(
      'attachment; filename="_ final.pdf"; filename*=UTF-8\'\'%E8%AD%B0%E4%BA%8B%E9%8C%B2%20final.pdf',
    );
    expect(contentDisposition('plain.pdf', 'inline')).toBe('inline; filename="plain.pdf"');
  });

  test('escapes what would end the header, and gives macOS letters back put together', () => {
    expect(contentDisposition('a"b\\c.pdf', 'attachment')).not.toMatch(/[^\x20-\x7e]|b\\c.pdf"$/);
    expect(parse.parse(contentDisposition('한글.pdf'.normalize('NFD'), 'attachment')).parameters['filename']).toBe(
      '한글.pdf',
    );
  });

  test('every clean name comes back as it was, and the header is plain ASCII', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), (raw) => {
        const name = cleanFileName(`a${raw}.pdf`);
        const header = contentDisposition(name, 'attachment');
        expect(header).toMatch(/^[\x20-\x7e]+$/);
        expect(parse.parse(header).parameters['filename']).toBe(name);
      }),
      { numRuns: 500 },
    );
  });
});
