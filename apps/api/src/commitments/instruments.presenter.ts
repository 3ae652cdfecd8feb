import { isId, sideOrder, type Actor } from '#core/kernel';
import type { CommitmentWork } from '#forum/actions';
import {
  checkOffer,
  countGaps,
  instrumentOffers,
  postingDue,
  type InstrumentDetailRow,
  type InstrumentRow,
} from '#forum/commitments';
import type { RuleBook } from '#forum/reminder-rules';
import { sessionTitle } from '#forum/sessions';
import type { WorkingCalendar } from '#forum/working-days';
import { etagOf, type Reading } from '../http/decorators.js';
import { presentText, presentTextOrNull } from '../http/text.view.js';
import { presentPost } from '../identity/identity.presenter.js';
import { presentConflict, presentDate, presentSource } from '../record/source.view.js';
import { named, presentCommitment } from './commitments.presenter.js';
import type { InstrumentCheckView, InstrumentDetailView, InstrumentSummaryView } from './instruments.views.js';

export function presentInstrument(row: InstrumentRow, reading: Reading): InstrumentSummaryView {
  return {
    id: row.id,
    code: isId(row.code) ? null : row.code,
    name: presentText(row.name, reading),
    kind: row.kind,
    date: presentDate(row.value, row.precision),
    legal: row.legal,
    place: presentTextOrNull(row.place, reading),
    counts: { ...row.counts },
    state: row.state,
    originSide: row.originSide,
    illustrative: row.illustrative,
  };
}

/** What says by when an arrangement is posted. */
export interface PostingDays {
  readonly calendar: WorkingCalendar;
  /** Those of the channel it was concluded in. */
  readonly rules: RuleBook;
}

export function presentInstrumentDetail(
  row: InstrumentDetailRow,
  work: readonly CommitmentWork[],
  days: PostingDays,
  actor: Actor,
  reading: Reading,
): InstrumentDetailView {
  const { session, krSignatory, jpSignatory } = row;
  const posts = { kr: krSignatory, jp: jpSignatory };
  const gaps = gapsOf(row);
  const facts = { ...row, clauseCount: row.commitments.length, gaps };
  const checks = row.kind === 'agency_arrangement';
  return {
    ...presentInstrument(row, reading),
    etag: etagOf(row.version),
    areas: row.areas.map((area) => ({ id: area.id, code: area.code, name: presentText(area.name, reading) })),
    commitments: row.commitments.map((commitment) => presentCommitment(commitment, work, actor.side, reading)),
    sources: row.sources.map(presentSource),
    conflicts: row.conflicts.map(presentConflict),
    note: row.note,
    textAvailable: row.textAvailable,
    evidence: row.evidence,
    session: session && named(session.id, sessionTitle(session, actor.side), reading),
    signatories: sideOrder(actor.side ?? 'neutral', row.host ?? 'kr').flatMap((side) => {
      const post = posts[side];
      return post ? [presentPost(post, reading)] : [];
    }),
    copyLanguages: [...row.copyLanguages],
    gaps,
    check: checks && checkOffer(actor).allowed ? presentCheck(row, days) : null,
    allowedActions: [...instrumentOffers(facts, actor), ...(checks && actor.side === 'kr' ? [checkOffer(actor)] : [])],
  };
}

/** The time limit runs from the day of conclusion, which a month alone does not tell. */
function presentCheck(row: InstrumentDetailRow, { calendar, rules }: PostingDays): InstrumentCheckView {
  const known = row.check ?? {
    ...{ makesNoRights: false, makesNoBudget: false, makesNoExemption: false },
    ...{ consultedOn: null, postedOn: null, postingUrl: null, note: null },
  };
  const concluded = row.state === 'recorded' && row.precision === 'day';
  return { ...known, postingDue: concluded ? postingDue(row.value, calendar, rules) : null };
}

/** What is recorded has no gap to close: texts of the record stay as they are. */
function gapsOf({ state, name, place, commitments }: InstrumentDetailRow): number {
  if (state === 'recorded' || state === 'withdrawn') return 0;
  const areas = new Map(commitments.flatMap(({ area }) => (area ? [[area.id, area.name] as const] : [])));
  return countGaps([name, place, ...areas.values(), ...commitments.flatMap(({ text, measure }) => [text, measure])]);
}
