import { copyOf, writeHtml, type DocumentModel } from './index.js';

const hostile = `<script>alert(1)</script> & "x" 'y' <img src=x onerror=z> </style>`;

function makeDocument(text: string): DocumentModel {
  const line = { runs: [{ text, lang: 'ja' as const, strong: true }] };
  const cell = { lines: [line, { ...line, marker: '(1)', inside: true }] };
  return {
    lang: 'ko',
    title: line,
    date: '2027-03-11T00:00:00Z',
    paper: 'landscape',
    copyLine: line,
    marks: [line],
    foot: [line],
    blocks: [
      { kind: 'title', lines: [line] },
      { kind: 'heading', line },
      { kind: 'facts', rows: [{ label: line, lines: [line] }] },
      { kind: 'parallel', columns: [{ side: 'kr', blocks: [{ kind: 'text', align: 'end', lines: [line] }] }] },
      {
        kind: 'table',
        columns: [{ width: { mm: 9 } }, { width: { share: 1 } }],
        head: [cell, cell],
        rows: [
          { kind: 'section', cells: [cell] },
          { kind: 'plain', cells: [cell, cell] },
        ],
      },
    ],
  };
}

const print = (text: string): string => writeHtml(copyOf(makeDocument(text), { copy: 'kr' }));

describe('a page for print', () => {
  it('escapes every word wherever it stands', () => {
    const page = print(hostile);
    expect(page).not.toContain('<script');
    expect(page).not.toContain('<img');
    expect(page.match(/<\/style>/gu)).toHaveLength(1);
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;x&quot; &#39;y&#39;');
  });

  it('needs nothing but its own style', () => {
    expect(print('議題')).not.toMatch(/src=|href=|url\(|@import|\son\w+=/u);
  });

  it('says the page’s language, that of every run in another, and repeats table heads', () => {
    const page = print('議題');
    expect(page).toMatch(/^<!doctype html><html lang="ko">/u);
    expect(page).toContain('<span lang="ja"><strong>議題</strong></span>');
    expect(page).toContain('<thead><tr><th scope="col">');
    expect(page).toContain('thead{display:table-header-group}');
    expect(page).toContain('size:A4 landscape');
    expect(page).toContain('<th colspan="2" class="start">');
  });
});
