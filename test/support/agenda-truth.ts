import { createHash } from 'node:crypto';
import { LANGUAGES, otherSide, SIDES, type Side } from '#core/kernel';
import type { AgendaVersionListView } from '../../apps/api/src/agenda/agenda-versions.dto.js';
import type { AgendaItemView, AgendaView } from '../../apps/api/src/agenda/agenda.views.js';
import { sourceOf, sourceWord, type AgendaWorld } from './agenda-world.js';

interface StoredRow {
  readonly id: string;
  readonly proposer: Side;
  readonly audience: string;
  readonly state: string;
  readonly words: string;
}

interface Stored {
  readonly state: string;
  readonly rows: readonly StoredRow[];
  readonly versions: readonly { readonly number: number; readonly hash: string; readonly content: unknown }[];
  readonly keys: readonly { readonly side: Side; readonly hash: string; readonly standing: boolean }[];
}

/** Everything one reader is told about the agenda, as text, and the agenda itself. */
interface Told {
  readonly agenda: AgendaView;
  readonly text: string;
}

/** What held when it was last looked at: versions never change, and the other side's answers do not move with private acts. */
export interface Memory {
  readonly versions: Map<number, string>;
  told?: Record<Side | 'neutral', string>;
}

/**
 * Everything that is wrong with the agenda at a moment when nobody writes; an empty list when all is well. It knows the product only
 * through HTTP, what is stored through SQL as superuser, and what people did through the ledger: it shares no rule with the product.
 * @param privateBy who acted since it was last asked, when everything that was done concerns the own side alone; else null
 */
export async function agendaFaults(
  world: AgendaWorld,
  memory: Memory,
  privateBy: readonly Side[] | null,
): Promise<string[]> {
  const [stored, kr, jp, neutral] = await Promise.all([
    load(world),
    tell(world, 'head.kr'),
    tell(world, 'head.jp'),
    tell(world, 'interpreter'),
  ]);
  const told = { kr, jp };
  const faults = [
    ...world.ledger.faults,
    ...keyFaults(world, stored, kr.agenda),
    ...versionFaults(stored, memory),
    ...rowFaults(world, stored, told),
    ...textFaults(world, kr.agenda),
    ...textFaults(world, jp.agenda),
    ...secretFaults(world, stored, { ...told, neutral }),
  ];
  if (kr.agenda.hash !== jp.agenda.hash) faults.push('the sides are shown different hashes');
  if (privateBy && memory.told) {
    for (const side of SIDES)
      if (!privateBy.includes(side) && memory.told[side] !== told[side].text)
        faults.push(`what was done in private moved what ${side} is told`);
    if (memory.told.neutral !== neutral.text)
      faults.push('what was done in private moved what neutral people are told');
  }
  memory.told = { kr: kr.text, jp: jp.text, neutral: neutral.text };
  return faults;
}

async function load({ test, sessionId }: AgendaWorld): Promise<Stored> {
  const [row] = await test.admin<Stored>(
    `select a.state,
            (select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'proposer', i.proposer_side, 'audience', i.audience, 'state', i.state,
               'words', concat(i.title::text, i.description::text)) order by i.id), '[]') from forum.agenda_item i where i.agenda_id = a.id) as rows,
            (select coalesce(jsonb_agg(jsonb_build_object('number', v.number, 'hash', v.content_hash, 'content', v.content) order by v.number), '[]')
               from forum.agenda_version v where v.agenda_id = a.id) as versions,
            (select coalesce(jsonb_agg(jsonb_build_object('side', k.side, 'hash', k.content_hash, 'standing', k.cleared_at is null)), '[]')
               from forum.key_turn k where k.subject_type = 'agenda' and k.subject_id = a.id) as keys
       from forum.agenda a where a.session_id = $1`,
    [sessionId],
  );
  if (!row) throw new Error('no agenda');
  return row;
}

