import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { DomainError } from '#core/kernel';
import { hwpxOf, officeOf, openDocumentOf } from '../../../test/support/samples/office.js';
import { jpegOf, pngOf } from '../../../test/support/samples/other.js';
import { objectStreamOf, pdfOf } from '../../../test/support/samples/pdf.js';
import { inspectFile } from './inspect.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'forum-fuzz-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** The extension found or the code of the refusal; anything else that is thrown fails the test. */
async function outcome(name: string, bytes: Uint8Array): Promise<string> {
  const path = join(folder, 'sample');
  await writeFile(path, bytes);
  try {
    return (await inspectFile(path, name)).extension;
  } catch (error) {
    if (error instanceof DomainError && error.code.startsWith('files.')) return error.code;
    throw error;
  }
}

const samples: Readonly<Record<string, Buffer>> = {
  pdf: pdfOf({ objects: [objectStreamOf('<< /Title (A) >>')] }),
  docx: officeOf('docx'),
  pptx: officeOf('pptx', { parts: [{ name: 'ppt/embeddings/a.xlsx', data: officeOf('xlsx') }] }),
  odt: openDocumentOf('odt'),
  hwpx: hwpxOf(),
  png: pngOf(),
  jpg: jpegOf(),
  txt: Buffer.from('1. 개회 開会 Opening\r\n2. 閉会\r\n'),
};

/** Turned bytes, a piece cut out, a piece doubled: from a whole file to a damaged one. */
const damage: fc.Arbitrary<(bytes: Buffer) => Buffer> = fc.oneof(
  fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 12 }).map((turns) => {
    return (bytes: Buffer) => {
      const copy = Buffer.from(bytes);
      for (const [at, byte] of turns) copy[at % copy.length] = byte;
      return copy;
    };
  }),
  fc.tuple(fc.nat(), fc.integer({ min: 1, max: 200 }), fc.boolean()).map(([at, length, twice]) => {
    return (bytes: Buffer) => {
      const from = at % bytes.length;
      const piece = bytes.subarray(from, from + length);
      const middle = twice ? [piece, piece] : [];
      return Buffer.concat([bytes.subarray(0, from), ...middle, bytes.subarray(from + length)]);
    };
  }),
);

describe('a file with turned bytes', () => {
  test.each(Object.keys(samples))(
    'that was a %s is that or is refused by a code, and nothing else',
    async (extension) => {
      const sample = samples[extension] ?? Buffer.alloc(0);
      expect(await outcome(`a.${extension}`, sample)).toBe(extension);
      await fc.assert(
        fc.asyncProperty(damage, async (damaging) => {
          const found = await outcome(`a.${extension}`, damaging(sample));
          if (!found.startsWith('files.')) expect(found).toBe(extension);
        }),
        { numRuns: 150 },
      );
    },
  );

  test('is never taken for what its name says when it is something else', async () => {
    const names = Object.keys(samples);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), fc.constantFrom(...names), damage, async (was, called, damaging) => {
        fc.pre(was !== called);
        const found = await outcome(`a.${called}`, damaging(samples[was] ?? Buffer.alloc(0)));
        expect(found).toMatch(/^files\./);
      }),
      { numRuns: 150 },
    );
  });

  test('that are noise is no document under any name', async () => {
    const beginnings = ['', '%PDF-1.7\n', 'PK\x03\x04', '\x89PNG\r\n\x1a\n', '\xff\xd8\xff'];
    const noise = fc.tuple(fc.constantFrom(...beginnings), fc.uint8Array({ maxLength: 3000 }));
    await fc.assert(
      fc.asyncProperty(noise, fc.constantFrom('pdf', 'docx', 'hwpx', 'png', 'jpg'), async ([head, tail], extension) => {
        expect(await outcome(`a.${extension}`, Buffer.concat([Buffer.from(head, 'latin1'), tail]))).toMatch(/^files\./);
      }),
      { numRuns: 300 },
    );
  });
});
