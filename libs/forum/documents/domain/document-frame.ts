import { formatDate } from '#core/i18n';
import type { Language } from '#core/kernel';
import type { Block, DocumentModel, Line, ModelRun } from '#platform/documents';
import type { PrintOrder, SessionHead } from './documents.types.js';
import { inColumns, sideOfLanguage } from './languages.js';
import { sideWord, titleRun } from './session-head.js';
import { copyRun, inAll, lineOf, run, word } from './words.js';

export interface FrameOf {
  readonly session: SessionHead;
  readonly order: PrintOrder;
  readonly name: (lang: Language) => Line;
  readonly blocks: readonly Block[];
  /** True for what everybody may read; all else is marked for careful handling (domain.md 3.15). */
  readonly open: boolean;
  readonly illustrative: boolean;
  readonly hash: string | null;
  readonly version: number | null;
}

/** What every document has around its content: whose copy, how to handle it, which version, and the end mark of each country. */
export function framed(frame: FrameOf): DocumentModel {
  const { session, order } = frame;
  const columns = inColumns(order.languages);
  const lang = columns[0] ?? 'en';
  return {
    lang,
    title: lineOf(titleRun(session, lang), run(' ', lang), ...frame.name(lang).runs),
    date: `${session.today}T00:00:00Z`,
    paper: columns.length > 2 ? 'landscape' : 'portrait',
    copyLine: copyLine(columns),
    marks: marksOf(frame, columns),
    foot: [footOf(frame, lang)],
    blocks: [...frame.blocks, ...endMarks(columns)],
  };
}

/** Whose copy it is; a neutral one says nothing. */
export function copyLine(columns: readonly Language[]): Line {
  const [first = 'en'] = columns;
  const label = (lang: Language): ModelRun =>
    copyRun('COPY', lang, (copy) =>
      copy === 'neutral' ? '' : word(lang, 'documents:copy', { side: sideWord(copy, lang) }),
    );
  const between = (): ModelRun => copyRun('COPY', first, (copy) => (copy === 'neutral' ? '' : ' / '));
  return lineOf(
    ...columns.flatMap((lang, at) => [
      ...(at === 0 ? [] : [between()]),
      { ...label(lang), side: sideOfLanguage(lang) },
    ]),
  );
}

export function marksOf(
  { open, illustrative, order }: Pick<FrameOf, 'open' | 'illustrative' | 'order'>,
  columns: readonly Language[],
): Line[] {
  const keys = [
    ...(order.own === null ? [] : ['internal']),
    ...(open && order.own === null ? [] : ['restricted']),
    ...(illustrative ? ['illustrative'] : []),
  ];
  return keys.map((key) =>
    lineOf(...inAll(columns, (lang) => run(word(lang, `documents:mark.${key}`), lang, { strong: true }))),
  );
}

function footOf({ session, hash, version }: FrameOf, lang: Language): Line {
  const parts = [
    ...(session.code === null ? [] : [session.code]),
    ...(version === null || version === 0 ? [] : [word(lang, 'documents:version', { version })]),
    ...(hash === null ? [] : [`SHA-256 ${hash}`]),
  ];
  return lineOf(run(parts.length > 0 ? parts.join(' · ') : formatDate(session.today, lang), lang));
}

const WIDE_SPACE = '\u3000';

/** `끝.` stands under the table, one space in; `以上` at the right; English has none (domain.md 6). */
export function endMarks(columns: readonly Language[]): Block[] {
  const mark = (lang: Language): Block[] => {
    if (lang === 'en') return [];
    const end = lineOf(run(word(lang, 'documents:endMark'), lang));
    if (lang === 'ja') return [{ kind: 'text', align: 'end', lines: [end] }];
    return [{ kind: 'text', align: 'start', lines: [{ ...end, marker: WIDE_SPACE }] }];
  };
  const [only] = columns;
  if (only !== undefined && columns.length === 1) return mark(only);
  return [
    { kind: 'parallel', columns: columns.map((lang) => ({ side: sideOfLanguage(lang) ?? null, blocks: mark(lang) })) },
  ];
}
