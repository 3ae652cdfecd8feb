import { newId, type Side } from '#core/kernel';
import type { TestApp } from './app.js';
import { saveSession } from './factories/session.js';
import { insertStatement, RowMaker, type MadeRow } from './rows.js';
import type { KnownIds } from './walk.js';

/** Whose private rows are planted: one marker word per side, in every text of every row. */
export const markerOf = (side: Side): string => `SEALED${side.toUpperCase()}`;

/** Which table's rows a path with an id reads. */
const resourceTables: Readonly<Record<string, string>> = {
  'action-items': 'action_item',
  'agenda-items': 'agenda_item',
  'agenda-versions': 'agenda_version',
  channels: 'channel',
  commitments: 'commitment',
  'date-polls': 'date_poll',
  escalations: 'escalation',
  inbox: 'sent_mail',
  instruments: 'instrument',
  'multilateral-meetings': 'multilateral_meeting',
  files: 'paper_file',
  papers: 'paper',
  proposals: 'proposal',
  'radio-issues': 'radio_issue',
  'record-versions': 'record_version',
  records: 'record',
  sessions: 'session',
  terms: 'glossary_term',
  translations: 'translation_request',
  webhooks: 'webhook',
};

/** Private rows of both sides: known before they exist, so that the same addresses can be asked before and after. */
export interface Secrets {
  readonly ids: KnownIds;
  readonly unknownId: string;
  /** Tables with an audience, each with a private row per side. */
  readonly tables: readonly string[];
  idsOf(side: Side): readonly string[];
  /** Stores a side's private rows: one in every table with an audience, and what its secretariat writes through the API. */
  plant(side: Side): Promise<void>;
}

/**
 * Makes a shared world with a row in every table, and plans one private row per side and table that hangs on it. A table the maker
 * cannot serve fails here: nobody adds a table with an audience without this test knowing.
 */
export async function arrangeSecrets(test: TestApp): Promise<Secrets> {
  const maker = await RowMaker.open(test.admin);
  const tables = maker.tablesWith('audience');
  // Some hold only what both share: there nothing can be kept from the other side.
  const holdsPrivate = (table: string) => {
    const allowed = maker.column(table, 'audience')?.values ?? [];
    return allowed.length === 0 || allowed.includes('kr');
  };
  const parents = new Map<string, string>();
  for (const table of tables) {
    const allowed = maker.column(table, 'audience')?.values ?? [];
    if (!allowed.includes('joint')) continue;
    const row = await maker.make(table, { audience: 'joint', side: 'kr', marker: 'shared', parents });
    parents.set(table, String(row['id']));
  }
  const agenda = await shareAgenda(test);

  // From here on what is made is what a secret hangs on.
  const worldSize = maker.parentsMade.length;
  const plans: Record<Side, { table: string; row: MadeRow }[]> = { kr: [], jp: [] };
  for (const side of ['kr', 'jp'] as const) {
    const wish = { audience: side, side, marker: markerOf(side), parents };
    const own = (table: string) => plans[side].find((plan) => plan.table === table)?.row['id'];
    for (const table of tables.filter(holdsPrivate)) {
      // A reminder of a shared item, and the mail that went out for it: both are their reader's side's alone.
      const over =
        table === 'reminder'
          ? { subject_id: parents.get('action_item') }
          : table === 'sent_mail'
            ? { reminder_id: own('reminder') }
            : {};
      plans[side].push({ table, row: await maker.plan(table, { ...wish, over }) });
    }
    // A channel has a name; the one in the list above is a secret name of a shared channel.
    plans[side].push({
      table: 'channel_name',
      row: await maker.plan('channel_name', { ...wish, over: { channel_id: own('channel') } }),
    });
  }

  const [worldAgenda] = await test.admin<{ session: string }>(
    `select session_id as session from forum.agenda where id = $1`,
    [parents.get('agenda')],
  );
  const unknownId = newId();
  const visible = new Map<string, string[]>();
  const brief = new Map<string, string[]>();
  const hidden = new Map<string, string[]>();
  for (const [resource, table] of Object.entries(resourceTables)) {
    // Of the record, where it has such rows; they bear a code.
    const [real] = maker.column(table, 'code')
      ? await test.admin<{ id: string }>(
          `select id from forum.${table} where audience = 'joint' and code is not null and code not like 'shared%' order by code limit 1`,
        )
      : [];
    visible.set(resource, [
      parents.get(table) ?? unknownId,
      ...(real ? [real.id] : []),
      ...(table === 'session' ? [agenda.sessionId, worldAgenda?.session ?? ''] : []),
    ]);
    brief.set(
      resource,
      maker.parentsMade
        .slice(worldSize)
        .filter((made) => made.table === table)
        .map((made) => String(made.row['id'])),
    );
    hidden.set(resource, [
      ...(['kr', 'jp'] as const).flatMap((side) =>
        plans[side].filter((plan) => plan.table === table).map((plan) => String(plan.row['id'])),
      ),
      unknownId,
    ]);
  }
  return {
    ids: { visible, brief, hidden },
    unknownId,
    tables: tables.filter(holdsPrivate),
    idsOf: (side) => plans[side].map((plan) => String(plan.row['id'])),
    plant: async (side) => {
      for (const { table, row } of plans[side]) {
        const { text, values } = insertStatement(table, row);
        await test.admin(text, values);
      }
      await writePrivately(test, side, agenda);
    },
  };
}

