import { findOverlaps, type OverlapAsk } from '#forum/radio';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { recordingReader, scansOf, sequentialScans, summary } from '../support/explain.js';
import { fillRadio } from '../support/factories/many-radio.js';
import { sizesUpTo } from '../support/sizes.js';

const SIZES = sizesUpTo([10_000, 100_000, 1_000_000]);

/** The question of domain.md 8, case 9. */
const ASK: OverlapAsk = { bands: [{ nominalHz: null, lowHz: '810000000', highHz: '830000000' }], areas: ['busan'] };

const say = (line: string): void => {
  process.stdout.write(`  ${line}\n`);
};

describe('the search for cases that share band and area', () => {
  let test: TestDatabase;

  beforeAll(async () => {
    test = await createTestDatabase('record', { plansForValues: true });
  });
  afterAll(() => test.close());

  it.each(SIZES)(
    'is one indexed statement at %s cases, and reads no band that does not overlap',
    async (size) => {
      await fillRadio(test, size);
      const reader = recordingReader(test.database.readAs('forum_kr'));
      const times: number[] = [];
      for (let turn = 0; turn < 5; turn += 1) {
        const began = performance.now();
        await findOverlaps(reader, ASK);
        times.push(performance.now() - began);
      }
      const found = await findOverlaps(reader, { ...ASK, limit: 200 });
      const [statement] = reader.statements;
      expect(reader.statements).toHaveLength(times.length + 1);
      const scans = statement ? await scansOf(test, 'forum_kr', statement) : [];
      const bands = scans.filter(({ table }) => table === 'radio_band');
      const touched = bands
        .filter(({ index }) => index === 'ix_radio_band_class')
        .reduce((sum, { rows }) => sum + rows, 0);
      const [truth] = await test.admin<{ bands: number; codes: string[] }>(
        `select count(*) filter (where b.low_hz is not null)::int as bands,
              array_agg(i.code order by i.code) filter (where cardinality(i.areas) = 0 or i.areas && '{busan,nationwide_kr}') as codes
         from forum.radio_band b join forum.radio_issue i on i.id = b.radio_issue_id
        where b.audience <> 'jp' and ((b.low_hz < 830000000 and b.high_hz > 810000000)
              or (b.low_hz is null and b.nominal_hz >= 810000000 and b.nominal_hz < 830000000))`,
      );
      times.sort((a, b) => a - b);
      say(`band overlap, ${size.toLocaleString('en')} cases: ${(times[2] ?? 0).toFixed(1)} ms, ${summary(bands)}`);
      // Ten thousand cases are few enough to be read through; their bands are not, at any size.
      expect(sequentialScans(size === SIZES[0] ? bands : scans)).toEqual([]);
      expect(touched).toBe(truth?.bands);
      const codes = found.map(({ code }) => code);
      expect(codes.every((code) => code !== null && truth?.codes.includes(code))).toBe(true);
      expect(codes).toHaveLength(Math.min(200, truth?.codes.length ?? 0));
    },
    120_000,
  );
});
