import type { Tx } from '#platform/database';
import { takeOver, type RecordRow, type RecordTable, type TakeOverCounts } from '#forum/provenance';
import type { History } from '../domain/history.schema.js';
import type { RecordLinks } from '../domain/links.schema.js';
import {
  channelEventRows,
  channelNameRows,
  channelPartyRows,
  channelRows,
  contextEventRows,
  topicRows,
} from '../domain/rows/channel-rows.js';
import {
  areaRows,
  commitmentLinkRows,
  commitmentRows,
  conflictRows,
  instrumentRows,
} from '../domain/rows/commitment-rows.js';
import {
  bodyNameRows,
  bodyRows,
  personNameRows,
  personRows,
  postHolderRows,
  postRows,
  sourceRows,
} from '../domain/rows/identity-rows.js';
import { exchangeProgrammeRows, exhibitionRows, multilateralMeetingRows } from '../domain/rows/occasion-rows.js';
import { radioBandRows, radioEventRows, radioIssueRows } from '../domain/rows/radio-rows.js';
import { agendaItemRows, agendaRows, sessionRows } from '../domain/rows/session-rows.js';

/** Ids of the rows taken over so far, by table and by their name in the record. */
type IdsOf = (table: RecordTable) => ReadonlyMap<string, string>;

/** One table of the record; later steps refer to the ids of earlier ones. */
interface Step {
  readonly table: RecordTable;
  readonly rows: (history: History, idsOf: IdsOf, links: RecordLinks) => readonly RecordRow[];
  /** Rows with a life of their own: written once, never touched by a later import. */
  readonly once?: boolean;
}

/** The tables in the order in which they lean on each other. */
export const importSteps: readonly Step[] = [
  { table: 'source', rows: (history) => sourceRows(history) },
  { table: 'body', rows: (history) => bodyRows(history) },
  { table: 'body_name', rows: (history, ids) => bodyNameRows(history, ids('body')) },
  { table: 'person', rows: (history) => personRows(history) },
  { table: 'person_name', rows: (history, ids) => personNameRows(history, ids('person')) },
  { table: 'post', rows: (history, ids) => postRows(history, ids('body')) },
  { table: 'post_holder', rows: (history, ids) => postHolderRows(history, ids('person'), ids('post')) },
  { table: 'topic', rows: (history) => topicRows(history) },
  { table: 'channel', rows: (history) => channelRows(history) },
  { table: 'channel_name', rows: (history, ids) => channelNameRows(history, ids('channel')) },
  { table: 'channel_party', rows: (history, ids) => channelPartyRows(history, ids('channel'), ids('body')) },
  { table: 'channel_event', rows: (history, ids) => channelEventRows(history, ids('channel')) },
  { table: 'session', rows: (history, ids) => sessionRows(history, ids('channel')) },
  { table: 'instrument', rows: (history) => instrumentRows(history) },
  { table: 'instrument_area', rows: (history, ids) => areaRows(history, ids('instrument')) },
  {
    table: 'commitment',
    rows: (history, ids) =>
      commitmentRows(history, {
        instruments: ids('instrument'),
        areas: ids('instrument_area'),
        sessions: ids('session'),
      }),
  },
  { table: 'commitment_link', rows: (_, ids, links) => commitmentLinkRows(links, ids('commitment'), ids('channel')) },
  { table: 'radio_issue', rows: (history) => radioIssueRows(history) },
  { table: 'radio_band', rows: (history, ids) => radioBandRows(history, ids('radio_issue')) },
  { table: 'radio_event', rows: (history, ids) => radioEventRows(history, ids('radio_issue')) },
  { table: 'multilateral_meeting', rows: (history, ids) => multilateralMeetingRows(history, ids('body')) },
  { table: 'exhibition', rows: (history, ids) => exhibitionRows(history, ids('body')) },
  { table: 'exchange_programme', rows: (history, ids) => exchangeProgrammeRows(history, ids('commitment')) },
  { table: 'context_event', rows: (history) => contextEventRows(history) },
  { table: 'conflict', rows: (history, _, links) => conflictRows(history, links) },
  { table: 'agenda', rows: (history, ids) => agendaRows(history, ids('session')), once: true },
  { table: 'agenda_item', rows: (history, ids) => agendaItemRows(history, ids('agenda')), once: true },
];

/** Runs all steps in the transaction; `told` hears each table before it is written. */
export async function runSteps(
  tx: Tx,
  history: History,
  links: RecordLinks,
  told: (table: RecordTable) => void,
): Promise<Map<RecordTable, TakeOverCounts>> {
  const ids = new Map<RecordTable, ReadonlyMap<string, string>>();
  const counts = new Map<RecordTable, TakeOverCounts>();
  for (const { table, rows, once } of importSteps) {
    told(table);
    const taken = await takeOver(
      tx,
      table,
      rows(history, (of) => ids.get(of) ?? new Map<string, string>(), links),
      { once: once ?? false },
    );
    ids.set(table, taken.ids);
    counts.set(table, taken.counts);
  }
  return counts;
}
