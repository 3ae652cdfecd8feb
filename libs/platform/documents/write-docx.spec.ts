import { DOMParser } from '@xmldom/xmldom';
import { fromBuffer } from 'yauzl';
import { wordsOfDocument, withoutSpace } from '../../../test/support/read-pdf.js';
import { copyOf, writeDocx, type DocumentModel, type ModelRun } from './index.js';

const run = (text: string, lang: 'ko' | 'ja' | 'en'): ModelRun => ({ text, lang });
const line = (...runs: ModelRun[]) => ({ runs });
const cell = (...runs: ModelRun[]) => ({ lines: [line(...runs)] });

const model: DocumentModel = {
  lang: 'ko',
  title: line(run('의제 <&>', 'ko')),
  date: '2027-03-11T00:00:00Z',
  paper: 'portrait',
  copyLine: line(run('한국 측', 'ko')),
  marks: [line(run('대외주의', 'ko'))],
  foot: [line(run('제3판', 'ko'))],
  blocks: [
    { kind: 'title', lines: [line(run('의제 <&> 😀', 'ko'))] },
    { kind: 'heading', line: line(run('2', 'en')) },
    { kind: 'facts', rows: [{ label: line(run('장소', 'ko')), lines: [line(run('서울\n부산', 'ko'))] }] },
    {
      kind: 'parallel',
      columns: [
        { side: 'kr', blocks: [{ kind: 'text', align: 'start', lines: [line(run('끝.', 'ko'))] }] },
        { side: 'jp', blocks: [{ kind: 'text', align: 'end', lines: [line(run('以上', 'ja'))] }] },
      ],
    },
    {
      kind: 'table',
      columns: [{ width: { mm: 10 } }, { width: { share: 1 } }],
      head: [cell(run('번호', 'ko')), cell(run('議題', 'ja'))],
      rows: [
        { kind: 'section', cells: [cell(run('정책', 'ko'))] },
        { kind: 'plain', cells: [cell(run('1.', 'ko')), cell(run('直令骨 \u0001', 'ja'), run(' MHz', 'en'))] },
        { kind: 'inside', cells: [{ lines: [] }, { lines: [{ ...line(run('발언요지', 'ko')), inside: true }] }] },
      ],
    },
  ],
};

/** Every part of the file as text, by its path. */
function unpack(bytes: Buffer): Promise<Map<string, string>> {
  return new Promise((done, fail) => {
    fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error) {
        fail(error);
        return;
      }
      const parts = new Map<string, string>();
      zip.on('entry', (entry) => {
        zip.openReadStream(entry, (fault, stream) => {
          if (fault) {
            fail(fault);
            return;
          }
          const chunks: Buffer[] = [];
          stream.on('data', (chunk: Buffer) => chunks.push(chunk));
          stream.on('end', () => {
            parts.set(entry.fileName, Buffer.concat(chunks).toString('utf8'));
            zip.readEntry();
          });
        });
      });
      zip.on('end', () => {
        done(parts);
      });
      zip.readEntry();
    });
  });
}

describe('a Word file', () => {
  const document = copyOf(model, { copy: 'kr' });
  let parts: Map<string, string>;
  beforeAll(async () => {
    parts = await unpack(await writeDocx(document));
  });
  const part = (name: string): string => parts.get(name) ?? '';

  it('says what the document says, in its order, and is well-formed', () => {
    const body = new DOMParser().parseFromString(part('word/document.xml'), 'text/xml');
    const words = Array.from(body.getElementsByTagName('w:t')).map((node) => node.textContent ?? '');
    expect(withoutSpace(words.join(''))).toBe(wordsOfDocument(document));
  });

  it('repeats the head of its table and tears no row', () => {
    const rows = part('word/document.xml').match(/<w:trPr>.*?<\/w:trPr>/gu) ?? [];
    expect(rows.filter((row) => row.includes('<w:tblHeader/>'))).toHaveLength(1);
    expect(rows.filter((row) => row.includes('<w:cantSplit/>'))).toHaveLength(4);
  });

  it('tells the language and the face of every run', () => {
    const runs = part('word/document.xml').match(/<w:r>.*?<\/w:r>/gu) ?? [];
    const japanese = runs.find((one) => one.includes('直令骨')) ?? '';
    expect(japanese).toContain('<w:lang w:val="ja-JP" w:eastAsia="ja-JP"/>');
    expect(japanese).toContain('w:eastAsia="Yu Gothic"');
    expect(runs.find((one) => one.includes('정책'))).toContain('w:eastAsia="Malgun Gothic"');
    expect(runs.every((one) => one.includes('<w:lang '))).toBe(true);
  });

  it('has its title, A4, page numbers in the foot and the marks in the head', () => {
    expect(part('docProps/core.xml')).toContain('<dc:title>의제 &lt;&amp;&gt;</dc:title>');
    expect(part('word/document.xml')).toMatch(/<w:pgSz w:w="11906" w:h="16838"/u);
    const foot = [...parts].find(([name]) => name.startsWith('word/footer'))?.[1] ?? '';
    expect(foot).toContain('NUMPAGES');
    expect(foot).toContain('제3판');
    expect([...parts].find(([name]) => name.startsWith('word/header'))?.[1]).toContain('대외주의');
  });
});
