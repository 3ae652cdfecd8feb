import { newId, textAsShared, type Audience, type LocalizedText, type Side } from '#core/kernel';
import type { Tx } from '#platform/database';
import type { IssueFacts } from '../domain/issue-facts.js';
import { radioErrors } from '../domain/radio.errors.js';

/** Drafts stand before everything that has its place in the register. */
export const DRAFT_POSITION = 2_000_000_000;

/** Stores a draft that only its own side sees; gives its id. */
export async function insertDraft(tx: Tx, side: Side, facts: IssueFacts): Promise<string> {
  const id = newId();
  await tx.query(
    `insert into forum.radio_issue (id, position, title, services, status, origin_side, audience) values ($1, $2, $3, '{}', 'draft', $4, $4)`,
    [id, DRAFT_POSITION, facts.title, side],
  );
  await saveFacts(tx, { id, audience: side }, facts);
  return id;
}

/** Writes what a case says; bands, stations and references that are no longer said are marked as removed. @throws radio.channelNotFound */
export async function saveFacts(
  tx: Tx,
  issue: { readonly id: string; readonly audience: Audience },
  facts: IssueFacts,
): Promise<void> {
  await assertChannel(tx, facts.channelId);
  await tx.query(
    `update forum.radio_issue set title = $2, type = $3, services = $4, areas = $5, regions = $6, stations = $7, allocation = $8,
            first_seen = $9, season_from = $10, season_to = $11, times = $12, channel_id = $13, version = version + 1, updated_at = forum.now()
      where id = $1`,
    [
      issue.id,
      facts.title,
      facts.type,
      facts.services,
      facts.areas,
      facts.regions,
      facts.stations,
      facts.allocation,
      facts.firstSeen,
      facts.seasonFrom,
      facts.seasonTo,
      facts.times,
      facts.channelId,
    ],
  );
  await replaceBands(tx, issue, facts.bands);
  await replaceStations(tx, issue, facts.stationRows);
  await replaceReferences(tx, issue, facts.references);
}

interface Held {
  readonly id: string;
  readonly audience: Audience;
}

