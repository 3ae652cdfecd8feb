import fc from 'fast-check';
import {
  historicText,
  LANGUAGES,
  newId,
  newText,
  pair,
  type Language,
  type LocalizedText,
  type Side,
} from '#core/kernel';
import { installCatalogues } from '#platform/catalogues';
import { copyOf, type DocumentModel, type PrintableDocument } from '#platform/documents';
import type { AgendaItemRow, AgendaRow, LinkedObject } from '#forum/agenda';
import { agendaDocument } from './agenda-document.js';
import type { AgendaToPrint } from './agenda-rows.js';
import type { SessionHead } from './documents.types.js';

beforeAll(() => {
  installCatalogues({ strict: true });
});

const text = (ko: string, ja: string, en: string): LocalizedText => historicText({ ko, ja, en }, 'ko');
const channel = text(
  `${pair('kr', 'ko')} 디지털 정책포럼`,
  `${pair('jp', 'ja')}デジタル政策フォーラム`,
  `${pair('kr', 'en')} Digital Policy Forum`,
);

function makeItem(over: Partial<AgendaItemRow> = {}): AgendaItemRow {
  return {
    id: newId(),
    position: 1,
    kind: 'item',
    standing: null,
    proposer: 'kr',
    lead: 'kr',
    minutes: 20,
    objective: 'discuss',
    title: text('전파 정책', '電波政策', 'Radio policy'),
    description: null,
    ownWords: true,
    carriedFrom: null,
    links: [],
    state: 'agreed',
    deferredIn: null,
    audience: 'joint',
    version: 1,
    illustrative: false,
    note: null,
    commentCount: 0,
    ...over,
  };
}

function makeSource(
  items: AgendaItemRow[],
  over: Partial<SessionHead> = {},
  agenda: Partial<AgendaRow> = {},
): AgendaToPrint {
  const session: SessionHead = {
    id: newId(),
    code: null,
    names: { neutral: channel, kr: channel, jp: channel },
    ordinalKr: 3,
    ordinalJp: 2,
    startDate: '2027-04-21',
    endDate: null,
    datePrecision: 'day',
    dateValue: '2027-04-21',
    startsAt: '2027-04-21T01:00:00.000Z',
    endsAt: '2027-04-21T08:00:00.000Z',
    zone: 'Asia/Seoul',
    place: null,
    host: 'kr',
    illustrative: false,
    today: '2027-04-09',
    ...over,
  };
  return {
    session,
    matters: { linked: new Map(), followUps: [], proposals: [] },
    agenda: {
      id: newId(),
      sessionId: session.id,
      channelId: null,
      state: 'agreed',
      audience: 'joint',
      version: 1,
      illustrative: false,
      host: session.host,
      startsAt: session.startsAt,
      endsAt: session.endsAt,
      interpretation: { mode: null, factorPercent: null },
      versionNumber: 2,
      items,
      keys: [],
      ...agenda,
    },
  };
}

const build = (source: AgendaToPrint, languages: readonly Language[], own: Side | null = null): DocumentModel =>
  agendaDocument(source, { languages, own });
