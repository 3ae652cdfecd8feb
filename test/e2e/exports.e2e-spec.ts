import exceljs from 'exceljs';
import { fromBufferPromise } from 'yauzl';
import { parse } from 'csv-parse/sync';
import { text } from 'node:stream/consumers';
import { createTestApp, type TestApp, type TestClient } from '../support/app.js';

/** As another program reads a workbook: rows of values, the head first. */
async function readWorkbook(bytes: Buffer): Promise<exceljs.Worksheet> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  const [sheet] = workbook.worksheets;
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

/** One part of the archive as it was written. */
async function rawPart(bytes: Buffer, name: string): Promise<string> {
  const zip = await fromBufferPromise(bytes);
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName === name) return text(await zip.openReadStreamPromise(entry));
  }
  throw new Error(`no ${name}`);
}

const rowsOf = (file: string): string[][] =>
  parse(file, { bom: true, relax_column_count: true, skip_empty_lines: true });

describe('exports', () => {
  let test: TestApp;
  let kr: TestClient;
  let jp: TestClient;
  beforeAll(async () => {
    test = await createTestApp('record');
    await test.setClock('2027-03-01T10:00:00+09:00');
    [kr, jp] = await Promise.all([test.as('secretariat.kr'), test.as('secretariat.jp')]);
  });
  afterAll(() => test.close());

  const file = async (client: TestClient, path: string) => {
    const answer = await client.get(path);
    if (answer.statusCode !== 200) throw new Error(`${path} answered ${String(answer.statusCode)} ${answer.body}`);
    return answer;
  };
  const csv = async (client: TestClient, path: string) => rowsOf((await file(client, path)).body);
  /** Copies the first action under another title, audience and number of the series. */
  const copyAction = (number: string, title: string, over = `audience`) =>
    test.admin(
      `insert into forum.action_item select (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(), 'code', null, 'number', $1::text,
          'split_of', null, 'series', 'X', 'sequence', 1, 'audience', ${over},
          'title', jsonb_build_object('source', 'en', 'revision', 1, 'en', jsonb_build_object('text', $2::text, 'of', 1, 'status', 'authentic'))))).*
         from forum.action_item a order by a.id limit 1`,
      [number, title],
    );

  it('give the list of actions in the language of the reader, with dates as dates', async () => {
    const answer = await file(jp, 'action-items/export.xlsx?lang=ja');
    expect(answer.headers).toMatchObject({
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'cache-control': 'private, no-store',
    });
    expect(answer.headers['content-disposition']).toContain(
      `filename*=UTF-8''${encodeURIComponent('アクションアイテム')}.xlsx`,
    );
    const sheet = await readWorkbook(answer.rawPayload);
    const head = (sheet.getRow(1).values as unknown[]).slice(1);
    expect(head.slice(0, 6)).toEqual(['番号', 'アクションアイテム', '担当側', '担当職', '所属', '期限']);
    const listed = (await jp.get('action-items?limit=200&lang=ja')).json<{
      items: { number: string; due: string; daysLeft: number; title: { text: string } }[];
    }>().items;
    expect(sheet.rowCount).toBe(listed.length + 1);
    for (const [index, item] of listed.entries()) {
      const row = sheet.getRow(index + 2);
      expect([row.getCell(1).value, row.getCell(2).value]).toEqual([item.number, item.title.text]);
      expect(row.getCell(6).value).toEqual(new Date(`${item.due}T00:00:00Z`));
      expect(row.getCell(8).value).toBe(item.daysLeft);
    }
    const raw = await rawPart(answer.rawPayload, 'xl/worksheets/sheet1.xml');
    expect(raw).toMatch(/<c r="F2" s="2"><v>4\d{4}<\/v><\/c>/u);
    expect(raw).not.toContain('<f>');
  });

  it('give all three languages side by side when they are asked for', async () => {
    const [head = [], first = []] = await csv(kr, 'action-items/export.csv?lang=ko&texts=all');
    expect(head.slice(1, 4)).toEqual(['과제(한국어)', '과제(일본어)', '과제(영어)']);
    const [listed] = (await kr.get('action-items?limit=1&texts=all')).json<{
      items: { title: { all: Record<'ko' | 'ja' | 'en', { text: string }> } }[];
    }>().items;
    const all = listed?.title.all;
    expect(first.slice(1, 4)).toEqual([all?.ko.text, all?.ja.text, all?.en.text]);
  });

  it('have the filters of the list, and refuse what the list refuses', async () => {
    const numbers = async (query: string) =>
      (await csv(kr, `action-items/export.csv?${query}`)).slice(1).map(([number]) => number);
    for (const query of ['scope=mine', 'scope=side', 'scope=other', 'overdue=true', 'state=open,in_progress']) {
      const listed = (await kr.get(`action-items?limit=200&${query}`)).json<{ items: { number: string }[] }>().items;
      expect(await numbers(query)).toEqual(listed.map(({ number }) => number));
    }
    const codes = async (query: string) =>
      (await csv(kr, `commitments/export.csv?${query}`)).slice(1).map(([code]) => code);
    expect(await codes('status=proposed')).toEqual(['C2023-V5', 'C2023-V6']);
    expect(await codes('agreed=true')).toHaveLength(36);
    for (const path of ['action-items/export.xlsx?state=never', 'commitments/export.csv?status=promised']) {
      const answer = await kr.get(path);
      expect([answer.statusCode, answer.headers['content-type']]).toEqual([
        400,
        'application/problem+json; charset=utf-8',
      ]);
    }
    expect((await test.anonymous.get('commitments/export.csv')).statusCode).toBe(401);
  });

  it('hold what their reader may see, and not a byte more for what another side keeps', async () => {
    const asked = [
      'action-items/export.csv',
      'action-items/export.xlsx',
      'commitments/export.csv',
      'commitments/export.xlsx',
    ];
    const all = (client: TestClient) => Promise.all(asked.map(async (path) => (await file(client, path)).rawPayload));
    const [before, beforeObserver] = [await all(jp), await all(await test.as('observer'))];
    await copyAction('KR-ONLY-1', 'kept in Seoul', `'kr'`);
    await kr.post('instruments', {
      body: { name: { lang: 'en', texts: { en: 'x' } }, kind: 'treaty', legal: 'treaty', date: '2027' },
    });
    expect(JSON.stringify(await csv(kr, 'action-items/export.csv'))).toContain('kept in Seoul');
    expect((await all(jp)).map((bytes, at) => bytes.equals(before[at] ?? Buffer.alloc(0)))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(
      (await all(await test.as('observer'))).map((bytes, at) => bytes.equals(beforeObserver[at] ?? Buffer.alloc(0))),
    ).toEqual([true, true, true, true]);
  });

  it('guard texts that a spreadsheet would run in CSV, and spoil nothing in a workbook', async () => {
    const harmful = [
      '=HYPERLINK("https://example.org")',
      '+82-2-2110-1234',
      '-1',
      '@SUM(A1)',
      '＝1+1',
      '＋1',
      '－1',
      '＠x',
    ];
    for (const [index, title] of harmful.entries()) await copyAction(`HARM-${String(index)}`, title);
    const lines = (await csv(jp, 'action-items/export.csv?lang=en')).filter(([number]) => number?.startsWith('HARM-'));
    expect(lines.map(([, title]) => title).sort()).toEqual(harmful.map((title) => `'${title}`).sort());
    // Days left are a number below nought here, and stay one.
    await test.setClock('2029-03-01T10:00:00+09:00');
    const again = await test.as('secretariat.jp', { again: true });
    const late = (await csv(again, 'action-items/export.csv?lang=en')).find(([number]) => number?.startsWith('HARM-'));
    expect(late?.[7]).toMatch(/^-\d+$/u);
    const sheet = await readWorkbook((await file(again, 'action-items/export.xlsx?lang=en')).rawPayload);
    const titles: unknown[] = [];
    sheet.eachRow((row) => {
      if (row.getCell(1).text.startsWith('HARM-'))
        titles.push([row.getCell(2).type, row.getCell(2).value, row.getCell(8).type]);
    });
    expect(titles).toEqual(
      expect.arrayContaining(harmful.map((title) => [exceljs.ValueType.String, title, exceljs.ValueType.Number])),
    );
  });

  it('give commitments with a day as a date, a month as the month it is, and every status in words', async () => {
    const korean = await test.as('head.kr', { again: true });
    const sheet = await readWorkbook((await file(korean, 'commitments/export.xlsx?lang=ko')).rawPayload);
    const head = (sheet.getRow(1).values as unknown[]).slice(1);
    const at = (name: string) => head.indexOf(name) + 1;
    const of = (code: string) => {
      for (let row = 2; row <= sheet.rowCount; row += 1)
        if (sheet.getRow(row).getCell(1).value === code) return sheet.getRow(row);
      throw new Error(code);
    };
    expect(sheet.rowCount).toBe(48);
    expect(of('C2000-A7-1').getCell(at('기한')).value).toEqual(new Date('2002-05-31T00:00:00Z'));
    expect(of('C2011-3').getCell(at('기한')).value).toBe('2012-06');
    expect(of('C2000-A7-1').getCell(at('이행 상태')).value).toBe('행사 종료로 종결');
    expect([of('C2023-I1').getCell(at('양측 합의 여부')).value, of('C2023-I1').getCell(at('해당 측')).value]).toEqual([
      '아니요',
      '한국',
    ]);
    expect(of('C2000-A1-1').getCell(at('후속 협의 채널')).value).toBe('한·일 디지털 정책협의회');
  });

  it('run over many pages of the list without losing, doubling or reordering a row', async () => {
    await test.admin(
      `insert into forum.action_item select (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(), 'code', null, 'number', 'MANY-' || n,
          'split_of', null, 'series', 'MANY', 'sequence', n, 'due', date '2027-05-06' + n % 7))).*
         from forum.action_item a, generate_series(1, 1100) n
        where a.id = (select id from forum.action_item where audience = 'joint' order by id limit 1)`,
    );
    const korean = await test.as('secretariat.kr', { again: true });
    const rows = (await csv(korean, 'action-items/export.csv?lang=en')).filter(([number]) =>
      number?.startsWith('MANY-'),
    );
    expect(new Set(rows.map(([number]) => number)).size).toBe(1100);
    expect(rows).toHaveLength(1100);
    const days = rows.map((row) => row[5] ?? '');
    expect(days).toEqual([...days].sort());
  });
});