/** A band that is said again keeps its row and its name in the record. */
async function replaceBands(tx: Tx, { id, audience }: Held, bands: IssueFacts['bands']): Promise<void> {
  const same = `b.nominal_hz is not distinct from n.nominal and b.low_hz is not distinct from n.low and b.high_hz is not distinct from n.high`;
  const columns = [
    bands.map((band) => band.nominalHz),
    bands.map((band) => band.lowHz),
    bands.map((band) => band.highHz),
    bands.map((band) => band.label),
  ];
  const said = `select n.*, (n.place - 1)::integer as position from unnest($2::bigint[], $3::bigint[], $4::bigint[], $5::text[]) with ordinality as n(nominal, low, high, label, place)`;
  await tx.query(
    `with said as (${said})
     update forum.radio_band b set removed_at = forum.now()
      where b.radio_issue_id = $1 and b.removed_at is null and not exists (select 1 from said n where ${same})`,
    [id, ...columns],
  );
  await tx.query(
    `with said as (${said})
     update forum.radio_band b set position = n.position, label = n.label from said n
      where b.radio_issue_id = $1 and b.removed_at is null and ${same} and (b.position <> n.position or b.label is distinct from n.label)`,
    [id, ...columns],
  );
  const fresh = await tx.query<{ position: number }>(
    `with said as (${said})
     select n.position from said n
      where not exists (select 1 from forum.radio_band b where b.radio_issue_id = $1 and b.removed_at is null and ${same})`,
    [id, ...columns],
  );
  for (const { position } of fresh) {
    const band = bands[position];
    if (band)
      await tx.query(
        `insert into forum.radio_band (id, radio_issue_id, position, nominal_hz, low_hz, high_hz, label, audience) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [newId(), id, position, band.nominalHz, band.lowHz, band.highHz, band.label, audience],
      );
  }
}

async function replaceStations(tx: Tx, { id, audience }: Held, stations: IssueFacts['stationRows']): Promise<void> {
  await tx.query(
    `update forum.radio_station set removed_at = forum.now() where radio_issue_id = $1 and removed_at is null`,
    [id],
  );
  for (const [position, row] of stations.entries())
    await tx.query(
      `insert into forum.radio_station (id, radio_issue_id, position, role, side, class, holder, operator, area, latitude_tenths, longitude_tenths,
                                        height_metres, eirp_tenths, antenna, polarisation, audience)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
      [
        newId(),
        id,
        position,
        row.role,
        row.side,
        row.class,
        row.holder,
        row.operator,
        row.area,
        row.latitudeTenths,
        row.longitudeTenths,
        row.heightMetres,
        row.eirpTenths,
        row.antenna,
        row.polarisation,
        audience,
      ],
    );
}

async function replaceReferences(tx: Tx, { id, audience }: Held, references: IssueFacts['references']): Promise<void> {
  await tx.query(
    `update forum.radio_reference set removed_at = forum.now() where radio_issue_id = $1 and removed_at is null`,
    [id],
  );
  for (const [position, row] of references.entries())
    await tx.query(
      `insert into forum.radio_reference (id, radio_issue_id, position, kind, reference, dated, audience) values ($1, $2, $3, $4, $5, $6, $7)`,
      [newId(), id, position, row.kind, row.reference, row.dated, audience],
    );
}

async function assertChannel(tx: Tx, channelId: string | null): Promise<void> {
  if (channelId === null) return;
  const found = await tx.query('select id from forum.channel where id = $1', [channelId]);
  if (found.length === 0) throw radioErrors.channelNotFound();
}

interface SharedTexts {
  readonly title: LocalizedText;
  readonly regions: LocalizedText | null;
  readonly stations: LocalizedText | null;
}

/**
 * Shows a draft to both sides under the next code of its year. Codes are given here and nowhere else, so they have no gap that would tell
 * of a draft; for the same reason versions go on from a round number and revisions of texts begin again. Positions and measurements stay
 * their side's own.
 */
export async function shareIssue(
  tx: Tx,
  { id, title, regions, stations }: SharedTexts & { readonly id: string },
  state: string,
): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 42))', ['radio_issue.code']);
  await tx.query(
    `update forum.radio_issue i set audience = 'joint', status = $2, reported_side = i.origin_side, reported_at = forum.now(), status_since = forum.now(),
            position = (select coalesce(max(o.position), -1) + 1 from forum.radio_issue o where o.position < $3),
            code = (select 'RI-' || n.year || '-' || lpad(n.number, greatest(3, length(n.number)), '0')
                      from (select y.year, (coalesce(max(substring(o.code from '^RI-\\d{4}-(\\d{3,6})$')::integer), 0) + 1)::text as number
                              from (select to_char(forum.now() at time zone 'Asia/Seoul', 'YYYY') as year) y
                              left join forum.radio_issue o on o.code ~ ('^RI-' || y.year || '-\\d{3,6}$')
                             group by y.year) n),
            title = $4, regions = $5, stations = $6,
            version = (i.version / 1000 + 1) * 1000, updated_at = forum.now()
      where i.id = $1`,
    [
      id,
      state,
      DRAFT_POSITION,
      textAsShared(title),
      regions && textAsShared(regions),
      stations && textAsShared(stations),
    ],
  );
  for (const table of ['radio_band', 'radio_station', 'radio_reference'] as const)
    await tx.query(`update forum.${table} set audience = 'joint' where radio_issue_id = $1 and removed_at is null`, [
      id,
    ]);
  await tx.query(
    `update forum.radio_link k set audience = 'joint'
       from forum.radio_issue a, forum.radio_issue b
      where a.id = k.one_id and b.id = k.other_id and $1 in (k.one_id, k.other_id) and k.removed_at is null
        and a.audience = 'joint' and b.audience = 'joint'`,
    [id],
  );
}