/** What a reader can ask about the agenda: itself and its versions, to a side also the latest one, what changed, and the comments. */
async function tell(world: AgendaWorld, name: string): Promise<Told> {
  const client = world.client(name);
  const get = async (path: string): Promise<string> => {
    const answer = await client.ask('GET', path);
    if (answer.statusCode !== 200)
      world.ledger.faults.push(`${name} ${path} ${String(answer.statusCode)} ${answer.body}`);
    return answer.body;
  };
  const at = `sessions/${world.sessionId}/agenda`;
  const [agenda, versions] = await Promise.all([get(`${at}?texts=all`), get(`${at}/versions`)]);
  const view = JSON.parse(agenda) as AgendaView;
  const latest = (JSON.parse(versions) as AgendaVersionListView).items[0];
  const commented = view.items.filter(({ commentCount }) => commentCount > 0);
  const more =
    name === 'interpreter'
      ? []
      : [
          `${at}/changes`,
          ...(latest ? [`agenda-versions/${latest.id}`, `agenda-versions/${latest.id}/diff`] : []),
          ...commented.map(({ id }) => `agenda-items/${id}/comments`),
        ];
  return { agenda: view, text: [agenda, versions, ...(await Promise.all(more.map(get)))].join('\n') };
}

/** Two keys stand on one hash only: that of the words which stand now; agreed means both, over texts without a gap. */
function keyFaults({ ledger }: AgendaWorld, stored: Stored, agenda: AgendaView): string[] {
  const faults: string[] = [];
  const standing = stored.keys.filter((key) => key.standing);
  for (const key of standing)
    if (key.hash !== agenda.hash) faults.push(`the key of ${key.side} stands on words that do not stand`);
  if (new Set(standing.map(({ side }) => side)).size !== standing.length) faults.push('a side has two keys');
  const agreed = stored.state === 'agreed' || stored.state === 'adopted';
  if (agreed !== (standing.length === 2)) faults.push(`${stored.state} with ${String(standing.length)} keys`);
  if (agreed && agenda.gaps.length > 0) faults.push('agreed over gaps');
  if (agenda.state !== stored.state) faults.push('another state is shown than stored');
  const kept = new Set(stored.versions.map(({ hash }) => hash));
  if (stored.keys.some(({ hash }) => !kept.has(hash))) faults.push('a key stands on no version');
  for (const side of SIDES) {
    const turned = stored.keys.filter((key) => key.side === side).length;
    if (turned !== (ledger.keysTurned.get(side) ?? 0)) faults.push(`keys of ${side} were lost or turned by nobody`);
  }
  const words = agenda.items
    .filter((item) => item.audience === 'joint' && item.deferredIn !== 'preparation')
    .map(signed);
  if (agenda.hash !== (words.length > 0 ? sha256({ items: words }) : null))
    faults.push('the hash shown is not the SHA-256 of the words shown');
  return faults;
}

/** Versions are numbered without a gap, hold what their hash says, and never change. */
function versionFaults(stored: Stored, memory: Memory): string[] {
  return stored.versions.flatMap(({ number, hash, content }, index) => {
    const faults: string[] = [];
    const now = `${hash} ${canonical(content)}`;
    if (number !== index + 1) faults.push('the versions are not numbered one after the other');
    if (sha256(content) !== hash) faults.push(`the content of version ${String(number)} has another hash`);
    if ((memory.versions.get(number) ?? now) !== now) faults.push(`version ${String(number)} was changed`);
    memory.versions.set(number, now);
    return faults;
  });
}

