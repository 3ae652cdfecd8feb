import {
  badNames,
  escapes,
  longFiles,
  migrationFaults,
  nullsLetIn,
  pairsByHand,
  traces,
} from './support/house-rules.js';
import { type SourceFile, readTree, report } from './support/source-tree.js';

const files = readTree();
const file = (path: string, text: string): SourceFile => ({ path, text });

describe('house rules', () => {
  it('keeps files short enough to read', () => {
    expect(report(longFiles(files))).toEqual([]);
  });

  it('names files in kebab-case by what they are', () => {
    expect(report(badNames(files))).toEqual([]);
  });

  it('leaves the pair of countries to the alternat', () => {
    expect(report(pairsByHand(files))).toEqual([]);
  });

  it('carries no trace of one machine, one registry or work put off', () => {
    expect(report(traces(files))).toEqual([]);
  });

  it('has migrations that stand alone and can go down', () => {
    expect(report(migrationFaults(files))).toEqual([]);
  });

  it('lets no null into a field that has none', () => {
    expect(report(nullsLetIn(files))).toEqual([]);
  });

  it('does not escape from the type checker or switch tests off', () => {
    expect(report(escapes(files))).toEqual([]);
  });
});

describe('the checks themselves', () => {
  const lines = (count: number): string => 'x;\n'.repeat(count);

  it('see a file that is too long, a domain file sooner', () => {
    expect(longFiles([file('libs/forum/agenda/domain/timing.ts', lines(150))])).toHaveLength(0);
    expect(longFiles([file('libs/forum/agenda/domain/timing.ts', lines(151))])).toHaveLength(1);
    expect(longFiles([file('apps/web/src/app/router.tsx', lines(250))])).toHaveLength(0);
    expect(longFiles([file('apps/web/src/app/router.tsx', lines(251))])).toHaveLength(1);
    expect(longFiles([file('libs/forum/agenda/domain/timing.spec.ts', lines(400))])).toHaveLength(0);
  });

  it('see a name in another style or a name that says a pattern', () => {
    expect(badNames([file('libs/forum/agenda/AgendaService.ts', '')])).toHaveLength(1);
    expect(badNames([file('libs/forum/agenda/utils.ts', '')])).toHaveLength(1);
    expect(badNames([file('libs/forum/agenda/common/x.ts', '')])).toHaveLength(1);
    expect(badNames([file('libs/forum/agenda/domain/agenda.lifecycle.ts', '')])).toHaveLength(0);
  });

  it.each([
    '한·일',
    '한ㆍ일 포럼',
    '한일 관계',
    '일한',
    '日韓',
    '韓日',
    '日・韓',
    'Korea–Japan',
    'Korea-Japan',
    'ROK–Japan',
    'Japan–Korea',
  ])('see the pair %s in a catalogue and in a template', (pair) => {
    expect(pairsByHand([file('libs/core/i18n/locales/ko/common.json', `{"a": "${pair}"}`)])).toHaveLength(1);
    expect(pairsByHand([file('apps/web/src/app/title.tsx', `const title = '${pair}';`)])).toHaveLength(1);
  });

  it('do not take other words, comments or the alternat itself for the pair', () => {
    expect(
      pairsByHand([file('libs/core/i18n/locales/ko/common.json', '{"a": "제한일 뿐, 방한 일정, 3월 7일 한국"}')]),
    ).toHaveLength(0);
    expect(pairsByHand([file('libs/core/i18n/a.ts', '/** prints 한·일 */\nconst x = 1; // 日韓')])).toHaveLength(0);
    expect(pairsByHand([file('libs/core/kernel/alternat.ts', "const pair = '한·일';")])).toHaveLength(0);
  });

  it('see a registry, a machine path and work put off', () => {
    expect(traces([file('package-lock.json', '"resolved": "https://example"')])).toHaveLength(1);
    expect(traces([file('docs/operations.md', 'cd /home/someone/forum-desk')])).toHaveLength(1);
    expect(traces([file('libs/forum/agenda/a.ts', '// TODO: later')])).toHaveLength(1);
    expect(
      traces([file('libs/forum/agenda/a.ts', "get('/work-items'); get('./root/x'); get('/api/home')")]),
    ).toHaveLength(0);
  });

  it('see a migration that imports ours, is misnamed, or cannot go down', () => {
    const good =
      "import { QueryRunner } from 'typeorm';\nclass A { async up(q: QueryRunner) { await q.query('x'); } async down(q: QueryRunner) { await q.query('y'); } }";
    expect(migrationFaults([file('migrations/1700000000000-create-agenda.ts', good)])).toHaveLength(0);
    expect(migrationFaults([file('migrations/create-agenda.ts', good)])).toHaveLength(1);
    expect(
      migrationFaults([
        file('migrations/1700000000000-create-agenda.ts', `import { x } from '#core/kernel';\n${good}`),
      ]),
    ).toHaveLength(1);
    const stuck = good.replace("{ await q.query('y'); }", '{}');
    expect(migrationFaults([file('migrations/1700000000000-create-agenda.ts', stuck)])).toHaveLength(1);
  });

  it('see a field that lets null in', () => {
    const field = (type: string): SourceFile =>
      file('apps/api/src/x/x.dto.ts', `class X {\n  @IsOptional()\n  @IsText({ max: 3 })\n  a?: ${type};\n}`);
    expect(nullsLetIn([field('string')])).toHaveLength(1);
    expect(nullsLetIn([field('string | null')])).toHaveLength(0);
  });

  it('see an escape from the types and a test switched off', () => {
    expect(escapes([file('libs/forum/agenda/a.ts', 'const x = y as unknown as Z;')])).toHaveLength(1);
    expect(escapes([file('libs/forum/agenda/a.ts', 'function f(x: any) {}')])).toHaveLength(1);
    expect(escapes([file('libs/forum/agenda/a.ts', '// @ts-ignore\nx();')])).toHaveLength(1);
    expect(escapes([file('libs/forum/agenda/a.spec.ts', "it.skip('x', () => {});")])).toHaveLength(1);
    expect(escapes([file('libs/forum/agenda/a.ts', '/** of any kind: any */\nconst said = "as any";')])).toHaveLength(
      0,
    );
  });
});