interface SharedAgenda {
  readonly sessionId: string;
  readonly items: Readonly<Record<Side, string>>;
}

/** An agenda with one exchanged item of each side. */
async function shareAgenda(test: TestApp): Promise<SharedAgenda> {
  const { id: sessionId } = await saveSession(test);
  const items: Partial<Record<Side, string>> = {};
  for (const side of ['kr', 'jp'] as const) {
    const client = await test.as(`secretariat.${side}`);
    const body = { lang: 'en', title: `shared item of ${side}`, minutes: 20, objective: 'discuss' };
    const added = await client.post(`sessions/${sessionId}/agenda/items`, { body });
    const { etag, items: rows } = added.json<{ etag: string; items: { id: string; proposer: Side }[] }>();
    items[side] = rows.find((row) => row.proposer === side)?.id ?? '';
    const exchanged = await client.post(`sessions/${sessionId}/agenda/exchange`, { etag });
    if (exchanged.statusCode >= 300) throw new Error(exchanged.body);
  }
  return { sessionId, items: { kr: items.kr ?? '', jp: items.jp ?? '' } };
}

/** What a secretariat writes for its own side alone: a draft with a note, and notes and comments on both sides' shared items. */
async function writePrivately(test: TestApp, side: Side, agenda: SharedAgenda): Promise<void> {
  const client = await test.as(`secretariat.${side}`);
  const marker = markerOf(side);
  const draft = {
    lang: 'en',
    title: `${marker} draft title`,
    description: `${marker} draft description`,
    privateNote: `${marker} draft note`,
    minutes: 25,
    objective: 'decide',
  };
  const answers = [await client.post(`sessions/${agenda.sessionId}/agenda/items`, { body: draft })];
  for (const id of [agenda.items.kr, agenda.items.jp]) {
    const shown = await client.get(`sessions/${agenda.sessionId}/agenda`);
    const etag =
      shown.json<{ items: { id: string; etag: string }[] }>().items.find((item) => item.id === id)?.etag ?? '';
    answers.push(
      await client.patch(`agenda-items/${id}`, {
        etag,
        body: { lang: 'en', privateNote: `${marker} note on a shared item` },
      }),
      await client.post(`agenda-items/${id}/comments`, { body: { lang: 'en', text: `${marker} comment of our own` } }),
    );
  }
  for (const answer of answers) if (answer.statusCode >= 300) throw new Error(answer.body);
}

/** What a database role can see of every table with an audience, as one hash per table. */
export async function seenBy(
  test: TestApp,
  role: 'forum_kr' | 'forum_jp' | 'forum_joint' | 'forum_business' | 'forum_public' | 'forum_admin',
  tables: readonly string[],
): Promise<Record<string, string>> {
  const one = (table: string) =>
    `select '${table}' as name, count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t.id)), '') as seen from forum.${table} t`;
  const rows = await test.database
    .readAs(role)
    .query<{ name: string; seen: string }>(tables.map(one).join(' union all '));
  return Object.fromEntries(rows.map((row) => [row.name, row.seen]));
}
