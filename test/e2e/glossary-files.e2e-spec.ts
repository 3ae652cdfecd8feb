import type { AcceptedTermsView, TermImportView } from '../../apps/api/src/glossary/glossary-files.dto.js';
import type { GlossaryView } from '../../apps/api/src/glossary/glossary.dto.js';
import type { ProposalListView } from '../../apps/api/src/proposals/proposals.dto.js';
import { termFiles } from '#forum/history';
import { answered, createTestApp, type TestApp, type TestClient } from '../support/app.js';

const base64 = (content: string | Uint8Array): string => Buffer.from(content).toString('base64');
const tsv = (...rows: string[]): string => base64(['key\ten\tko\tja\tnote', ...rows].join('\n'));
const tbx = (entries: string): string =>
  base64(
    `<?xml version="1.0" encoding="UTF-8"?><tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><tbxHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></tbxHeader><text><body>${entries}</body></text></tbx>`,
  );
const entry = (id: string, ko: string, ja: string, en: string): string =>
  `<conceptEntry id="${id}"><descrip type="subjectField">radio</descrip><note xml:lang="ko">비고</note>${Object.entries(
    { ko, ja, en },
  )
    .map(
      ([lang, term]) =>
        `<langSec xml:lang="${lang}"><termSec><term>${term}</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termSec></langSec>`,
    )
    .join('')}</conceptEntry>`;

