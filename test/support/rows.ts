import { historicText, newId, type Audience, type Side } from '#core/kernel';

/** Runs SQL and gives rows; superuser, because a maker arranges and never tests. */
export type Sql = <Row extends object>(sql: string, params?: readonly unknown[]) => Promise<Row[]>;

export interface ColumnShape {
  readonly name: string;
  readonly type: string;
  /** What its own check allows, in the order of the check; empty when anything goes. */
  readonly values: readonly string[];
  /** The table it refers to. */
  readonly refers: string | null;
  /** Takes part in a unique key, alone or with others. */
  readonly unique: boolean;
}

export interface TableShape {
  readonly name: string;
  readonly columns: readonly ColumnShape[];
}

export interface RowWish {
  readonly audience?: Audience;
  /** Goes into every column that names a side. */
  readonly side: Side | null;
  /** Goes into every column that holds words. */
  readonly marker: string;
  /** The row each reference points to, by table; without one the oldest row of that table. A reference in a unique key gets a new joint row. */
  readonly parents?: ReadonlyMap<string, string>;
  /** What the caller knows better. */
  readonly over?: Readonly<Record<string, unknown>>;
}

export type MadeRow = Readonly<Record<string, unknown>>;

/** Makes one valid row of any table from the catalogue: a new table needs nothing here unless it has a rule across columns. */
export class RowMaker {
  private count = 0;
  /** Rows that were made because another one needed them. */
  readonly parentsMade: { readonly table: string; readonly row: MadeRow }[] = [];

  private constructor(
    private readonly sql: Sql,
    readonly tables: ReadonlyMap<string, TableShape>,
  ) {}

