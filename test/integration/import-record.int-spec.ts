import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DomainError } from '#core/kernel';
import { importRecord, recordFiles } from '#forum/history';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

const files = recordFiles();

/** Rows of every table the import writes, as `table → count`. */
async function rowCounts(test: TestDatabase): Promise<Record<string, number>> {
  const tables = [
    'source',
    'body',
    'body_name',
    'person',
    'person_name',
    'topic',
    'channel',
    'channel_name',
    'channel_event',
    'session',
    'instrument',
    'instrument_area',
    'commitment',
    'commitment_link',
    'radio_issue',
    'radio_band',
    'exhibition',
    'exchange_programme',
    'multilateral_meeting',
    'context_event',
    'conflict',
    'agenda_item',
    'action_item',
    'record_import',
  ];
  const counts: Record<string, number> = {};
  for (const table of tables) {
    const [row] = await test.admin<{ count: number }>(`select count(*)::int as count from forum.${table}`);
    counts[table] = row?.count ?? -1;
  }
  return counts;
}

/** The record with one change made to it. */
function changed(
  change: (file: {
    channels: { id: string; note?: string; state_as_of_2026_11: string; nominal_level: string }[];
  }) => void,
): string {
  const file = JSON.parse(files.record) as Parameters<typeof change>[0];
  change(file);
  return JSON.stringify(file);
}

describe('The import of the record', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await createTestDatabase('empty');
  });
  afterAll(async () => {
    await test.close();
  });

  it('changes nothing when one thing in the file is wrong, and names every fault', async () => {
    const broken = changed((file) => {
      const [first, second] = file.channels;
      if (first) first.nominal_level = 'high';
      if (second) second.state_as_of_2026_11 = 'sleeping';
    });
    const refusal = await importRecord(test.database, { ...files, record: broken, demo: false }).catch(
      (error: unknown) => error,
    );
    if (!(refusal instanceof DomainError)) throw new Error('not refused');
    expect(refusal.code).toBe('history.fileFaulty');
    expect(refusal.fields.map(({ path, code }) => `${path} ${code}`)).toEqual([
      '$.channels[0].nominal_level history.notOneOf',
      '$.channels[1].state_as_of_2026_11 history.notOneOf',
    ]);
    expect(Object.values(await rowCounts(test)).every((count) => count === 0)).toBe(true);
  });

  it('changes nothing when the database refuses a row half-way', async () => {
    await test.admin(`alter table forum.conflict add constraint ck_conflict_test check (code <> 'C13')`);
    await expect(importRecord(test.database, { ...files, demo: false })).rejects.toThrow();
    await test.admin(`alter table forum.conflict drop constraint ck_conflict_test`);
    expect((await rowCounts(test)).source).toBe(0);
  });

  it('takes over everything, with progress', async () => {
    const heard: string[] = [];
    const report = await importRecord(test.database, {
      ...files,
      demo: false,
      onProgress: (done, total) => heard.push(`${String(done)}/${String(total)}`),
    });
    expect(await rowCounts(test)).toMatchObject({
      source: 128,
      body: 26,
      body_name: 27,
      person: 5,
      person_name: 15,
      topic: 22,
      channel: 16,
      channel_event: 65,
      session: 19,
      instrument: 5,
      instrument_area: 8,
      commitment: 47,
      commitment_link: 16,
      radio_issue: 9,
      exhibition: 3,
      exchange_programme: 4,
      multilateral_meeting: 7,
      context_event: 4,
      conflict: 13,
      agenda_item: 5,
      action_item: 3,
    });
    expect(report.updated + report.unchanged + report.kept).toBe(0);
    expect(heard.at(-1)).toBe('30/30');
  });

  it('changes nothing the second time', async () => {
    const before = await rowCounts(test);
    const report = await importRecord(test.database, { ...files, demo: false });
    expect([report.inserted, report.updated, report.kept]).toEqual([0, 0, 0]);
    expect(await rowCounts(test)).toEqual(before);
  });

  it('keeps invented rows between the sides and marked, and context events off public pages', async () => {
    const rows = await test.admin<{ code: string; audience: string; illustrative: boolean }>(
      `select code, audience, illustrative from forum.session where illustrative or code like 'IL-%'
       union all select code, audience, illustrative from forum.radio_issue where illustrative or code like 'IL-%'
       union all select code, audience, illustrative from forum.action_item order by 1`,
    );
    expect(rows).toEqual(
      ['IL-AI-1-JP', 'IL-AI-1-KR', 'IL-AI-2', 'IL-RI-1', 'IL-SE-1', 'IL-SE-2'].map((code) => ({
        code,
        audience: 'joint',
        illustrative: true,
      })),
    );
    const reminders = await test.admin('select id from forum.reminder');
    expect(reminders).toEqual([]);
    const visible = await test.database
      .readAs('forum_public')
      .query<{ count: string }>('select count(*) as count from forum.context_event');
    expect(visible).toEqual([{ count: '0' }]);
  });

  it('takes a later edition of the file, but never what people changed since', async () => {
    await test.admin(`update forum.channel set state = 'suspended' where code = 'CH-DPF'`);
    await test.admin(`update forum.session set state = 'preparing' where code = 'IL-SE-2'`);
    const edition = changed((file) => {
      for (const channel of file.channels) {
        if (channel.id === 'CH-DPF') {
          channel.note = 'a new note';
          channel.state_as_of_2026_11 = 'stalled';
        }
      }
    });
    const report = await importRecord(test.database, { ...files, record: edition, demo: false });
    expect([report.inserted, report.updated, report.kept]).toEqual([0, 1, 1]);
    const [channel] = await test.admin(`select state, note from forum.channel where code = 'CH-DPF'`);
    expect(channel).toEqual({ state: 'suspended', note: 'a new note' });
    const [session] = await test.admin(`select state from forum.session where code = 'IL-SE-2'`);
    expect(session).toEqual({ state: 'preparing' });
  });

  it('prints every fault of a wrong file in three languages and ends with 1; a good file ends with 0', () => {
    const folder = mkdtempSync(join(tmpdir(), 'forum-desk-import-'));
    const wrong = join(folder, 'wrong.json');
    writeFileSync(
      wrong,
      changed((file) => file.channels.forEach((channel) => (channel.nominal_level = 'high'))),
    );
    const command = (path: string) =>
      spawnSync(process.execPath, ['dist/apps/api/src/commands/import.js', path], {
        encoding: 'utf8',
        env: { PATH: process.env['PATH'], DATABASE_URL: test.appUrl },
      });
    const refused = command(wrong);
    expect(refused.status).toBe(1);
    expect(refused.stderr.split('\n').slice(0, 7)).toEqual([
      '기록 파일에서 오류 16건을 확인하였습니다. 변경된 내용은 없습니다.',
      '記録ファイルに問題が16件あります。変更は行われていません。',
      'The record file has 16 faults. Nothing was changed.',
      '$.channels[0].nominal_level',
      '    알 수 없는 값입니다: high',
      '    使用できない値です: high',
      '    This value is not known: high',
    ]);
    const done = command('data/history.json');
    expect([done.status, done.stdout.split('\n').filter((line) => /^progress \d+\/30 \S/.test(line)).length]).toEqual([
      0, 31,
    ]);
    rmSync(folder, { recursive: true });
  });
});
