import { LANGUAGES, sideOrder, type Actor, type Language } from '#core/kernel';
import {
  diffAgendas,
  type AgendaContent,
  type AgendaVersionRow,
  type ContentRow,
  type KeptAgenda,
  type RowDiff,
} from '#forum/agenda';
import { bothTurned } from '#forum/two-key';
import type { Reading } from '../http/decorators.js';
import { presentPost } from '../identity/identity.presenter.js';
import type {
  AgendaDiffView,
  AgendaRowDiffView,
  AgendaVersionDetailView,
  AgendaVersionRowView,
  AgendaVersionView,
  KeptTextView,
} from './agenda-versions.dto.js';

/** A version for one reader: their side's signatures first, the host's on a neutral page (domain.md 3.7). */
export function presentVersion(row: AgendaVersionRow, actor: Actor, reading: Reading): AgendaVersionView {
  const order = sideOrder(actor.side ?? 'neutral', row.host ?? undefined);
  const standing = row.signatures.filter(({ clearedAt }) => clearedAt === null);
  return {
    id: row.id,
    sessionId: row.sessionId,
    version: row.number,
    hash: row.hash,
    createdAt: row.createdAt,
    occasion: row.occasion,
    madeBy: row.madeBy,
    audience: row.audience,
    // The public reads no keys, and nothing is released without both (domain.md 3.15).
    agreed:
      row.audience === 'business' ||
      row.audience === 'public' ||
      bothTurned(
        standing.map(({ side }) => ({ side, hash: row.hash })),
        row.hash,
      ),
    signatures: order.flatMap((side) =>
      row.signatures
        .filter((signature) => signature.side === side)
        .map((signature) => ({ ...signature, post: presentPost(signature.post, reading) })),
    ),
  };
}

export function presentKeptAgenda(row: KeptAgenda, actor: Actor, reading: Reading): AgendaVersionDetailView {
  return {
    ...presentVersion(row, actor, reading),
    items: row.content.items.map((item) => presentRow(item, reading)),
  };
}

/** What changed from one version to another, or to the agenda as it stands. */
export function presentDiff(
  sessionId: string,
  from: KeptAgenda | undefined,
  to: KeptAgenda | { readonly content: AgendaContent },
  actor: Actor,
  reading: Reading,
): AgendaDiffView {
  const rows = diffAgendas(from?.content ?? { items: [] }, to.content);
  const count = (is: (row: RowDiff) => boolean): number => rows.filter(is).length;
  return {
    sessionId,
    from: from ? presentVersion(from, actor, reading) : null,
    to: 'id' in to ? presentVersion(to, actor, reading) : null,
    counts: {
      added: count(({ change }) => change === 'added'),
      removed: count(({ change }) => change === 'removed'),
      changed: count(({ change }) => change === 'changed'),
      moved: count(({ moved }) => moved),
    },
    items: rows.map((row) => presentRowDiff(row, reading)),
  };
}

function presentRowDiff(row: RowDiff, reading: Reading): AgendaRowDiffView {
  return {
    id: row.id,
    change: row.change,
    moved: row.moved,
    before: row.before && presentRow(row.before, reading),
    after: row.after && presentRow(row.after, reading),
    values: row.values.map(({ field, before, after }) => ({ field, before: asText(before), after: asText(after) })),
    texts: row.texts,
    linksAdded: row.links.added,
    linksRemoved: row.links.removed,
  };
}

function presentRow(row: ContentRow, reading: Reading): AgendaVersionRowView {
  return {
    id: row.id,
    kind: row.kind ?? 'item',
    number: row.number,
    standing: row.standing ?? null,
    proposer: row.proposer,
    lead: row.lead,
    minutes: row.minutes,
    objective: row.objective,
    title: presentWords(row.title, reading.language),
    description: row.description && presentWords(row.description, reading.language),
    links: [...(row.links ?? [])],
  };
}

/** A version keeps words without saying which were the source, so the fallback is English, then any. */
function presentWords(words: ContentRow['title'], asked: Language): KeptTextView {
  const lang = [asked, 'en' as const, ...LANGUAGES].find((language) => words[language]) ?? asked;
  return { text: words[lang] ?? '', lang, ko: words.ko ?? null, ja: words.ja ?? null, en: words.en ?? null };
}

const asText = (value: string | number | null): string | null => (value === null ? null : String(value));
