import { wallClock } from '#core/i18n';
import { newText, type LocalizedText, type Side } from '#core/kernel';
import type { ActionDetailRow } from '#forum/actions';
import type { CommitmentDetailRow, CommitmentEvidenceRow, CommitmentLinkRow } from '#forum/commitments';
import { partialDate, shownDate, type PartialDate } from '#forum/provenance';
import { sessionTitle, type SessionRef } from '#forum/sessions';

export const CHAIN_KINDS = [
  'instrument',
  'session',
  'clause',
  'channel',
  'channel_session',
  'action',
  'evidence',
  'confirmation',
  'silence',
] as const;
export type ChainKind = (typeof CHAIN_KINDS)[number];

export interface ChainLink {
  readonly kind: ChainKind;
  readonly title: LocalizedText;
  readonly date: PartialDate | null;
  readonly href: string | null;
  readonly state: string | null;
  readonly side: Side | null;
}

/**
 * The way of one obligation: where it was written and in which session, the clause itself, the channels it led to with their rounds,
 * what the record says followed, then every action with its evidence and the other side's confirmation. Links that the reader may not
 * see are absent, because their rows were never read.
 */
export function commitmentChain(
  row: CommitmentDetailRow,
  actions: readonly ActionDetailRow[],
  side: Side | null,
): ChainLink[] {
  const { instrument, session } = row;
  return [
    ...(instrument
      ? [link('instrument', instrument.name, shownDate(instrument), `/instruments/${instrument.id}`)]
      : []),
    ...(session ? [sessionLink('session', session, side)] : []),
    {
      ...link('clause', row.text, row.due && shownDate(row.due), `/commitments/${row.id}`),
      state: row.status,
      side: row.strengthSide,
    },
    ...row.links.flatMap(channelLinks),
    ...row.evidenceGiven.map((evidence) => evidenceLink(row, evidence, side)),
    ...confirmations(row),
    ...(row.followUp
      ? [link('evidence', row.followUp, row.statusAsOf === null ? null : partialDate(row.statusAsOf), null)]
      : []),
    ...actions.flatMap(actionLinks),
  ];
}

function link(kind: ChainKind, title: LocalizedText, date: PartialDate | null, href: string | null): ChainLink {
  return { kind, title, date, href, state: null, side: null };
}

function sessionLink(kind: ChainKind, session: SessionRef, side: Side | null): ChainLink {
  return link(kind, sessionTitle(session, side), partialDate(session.startDate), `/sessions/${session.id}`);
}

/** A round leads to its session where there is one, else to the channel's page; a milestone is evidence, not a meeting. */
function channelLinks({ channelId, name, state, events, sessions }: CommitmentLinkRow): ChainLink[] {
  const href = `/channels/${channelId}`;
  return [
    { ...link('channel', name, null, href), state },
    ...events.map((event): ChainLink => {
      const held = sessions.find(({ day }) => day === event.day);
      if (event.type === 'milestone') return link('evidence', event.text ?? name, shownDate(event), href);
      return {
        ...link('channel_session', event.text ?? name, shownDate(event), held ? `/sessions/${held.id}` : href),
        state: 'held',
      };
    }),
  ];
}

/** What a side gave to show how far it has come. */
function evidenceLink(row: CommitmentDetailRow, given: CommitmentEvidenceRow, side: Side | null): ChainLink {
  const { session, paper } = given;
  const title =
    given.text ?? (session ? sessionTitle(session, side) : (paper?.title ?? newText('en', given.url ?? row.code)));
  const page = session ? `/sessions/${session.id}` : paper ? `/papers/${paper.id}` : `/commitments/${row.id}`;
  return { ...link('evidence', title, dayAt(given.at, given.side), given.url ?? page), side: given.side };
}

/** Statuses that the other side has confirmed. */
function confirmations(row: CommitmentDetailRow): ChainLink[] {
  return row.history
    .filter(({ event, confirmedBy }) => event === 'statusChanged' && confirmedBy !== null)
    .map((entry) => ({
      ...link('confirmation', row.text, dayAt(entry.at, entry.confirmedBy), `/commitments/${row.id}`),
      state: entry.to,
      side: entry.confirmedBy,
    }));
}

const dayAt = (at: string, side: Side | null): PartialDate =>
  partialDate(wallClock(at, side === 'jp' ? 'Asia/Tokyo' : 'Asia/Seoul').date);

function actionLinks(action: ActionDetailRow): ChainLink[] {
  const href = `/actions/${action.id}`;
  const day = (at: string): PartialDate => dayAt(at, action.ownerSide);
  const evidence = action.evidence.map((entry): ChainLink => ({
    ...link('evidence', entry.text ?? newText('en', entry.url ?? action.number), day(entry.at), entry.url ?? href),
    side: entry.side,
  }));
  const confirmed =
    action.state === 'done_confirmed'
      ? action.history.filter(({ event }) => event === 'doneConfirmed' || event === 'confirmedBySilence').slice(-1)
      : [];
  return [
    { ...link('action', action.title, partialDate(action.due), href), state: action.state, side: action.ownerSide },
    ...evidence,
    ...confirmed.map((entry): ChainLink => ({
      // Nobody's word: the days for an answer were over.
      ...link(entry.event === 'doneConfirmed' ? 'confirmation' : 'silence', action.title, day(entry.at), href),
      state: action.state,
      side: entry.side,
    })),
  ];
}