/** No row is lost, shown twice, shared without an exchange, or gone without its proposer; the last words written stand. */
function rowFaults({ ledger }: AgendaWorld, stored: Stored, told: Record<Side, Told>): string[] {
  const faults: string[] = [];
  const rows = new Map(stored.rows.map((row) => [row.id, row]));
  if (rows.size !== ledger.added.size) faults.push('there are rows that nobody added');
  for (const [id, { side, round }] of ledger.added) {
    const row = rows.get(id);
    if (!row) faults.push('a row is lost');
    else {
      if (row.proposer !== side || ![side, 'joint'].includes(row.audience)) faults.push('a row went to the other side');
      if (row.audience === 'joint' && (ledger.exchanged.get(side) ?? -1) < round)
        faults.push('shared without an exchange');
      if ((row.state === 'withdrawn') !== ledger.withdrawn.has(id))
        faults.push('withdrawn without its proposer, or not at all');
      if ((row.state === 'deferred') !== ledger.deferred.has(id))
        faults.push('deferred without both sides, or not at all');
    }
  }
  for (const side of SIDES) {
    const shown = told[side].agenda.items;
    const expected = stored.rows.filter((row) => row.state !== 'withdrawn' && ['joint', side].includes(row.audience));
    if (sorted(shown.map(({ id }) => id)) !== sorted(expected.map(({ id }) => id)))
      faults.push(`${side} does not see all its rows once`);
    const numbers = shown.flatMap(({ number }) => number ?? []);
    if (numbers.some((number, index) => number !== index + 1))
      faults.push(`the rows of ${side} are not numbered in order`);
    for (const item of shown)
      for (const field of ['title', 'description'] as const) {
        const wanted = ledger.sources.get(`${item.id} ${field}`)?.word;
        if (wanted !== undefined && sourceWord(item[field]) !== wanted)
          faults.push(`the last ${field} written is lost`);
      }
  }
  return faults;
}

/** A text shown as current says the source as it stands, or somebody confirmed exactly that; every gap is named, and nothing else. */
function textFaults({ ledger }: AgendaWorld, agenda: AgendaView): string[] {
  const faults: string[] = [];
  const gaps: string[] = [];
  for (const item of agenda.items) {
    for (const field of ['title', 'description'] as const) {
      const text = item[field];
      if (!text?.all) continue;
      const word = sourceWord(text);
      for (const lang of LANGUAGES) {
        const view = text.all[lang];
        const missing = view.status === 'missing';
        const current = !missing && !view.stale;
        const says = view.text.includes(word) || ledger.unchanged.has(`${item.id} ${field} ${lang} ${word}`);
        if (current && lang !== sourceOf(text) && !says) faults.push(`a stale ${field} is shown as current in ${lang}`);
        const gap = missing
          ? 'missing'
          : view.stale
            ? 'stale'
            : ['draft', 'machine'].includes(view.status)
              ? view.status
              : null;
        const counts = item.audience === 'joint' && item.deferredIn !== 'preparation';
        if (gap && counts) gaps.push(`${item.id} ${field} ${lang} ${gap}`);
      }
    }
  }
  const named = agenda.gaps.map(({ itemId, field, lang, gap }) => `${itemId} ${field} ${lang} ${gap}`);
  if (sorted(named) !== sorted(gaps)) faults.push('the gaps named are not the gaps there are');
  return faults;
}

/** Notes, comments to oneself and drafts stay with their side: no word and no id of them in any answer to anybody else. */
function secretFaults({ ledger }: AgendaWorld, stored: Stored, told: Record<Side | 'neutral', Told>): string[] {
  const faults: string[] = [];
  for (const side of SIDES) {
    const others = [told[otherSide(side)], told.neutral].map(({ text }) => text);
    const told_to = (word: string): boolean => others.some((text) => text.includes(word));
    if ([...ledger.secrets[side]].some(told_to)) faults.push(`a private word of ${side} is told to others`);
    for (const row of stored.rows.filter(({ audience }) => audience === side)) {
      const words = row.words.match(/[TW]\d+[TW]/g) ?? [];
      if ([row.id, ...words].some(told_to)) faults.push(`a draft of ${side} is told to others`);
    }
  }
  return faults;
}

/** One row as it is signed, made anew from what a reader is shown. */
function signed(item: AgendaItemView): object {
  const words = (text: AgendaItemView['description']): object | null =>
    text &&
    Object.fromEntries(
      LANGUAGES.flatMap((lang) => {
        const view = text.all?.[lang];
        return view && view.status !== 'missing' ? [[lang, view.text]] : [];
      }),
    );
  return {
    id: item.id,
    number: item.number,
    proposer: item.proposer,
    lead: item.lead,
    minutes: item.minutes,
    objective: item.objective,
    title: words(item.title),
    description: words(item.description),
  };
}

/** RFC 8785 for what an agenda holds, written a second time on purpose. */
function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(',')}}`;
}

const sha256 = (value: unknown): string => createHash('sha256').update(canonical(value)).digest('hex');
const sorted = (words: readonly string[]): string => [...words].sort().join('\n');
