import { sideOrder, type Actor, type LocalizedText, type Side } from '#core/kernel';
import type { ActionDetailRow, CommitmentWork } from '#forum/actions';
import {
  commitmentOffers,
  isAgreed,
  type CommitmentDetailRow,
  type CommitmentRow,
  type ProgressRow,
} from '#forum/commitments';
import type { PostRow } from '#forum/identity';
import { partialDate, shownDate } from '#forum/provenance';
import { sessionTitle } from '#forum/sessions';
import { presentActionSummary } from '../actions/actions.presenter.js';
import { etagOf, type Reading } from '../http/decorators.js';
import { presentText, presentTextOrNull } from '../http/text.view.js';
import { presentPost } from '../identity/identity.presenter.js';
import { presentConflict, presentSource } from '../record/source.view.js';
import type { NamedView } from '../sessions/sessions.dto.js';
import { commitmentChain } from './commitment-chain.js';
import type {
  CommitmentDetailView,
  CommitmentSideView,
  CommitmentSummaryView,
  ProgressRowView,
} from './commitments.views.js';

/** `work` is what posts of either side owe for these commitments. */
export function presentCommitment(
  row: CommitmentRow,
  work: readonly CommitmentWork[],
  side: Side | null,
  reading: Reading,
): CommitmentSummaryView {
  const { area, instrument, session } = row;
  return {
    id: row.id,
    code: row.code,
    text: presentText(row.text, reading),
    area: area && { id: area.id, code: area.code, name: presentText(area.name, reading) },
    strength: row.strength,
    strengthSide: row.strengthSide,
    agreed: isAgreed(row.strength, row.status),
    status: row.status,
    statusAsOf: row.statusAsOf,
    due: row.due && shownDate(row.due),
    topics: row.topics.map(({ code, name }) => ({ code, name: presentText(name, reading) })),
    instrument: instrument && named(instrument.id, instrument.name, reading),
    madeOn: instrument ? shownDate(instrument) : session && partialDate(session.startDate),
    session: session && {
      id: session.id,
      title: presentText(sessionTitle(session, side), reading),
      date: partialDate(session.startDate),
    },
    chapeau: row.chapeau,
    actingSide: row.actingSide,
    measure: presentTextOrNull(row.measure, reading),
    quote: row.quote,
    followed: presentTextOrNull(row.followUp, reading),
    channels: row.channels.map((channel) => ({ ...named(channel.id, channel.name, reading), state: channel.state })),
    sides: sideOrder(side ?? 'neutral', row.host ?? 'kr').map((one) => presentSide(row, work, one, reading)),
    illustrative: row.illustrative,
  };
}

function presentSide(
  row: CommitmentRow,
  work: readonly CommitmentWork[],
  side: Side,
  reading: Reading,
): CommitmentSideView {
  const own = work.find((one) => one.commitmentId === row.id && one.side === side);
  const post = side === 'kr' ? row.krPost : row.jpPost;
  return {
    side,
    acts: row.actingSide === side || row.actingSide === 'both',
    post: presentPostOrNull(post, reading),
    actionsOpen: own?.open ?? 0,
    actionsReported: own?.reported ?? 0,
    actionsConfirmed: own?.confirmed ?? 0,
    actionsOverdue: own?.overdue ?? 0,
    evidence: row.evidenceCount[side],
  };
}

export function presentCommitmentDetail(
  row: CommitmentDetailRow,
  work: readonly CommitmentWork[],
  actions: readonly ActionDetailRow[],
  actor: Actor,
  reading: Reading,
): CommitmentDetailView {
  const { instrument } = row;
  return {
    ...presentCommitment(row, work, actor.side, reading),
    etag: etagOf(row.version),
    followUp: row.followUp && {
      text: presentText(row.followUp, reading),
      sources: row.followUpSources.map(presentSource),
    },
    statusNote: row.statusNote,
    sources: row.sources.map(presentSource),
    evidence: row.evidence,
    evidenceGiven: row.evidenceGiven.map(({ text, session, paper, post, ...given }) => ({
      ...given,
      text: presentTextOrNull(text, reading),
      session: session && named(session.id, sessionTitle(session, actor.side), reading),
      paper: paper && named(paper.id, paper.title, reading),
      post: presentPostOrNull(post, reading),
    })),
    history: row.history.map(({ post, confirmedByPost, ...entry }) => ({
      ...entry,
      post: presentPostOrNull(post, reading),
      confirmedByPost: presentPostOrNull(confirmedByPost, reading),
    })),
    chain: commitmentChain(row, actions, actor.side).map((link) => ({
      ...link,
      title: presentText(link.title, reading),
    })),
    actions: actions.map((action) => presentActionSummary(action, actor.side, reading)),
    conflicts: row.conflicts.map(presentConflict),
    twoKeys: row.strengthSide === null,
    allowedActions: commitmentOffers({ ...row, instrumentState: instrument?.state ?? null }, actor),
  };
}

export function presentProgress(row: ProgressRow, reading: Reading): ProgressRowView {
  return { ...row, counts: { ...row.counts }, name: presentTextOrNull(row.name, reading) };
}

export const presentPostOrNull = (post: PostRow | null, reading: Reading) => post && presentPost(post, reading);

export const named = (id: string, name: LocalizedText, reading: Reading): NamedView => ({
  id,
  name: presentText(name, reading),
});