const printed = (document: PrintableDocument): string =>
  [...JSON.stringify(document).matchAll(/"text":("(?:[^"\\]|\\.)*")/gu)]
    .map(([, words = '""']) => String(JSON.parse(words)))
    .join('\n');

describe('an agenda for print', () => {
  it('is one model for all copies, which differ at its tokens only (acceptance case 2)', () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1 }).filter((one) => !/[{}\p{C}]/u.test(one));
    const tokens = fc.constantFrom('{PAIR}', '{PARTY1}', '{PARTY2}', '{SIGN1}', '{SIGN2}', '');
    fc.assert(
      fc.property(fc.array(fc.tuple(words, tokens), { minLength: 1 }), fc.constantFrom(...LANGUAGES), (parts, lang) => {
        const title = newText(lang, parts.flat().join(''));
        const model = build(makeSource([makeItem({ title })]), [lang]);
        // What is not a token is the same run in the model; so putting one text in place of every token makes the copies equal.
        const blank = JSON.parse(
          JSON.stringify(model, (_key, value: unknown) =>
            typeof value === 'object' && value !== null && 'token' in value
              ? { ...value, values: { kr: '◯', jp: '◯', neutral: '◯' } }
              : value,
          ),
        ) as DocumentModel;
        const copies = (['kr', 'jp', 'neutral'] as const).map((copy) => copyOf(blank, { copy, host: 'kr' }));
        expect(copies[1]).toEqual(copies[0]);
        expect(copies[2]).toEqual(copies[0]);
        expect(copyOf(model, { copy: 'kr', host: 'kr' })).not.toEqual(copyOf(model, { copy: 'jp', host: 'kr' }));
      }),
      { numRuns: 60 },
    );
  });

  it('names and counts the session as each side does, and prints both orders in neutral English', () => {
    const model = build(makeSource([makeItem()], { host: 'jp' }), ['en']);
    const title = (copy: 'kr' | 'jp' | 'neutral'): string =>
      copyOf(model, { copy, host: 'jp' })
        .title.runs.map((run) => run.text)
        .join('');
    expect(title('kr')).toBe(`3rd ${pair('kr', 'en')} Digital Policy Forum Agenda`);
    expect(title('jp')).toBe(`2nd ${pair('jp', 'en')} Digital Policy Forum Agenda`);
    expect(title('neutral')).toBe(`3rd ${pair('neutral', 'en', { host: 'jp' })} Digital Policy Forum Agenda`);
  });

  it('puts the own language first on the own copy and English last', () => {
    const model = build(makeSource([makeItem()]), ['en', 'ja', 'ko']);
    const languages = (copy: 'kr' | 'jp') =>
      copyOf(model, { copy }).blocks.flatMap((block) =>
        block.kind === 'table' ? block.head.slice(2).map((cell) => cell.lines[0]?.runs[0]?.lang) : [],
      );
    expect(languages('kr')).toEqual(['ko', 'ja', 'en']);
    expect(languages('jp')).toEqual(['ja', 'ko', 'en']);
  });

  it('prints no draft, note or private object unless its side asks, and then only that side’s', () => {
    const linkId = newId();
    const secret: LinkedObject = {
      title: newText('ko', '비공개 사안'),
      path: '/x',
      audience: 'kr',
      state: null,
      due: null,
    };
    const source = makeSource([
      makeItem({ links: [{ kind: 'radio_issue', id: linkId }], note: newText('ko', '발언요지 원문') }),
      makeItem({ audience: 'kr', state: 'draft', title: newText('ko', '우리 초안') }),
      makeItem({ deferredIn: 'preparation', state: 'deferred', title: newText('ko', '미룬 안건') }),
    ]);
    const withLink = {
      ...source,
      matters: { ...source.matters, linked: new Map([[`radio_issue ${linkId}`, secret]]) },
    };
    const shared = printed(copyOf(build(withLink, ['ko']), { copy: 'kr' }));
    for (const words of ['비공개 사안', '발언요지', '우리 초안', '미룬 안건', '내부'])
      expect(shared).not.toContain(words);
    const own = printed(copyOf(build(withLink, ['ko'], 'kr'), { copy: 'kr' }));
    for (const words of ['비공개 사안', '발언요지 원문', '우리 초안', '내부용']) expect(own).toContain(words);
    const others = printed(copyOf(build(withLink, ['ko'], 'jp'), { copy: 'jp' }));
    for (const words of ['비공개 사안', '우리 초안']) expect(others).not.toContain(words);
  });

  it('says that a text is old, made by a machine or in another language, and prints it once beside that language', () => {
    const old = { ...text('새 제목', '古い題', 'new'), revision: 2 };
    const stale: LocalizedText = { ...old, ko: { text: '새 제목', of: 2, status: 'authentic' } };
    const only = newText('ko', '한국어뿐');
    const source = makeSource([makeItem({ title: stale }), makeItem({ title: only })]);
    const japanese = printed(copyOf(build(source, ['ja']), { copy: 'jp' }));
    expect(japanese).toMatch(/古い題\n \[原文変更前の訳\]/u);
    expect(japanese).toMatch(/한국어뿐\n \[韓国語原文\]/u);
    const both = printed(copyOf(build(source, ['ko', 'ja']), { copy: 'jp' }));
    expect(both.match(/한국어뿐/gu)).toHaveLength(1);
    expect(both).toContain('[訳文なし]');
  });

  it('is a draft until both have signed, and open for everybody only when it is public', () => {
    const words = (over: Partial<AgendaRow>) =>
      printed(copyOf(build(makeSource([makeItem()], {}, over), ['ko']), { copy: 'neutral' }));
    expect(words({ state: 'in_negotiation' })).toContain('의제(안)');
    expect(words({ state: 'adopted' })).not.toContain('(안)');
    expect(words({})).toContain('대외주의');
    expect(words({ audience: 'public' })).not.toContain('대외주의');
  });
});
