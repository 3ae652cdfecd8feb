import type { Actor, Side } from '#core/kernel';
import type { ActionDetailRow } from '#forum/actions';
import {
  isAgreed,
  type CommitmentDetailRow,
  type CommitmentRow,
  type InstrumentDetailRow,
  type InstrumentRow,
} from '#forum/commitments';
import { partialDate, shownDate } from '#forum/provenance';
import { sessionTitle } from '#forum/sessions';
import { presentActionSummary } from '../actions/actions.presenter.js';
import type { Reading } from '../http/decorators.js';
import { presentText, presentTextOrNull } from '../http/text.view.js';
import { presentConflict, presentDate, presentSource } from '../record/source.view.js';
import { commitmentChain } from './commitment-chain.js';
import type {
  CommitmentDetailView,
  CommitmentSummaryView,
  InstrumentDetailView,
  InstrumentSummaryView,
} from './commitments.dto.js';

export function presentInstrument(row: InstrumentRow, reading: Reading): InstrumentSummaryView {
  return {
    id: row.id,
    code: row.code,
    name: presentText(row.name, reading),
    kind: row.kind,
    date: presentDate(row.value, row.precision),
    legal: row.legal,
    place: presentTextOrNull(row.place, reading),
    counts: { ...row.counts },
    illustrative: row.illustrative,
  };
}

export function presentInstrumentDetail(
  row: InstrumentDetailRow,
  actor: Actor,
  reading: Reading,
): InstrumentDetailView {
  return {
    ...presentInstrument(row, reading),
    areas: row.areas.map(({ code, name }) => ({ code, name: presentText(name, reading) })),
    commitments: row.commitments.map((commitment) => presentCommitment(commitment, actor.side, reading)),
    sources: row.sources.map(presentSource),
    conflicts: row.conflicts.map(presentConflict),
    note: row.note,
    textAvailable: row.textAvailable,
    evidence: row.evidence,
  };
}

export function presentCommitment(row: CommitmentRow, side: Side | null, reading: Reading): CommitmentSummaryView {
  const { area, instrument, session } = row;
  return {
    id: row.id,
    code: row.code,
    text: presentText(row.text, reading),
    area: area && { code: area.code, name: presentText(area.name, reading) },
    strength: row.strength,
    strengthSide: row.strengthSide,
    agreed: isAgreed(row.strength),
    status: row.status,
    statusAsOf: row.statusAsOf,
    due: row.due && shownDate(row.due),
    topics: row.topics.map(({ code, name }) => ({ code, name: presentText(name, reading) })),
    instrument: instrument && { id: instrument.id, name: presentText(instrument.name, reading) },
    session: session && {
      id: session.id,
      title: presentText(sessionTitle(session, side), reading),
      date: partialDate(session.startDate),
    },
    illustrative: row.illustrative,
  };
}

export function presentCommitmentDetail(
  row: CommitmentDetailRow,
  actions: readonly ActionDetailRow[],
  actor: Actor,
  reading: Reading,
): CommitmentDetailView {
  return {
    ...presentCommitment(row, actor.side, reading),
    followUp: row.followUp && {
      text: presentText(row.followUp, reading),
      sources: row.followUpSources.map(presentSource),
    },
    statusNote: row.statusNote,
    sources: row.sources.map(presentSource),
    evidence: row.evidence,
    chain: commitmentChain(row, actions, actor.side).map((link) => ({
      ...link,
      title: presentText(link.title, reading),
    })),
    actions: actions.map((action) => presentActionSummary(action, actor.side, reading)),
    conflicts: row.conflicts.map(presentConflict),
  };
}