describe('files of terms', () => {
  let test: TestApp;
  let kr: TestClient;
  let jp: TestClient;
  beforeAll(async () => {
    test = await createTestApp();
    kr = await test.as('secretariat.kr');
    jp = await test.as('head.jp');
  });
  afterAll(() => test.close());

  const preview = (file: string, format: 'tsv' | 'tbx' = 'tsv') =>
    answered<TermImportView>(kr.post('glossary/import/preview', { body: { file, format } }));
  const counts = ({ added, changed, unchanged, proposed, refused }: TermImportView) => ({
    ...{ added, changed, unchanged, proposed, refused },
  });
  const none = { added: 0, changed: 0, unchanged: 0, proposed: 0, refused: 0 };
  const stored = () =>
    test.admin('select code, state, words, forms, note, version from forum.glossary_term order by code');
  const proposals = () => test.admin('select id from forum.proposal');
  const refusal = async (file: string, format: 'tsv' | 'tbx'): Promise<[number, string]> => {
    const answer = await kr.post('glossary/import/preview', { body: { file, format } });
    return [answer.statusCode, answer.json<{ code: string }>().code];
  };

  it('come back unchanged, as a table and as TBX, for every term', async () => {
    for (const format of ['tsv', 'tbx'] as const) {
      const answer = await (await test.as('observer')).get(`glossary/export.${format}`);
      expect(answer.headers['content-disposition']).toBe(`attachment; filename="glossary.${format}"`);
      expect(counts(await preview(base64(answer.rawPayload), format))).toEqual({ ...none, unchanged: 465 });
    }
    const answer = await kr.get('glossary/export.tsv');
    expect([...answer.rawPayload.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(answer.body.split('\r\n')).toHaveLength(467);
    expect(answer.body).toContain('\t과학기술정보통신부\t');
  });

  it('are the list that the installation started with: its five columns change nothing', async () => {
    const { rows } = await preview(base64(termFiles().list));
    expect(rows.filter(({ outcome }) => outcome !== 'unchanged').map(({ code, parts }) => [code, parts])).toEqual([]);
    expect(rows).toHaveLength(465);
  });

  it('are TBX-Basic of ISO 30042:2019, with agreed, admitted and deprecated forms', async () => {
    const { body, headers } = await kr.get('glossary/export.tbx?lang=en');
    expect(headers['content-type']).toBe('application/x-tbx+xml; charset=utf-8');
    expect(body.slice(0, 200)).toMatch(
      /^<\?xml version="1.0" encoding="UTF-8"\?>\n<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><tbxHeader>/u,
    );
    const conference = /<conceptEntry id="conf.wrc">.*?<\/conceptEntry>/u.exec(body)?.[0];
    expect(conference).toContain('<descrip type="subjectField">conf</descrip>');
    expect(conference).toContain(
      '<termSec><term>世界電波通信会議</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termSec>',
    );
    expect(conference).toContain(
      '<termSec><term>세계전파통신회의</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termSec>',
    );
  });

  it('say row by row what they would propose, and write nothing', async () => {
    const before = [await stored(), await proposals()];
    const report = await preview(
      tsv(
        'radio.rr\tRadio Regulations (RR)\t전파규칙\t無線通信規則\tKO and JA titles differ in wording.',
        'topic.digital\tDigital policy\t디지털 정책 총괄\tデジタル政策\t',
        'topic.sandbox\tSandbox\t규제특례\t規制特例\t',
        'topic.sandbox\tSandbox\t규제특례\t規制特例\t',
        'Topic X\tX\t가나\t仮名\t',
        'topic.x\tX\t\t仮名\t',
        'topic.y\tX\t가\u202e나\t仮名\t',
        'topic.z\tX\t가나\t仮名\t비고\t남는 칸',
      ),
    );
    expect(report.rows.map(({ line, outcome, parts, fault }) => [line, outcome, parts.join(), fault])).toEqual([
      [2, 'unchanged', '', null],
      [3, 'changed', 'ko', null],
      [4, 'added', '', null],
      [5, 'refused', '', 'glossary.rowTwice'],
      [6, 'refused', '', 'glossary.codeMalformed'],
      [7, 'refused', '', 'glossary.termMissing'],
      [8, 'refused', '', 'common.badText'],
      [9, 'refused', '', 'glossary.cellsWrong'],
    ]);
    const applied = await kr.post('glossary/import', {
      body: { file: tsv('Topic X\tX\t가나\t仮名\t'), format: 'tsv', seen: 'x' },
    });
    expect([applied.statusCode, applied.json()]).toMatchObject([412, { code: 'common.staleVersion' }]);
    const bad = tsv('Topic X\tX\t가나\t仮名\t');
    const refused = await kr.post('glossary/import', {
      body: { file: bad, format: 'tsv', seen: (await preview(bad)).seen },
      language: 'ja',
    });
    expect([refused.statusCode, refused.json()]).toMatchObject([
      422,
      { code: 'glossary.importRefused', fields: [{ path: 'rows.2', code: 'glossary.codeMalformed' }] },
    ]);
    expect([await stored(), await proposals()]).toEqual(before);
  });

  it('open one proposal for each difference, once, which the other side signs together', async () => {
    const file = tbx(
      entry('radio.rr', '전파규칙', '無線通信規則集', 'Radio Regulations') +
        entry('radio.new', '새 용어', '新しい用語', 'New term'),
    );
    const seen = await preview(file, 'tbx');
    expect(counts(seen)).toEqual({ ...none, added: 1, changed: 1 });
    const body = { file, format: 'tbx', seen: seen.seen, reason: '2027년 개정판' };
    const headers = { 'idempotency-key': 'import-terms-1' };
    const first = await kr.post('glossary/import', { body, headers });
    const again = await kr.post('glossary/import', { body, headers });
    expect([first.statusCode, again.json()]).toEqual([200, first.json()]);
    expect(first.json()).toMatchObject({ applied: true, added: 1, changed: 1 });
    expect(counts(await preview(file, 'tbx'))).toEqual({ ...none, proposed: 2 });
    const list = await answered<ProposalListView>(jp.get('proposals?subjectType=glossary_term&state=open'));
    expect(list.items.map(({ reason }) => reason)).toEqual(['2027년 개정판', '2027년 개정판']);
    const notices = await test.admin<{ rule: string; subjects: number }>(
      `select rule, count(distinct subject_id)::integer as subjects from forum.reminder where subject_id = any ($1::uuid[]) group by 1`,
      [list.items.map(({ id }) => id)],
    );
    expect(notices).toEqual([{ rule: 'proposal-opened', subjects: 1 }]);
    const [one, two] = list.items.map(({ id, hash }) => ({ id, hash }));
    const wrong = { id: two?.id ?? '', hash: 'a'.repeat(64) };
    const sign = (asked: object[]) =>
      answered<AcceptedTermsView>(jp.post('glossary/proposals/accept', { body: { proposals: asked } }));
    expect((await sign([one ?? {}, wrong])).items).toEqual([
      { proposalId: one?.id, accepted: true, code: null },
      { proposalId: two?.id, accepted: false, code: 'two-key.contentChanged' },
    ]);
    expect((await sign([one ?? {}, two ?? {}])).items.map(({ accepted, code }) => [accepted, code])).toEqual([
      [false, 'common.wrongState'],
      [true, null],
    ]);
    const { items } = await answered<GlossaryView>(jp.get('glossary?q=無線通信規則集'));
    expect(items).toMatchObject([{ code: 'radio.rr', words: { en: { term: 'Radio Regulations', also: [] } } }]);
    expect(counts(await preview(file, 'tbx'))).toEqual({ ...none, unchanged: 2 });
  });

  it('cannot sign anything but terms together', async () => {
    const sessions = await answered<ProposalListView>(kr.get('proposals?limit=1'));
    const other = sessions.items.find(({ kind }) => kind !== 'glossary.term');
    const asked = [{ id: other?.id ?? '01890000-0000-7000-8000-000000000000', hash: 'a'.repeat(64) }];
    const { items } = await answered<AcceptedTermsView>(
      jp.post('glossary/proposals/accept', { body: { proposals: asked } }),
    );
    expect(items.map(({ accepted, code }) => [accepted, code])).toEqual([[false, 'two-key.proposalNotFound']]);
  });

  it.each<[string, 'tsv' | 'tbx', string | Uint8Array, string]>([
    ['another encoding', 'tsv', Buffer.from([0xb0, 0xa1, 0xb3, 0xaa]), 'glossary.fileNotUtf8'],
    ['no columns', 'tsv', '가\t나\t다\n', 'glossary.columnsMissing'],
    ['only a head', 'tsv', 'key\ten\tko\tja\n', 'glossary.fileEmpty'],
    ['no letters', 'tsv', '', 'glossary.columnsMissing'],
    ['too many bytes', 'tsv', 'x'.repeat(700_001), 'glossary.fileTooLarge'],
    ['too many rows', 'tsv', `key\ten\tko\tja\n${'a.b\ta\t가\t仮\n'.repeat(5001)}`, 'glossary.fileTooManyRows'],
    [
      'an entity',
      'tbx',
      '<!DOCTYPE tbx [<!ENTITY a SYSTEM "file:///etc/passwd">]><tbx>&a;</tbx>',
      'glossary.fileUnsafe',
    ],
    [
      'an entity bomb',
      'tbx',
      '<!DOCTYPE t [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><tbx>&b;</tbx>',
      'glossary.fileUnsafe',
    ],
    ['another vocabulary', 'tbx', '<html><body>x</body></html>', 'glossary.fileNotTbx'],
    ['broken XML', 'tbx', '<tbx><text></tbx>', 'glossary.fileNotTbx'],
    ['no XML', 'tbx', 'key\ten\tko\tja\n', 'glossary.fileNotTbx'],
    ['endless depth', 'tbx', '<tbx>'.repeat(50_000), 'glossary.fileNotTbx'],
    ['no entries', 'tbx', '<tbx><text><body/></text></tbx>', 'glossary.fileEmpty'],
  ])('with %s are refused', async (_, format, content, code) => {
    expect(await refusal(base64(content), format)).toEqual([422, code]);
  });

  it('that are no base64 are refused by their field', async () => {
    expect(await refusal('%%%', 'tsv')).toEqual([400, 'common.invalid']);
    expect((await kr.post('glossary/import/preview', { body: { file: 'AAAA', format: 'xls' } })).statusCode).toBe(400);
  });

  it.each(['official.kr', 'delegate.jp', 'interpreter', 'company.kr', 'observer', 'auditor', 'admin'])(
    'are not %s’s to take in',
    async (name) => {
      const client = await test.as(name);
      const body = { file: tsv('topic.sandbox\tSandbox\t규제특례\t規制特例\t'), format: 'tsv', seen: 'x' };
      const statuses = [
        await client.post('glossary/import', { body }),
        await client.post('glossary/import/preview', { body: { file: body.file, format: body.format } }),
      ].map(({ statusCode }) => statusCode);
      expect(statuses).toEqual([403, 403]);
    },
  );
});