  static async open(sql: Sql): Promise<RowMaker> {
    const rows = await sql<{
      table: string;
      name: string;
      type: string;
      refers: string | null;
      unique: boolean;
      check: string | null;
    }>(shapesQuery);
    const tables = new Map<string, { name: string; columns: ColumnShape[] }>();
    for (const { table, check, ...column } of rows) {
      const shape = tables.get(table) ?? { name: table, columns: [] };
      // PostgreSQL writes a list of one as an equality.
      const list =
        new RegExp(`\\(${column.name} = ANY \\(ARRAY\\[([^\\]]*)\\]`).exec(check ?? '')?.[1] ??
        new RegExp(`\\(${column.name} = ('[^']*'::text)\\)`).exec(check ?? '')?.[1] ??
        '';
      shape.columns.push({ ...column, values: [...list.matchAll(/'([^']*)'::text/g)].map((match) => match[1] ?? '') });
      tables.set(table, shape);
    }
    return new RowMaker(sql, tables);
  }

  /** Tables with this column, parents before those that refer to them. */
  tablesWith(column: string): string[] {
    const found = [...this.tables.values()]
      .filter((table) => table.columns.some(({ name }) => name === column))
      .map(({ name }) => name);
    const order: string[] = [];
    const visit = (name: string, path: readonly string[]): void => {
      if (order.includes(name) || path.includes(name)) return;
      for (const { refers } of this.tables.get(name)?.columns ?? [])
        if (refers !== null) visit(refers, [...path, name]);
      order.push(name);
    };
    for (const name of found) visit(name, []);
    return order.filter((name) => found.includes(name));
  }

  column(table: string, column: string): ColumnShape | undefined {
    return this.tables.get(table)?.columns.find(({ name }) => name === column);
  }

  /** The values of a row, not yet stored. */
  async plan(table: string, wish: RowWish): Promise<MadeRow> {
    const shape = this.tables.get(table);
    if (!shape) throw new Error(`no table ${table}`);
    this.count += 1;
    const across = acrossColumns[table]?.(wish) ?? {};
    const row: Record<string, unknown> = {};
    for (const column of shape.columns) {
      if (wish.over && column.name in wish.over) row[column.name] = wish.over[column.name];
      else row[column.name] = column.name in across ? across[column.name] : await this.value(table, column, wish);
    }
    return row;
  }

  /** Stores one row and gives its values. */
  async make(table: string, wish: RowWish): Promise<MadeRow> {
    const row = await this.plan(table, wish);
    const { text, values } = insertStatement(table, row);
    await this.sql(text, values);
    return row;
  }

  private async value(table: string, column: ColumnShape, wish: RowWish): Promise<unknown> {
    const { name, type, values, refers } = column;
    if (name === 'audience') return wish.audience;
    if (name === 'side' || name.endsWith('_side')) return wish.side;
    if (refers !== null) return this.parent(table, column, refers, wish);
    const known = byName[name];
    if (known !== undefined) return known(wish, this.count, `${table}.${name}`);
    if (values[0] !== undefined) return values[0];
    return byType[type]?.(wish, this.count, `${table}.${name}`) ?? null;
  }

  /** Joint where the table can be: a private row that hangs on a shared one is the one that could show through. */
  private async parent(table: string, { unique }: ColumnShape, refers: string, wish: RowWish): Promise<unknown> {
    if (refers === table) return null;
    const standing = wish.parents?.get(refers) ?? (await this.oldest(refers));
    if (!unique && standing !== null) return standing;
    const allowed = this.column(refers, 'audience')?.values ?? [];
    const { audience, ...rest } = wish;
    const own = allowed.includes('joint') ? 'joint' : audience;
    const made = await this.make(refers, {
      ...rest,
      over: {},
      marker: 'shared',
      ...(own === undefined ? {} : { audience: own }),
    });
    this.parentsMade.push({ table: refers, row: made });
    return made['id'];
  }

  private async oldest(table: string): Promise<string | null> {
    const [row] = await this.sql<{ id: string }>(`select id from forum.${table} order by id limit 1`);
    return row?.id ?? null;
  }
}

/** `insert` with every column of a row, its values as parameters. */
export function insertStatement(table: string, row: MadeRow): { text: string; values: unknown[] } {
  const names = Object.keys(row);
  const values = Object.values(row).map((value) =>
    value !== null && typeof value === 'object' && !Array.isArray(value) ? JSON.stringify(value) : value,
  );
  return {
    text: `insert into forum.${table} (${names.join(', ')}) values (${names.map((_, index) => `$${String(index + 1)}`).join(', ')})`,
    values,
  };
}

type ValueOf = (wish: RowWish, count: number, where: string) => unknown;

const day = '2027-03-11';
const hash = 'a'.repeat(64);
const words: ValueOf = ({ marker }, count, where) => `${marker} ${where} ${String(count)}`;

const byType: Readonly<Record<string, ValueOf>> = {
  uuid: () => newId(),
  text: words,
  jsonb: (wish, count, where) => {
    const text = String(words(wish, count, where));
    return historicText({ ko: text, ja: text, en: text }, 'ko');
  },
  integer: (_, count) => 5000 + count,
  bigint: (_, count) => 5000 + count,
  numeric: (_, count) => 5000 + count,
  boolean: () => false,
  date: () => day,
  'timestamp with time zone': () => `${day}T01:00:00Z`,
  'text[]': () => [],
  'integer[]': () => [],
  'uuid[]': () => [],
};

/** Columns whose form is more than their type. */
const byName: Readonly<Record<string, ValueOf>> = {
  zone: () => 'Asia/Seoul',
  language: () => 'en',
  date_value: () => day,
  due_value: () => null,
  due_precision: () => null,
  due_on: () => null,
  minutes: () => 30,
  rank: () => 50,
  amount: () => 1200,
  factor_percent: () => 150,
  usual_month: () => 5,
  email: ({ marker }, count) => `${marker.toLowerCase()}.${String(count)}@forum.example`,
  url: ({ marker }) => `https://example.org/${marker}`,
  content_hash: () => hash,
  roles: () => ['official'],
  valid_from: () => '2020-01-01',
  valid_to: () => null,
  low_hz: () => null,
  high_hz: () => null,
};

/** A version of an agenda with one item. */
const keptContent = (marker: string): object => {
  const words = `${marker} agenda_version.content`;
  const title = { ko: words, ja: words, en: words };
  const item = { number: 1, proposer: 'kr', lead: null, minutes: 30, objective: 'discuss', description: null };
  return { items: [{ id: newId(), ...item, title }] };
};

/** A version of a text with one paragraph. */
const keptRecord = (marker: string): object => {
  const words = `${marker} record_version.content`;
  const text = { ko: words, ja: words, en: words };
  const facts = { kind: 'summary_record', forSignature: false, adReferendum: false, authenticLanguages: [] };
  const none = { prevailingLanguage: null, annexOf: null, corrigendumOf: null };
  const paragraph = { id: newId(), kind: 'paragraph', agendaItemId: null, corrects: null, text };
  return { ...facts, ...none, title: text, paragraphs: [paragraph] };
};

/** Rules across columns, which no catalogue tells in a form to be followed. */
const acrossColumns: Readonly<Record<string, (wish: RowWish) => Record<string, unknown>>> = {
  action_item: () => ({
    deputy_post_id: null,
    origin_id: null,
    expected_on: null,
    answer_until: null,
    silence_from: null,
    superseded_by_id: null,
  }),
  agenda_item: () => ({ kind: 'item', standing: null, deferred_in: null }),
  agenda_version: ({ marker }) => ({ content: keptContent(marker) }),
  audit_entry: () => ({ position: null, hash: null }),
  channel: () => ({ suspended_by: null, cadence_months: null }),
  channel_action_rule: () => ({ silence_days: 5 }),
  channel_party: () => ({ body_id: null }),
  date_poll_participant: () => ({ removed_at: null }),
  commitment: () => ({ strength: 'joint_political', strength_side: null, acting_side: 'both', removed_at: null }),
  instrument_check: ({ marker }) => ({ posting_url: `https://example.org/${marker}` }),
  translation_paper: () => ({ source_lang: 'ko', target_lang: 'ja' }),
  translation_request: () => ({ from_lang: 'ko', to_lang: 'ja', due_on: day }),
  calendar_feed: () => ({ kind: 'personal', channel_id: null }),
  session_programme_item: () => ({ day: 1, start_time: '10:00', end_time: null }),
  stall_suggestion: () => ({
    quarter: '2027-Q1',
    state: 'open',
    decided_at: null,
    decided_by_side: null,
    decided_by_post_id: null,
  }),
  live_speaker: () => ({ state: 'spoken' }),
  live_segment: () => ({ minutes: null, started_at: '2027-03-11T01:00:00Z', ended_at: '2027-03-11T01:00:00Z' }),
  multilateral_meeting: () => ({ date_end: null }),
  paper: () => ({ supersedes_kind: null }),
  record: () => ({
    prevailing_language: null,
    corrigendum_number: null,
    signed_on: null,
    release_at: null,
    released_at: null,
  }),
  record_paragraph: () => ({ removed_at: null }),
  record_clearance: ({ audience }) => ({ ended_at: audience === 'joint' ? `${day}T02:00:00Z` : null }),
  record_version: ({ marker }) => ({ content: keptRecord(marker) }),
  channel_record_rule: () => ({ show_hours: null }),
  proposal: () => ({ state: 'open', decided_at: null, decided_by_side: null, decided_by_post_id: null }),
  radio_event: () => ({ date_precision: 'day' }),
  radio_issue: () => ({ first_seen: null, season_from: null, season_to: null }),
  radio_station: () => ({ latitude_tenths: null, longitude_tenths: null }),
  // One that is on is told of the mails a test makes beside it.
  webhook: () => ({ state: 'off' }),
  key_turn: () => ({ cleared_at: null, cleared_by_side: null, cleared_reason: null }),
};

const shapesQuery = `
  select c.relname as "table", a.attname as name, format_type(a.atttypid, null) as type,
         (select p.relname from pg_constraint f join pg_class p on p.oid = f.confrelid
           where f.conrelid = c.oid and f.contype = 'f' and f.conkey = array[a.attnum] limit 1) as refers,
         exists (select 1 from pg_constraint u where u.conrelid = c.oid and u.contype = 'u' and a.attnum = any (u.conkey)) as "unique",
         (select string_agg(pg_get_constraintdef(k.oid), ' ') from pg_constraint k
           where k.conrelid = c.oid and k.contype = 'c' and a.attnum = any (k.conkey)) as "check"
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
   where c.relnamespace = 'forum'::regnamespace and c.relkind in ('r', 'p')
   order by c.relname, a.attnum`;
