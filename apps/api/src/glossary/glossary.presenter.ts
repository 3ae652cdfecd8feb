import { createTranslator } from '#core/i18n';
import type { Actor, Allowed } from '#core/kernel';
import {
  areaOf,
  holdsKey,
  perLanguage,
  termContext,
  termLifecycle,
  termOffers,
  type GlossaryCheck,
  type ImportPlan,
  type LexiconTerm,
  type RowPlan,
  type TermContent,
  type TermRow,
  type TermVersionRow,
} from '#forum/glossary';
import { commonErrors } from '#core/kernel';
import type { ProposalRow } from '#forum/two-key';
import { etagOf, type Reading } from '../http/decorators.js';
import { presentTextOrNull } from '../http/text.view.js';
import { presentProposal } from '../proposals/proposals.presenter.js';
import type { AgreedTermsView, FalseFriendView, GlossaryCheckView } from './glossary-check.dto.js';
import type { TermImportView } from './glossary-files.dto.js';
import type { GlossaryTermView, TermVersionView, TermWordsView } from './glossary.dto.js';

/** One term with what is openly proposed for it. */
export function presentTerm(
  term: TermRow,
  proposals: readonly ProposalRow[],
  actor: Actor,
  reading: Reading,
): GlossaryTermView {
  const { id, code, state, note, binding, origin, updatedAt } = term;
  return {
    id,
    etag: etagOf(term.version),
    code,
    area: areaOf(code),
    state,
    words: presentWords(term),
    note: presentTextOrNull(note, reading),
    binding,
    origin,
    updatedAt,
    proposals: proposals.map((proposal) => presentProposal(proposal, undefined, actor, reading)),
    allowedActions: termLifecycle
      .allowedActions(state, termContext(actor))
      .filter(({ action }) => termOffers.includes(action)),
  };
}

const presentWords = ({ words }: Pick<TermContent, 'words'>): TermWordsView =>
  perLanguage((lang) => ({
    term: words[lang].term,
    also: [...words[lang].also],
    avoid: [...words[lang].avoid],
  }));

/** What may be done with the glossary as a whole. */
export function presentGlossaryActions(actor: Actor): Allowed[] {
  const reason = holdsKey(actor) ? null : commonErrors.forbidden.code;
  return ['propose-term', 'import', 'accept'].map((action) => ({ action, allowed: reason === null, reason }));
}

export function presentVersion(row: TermVersionRow, actor: Actor, reading: Reading): TermVersionView {
  const { number, change, content, hash, at, proposal } = row;
  return {
    number,
    change,
    words: presentWords(content),
    note: presentTextOrNull(content.note, reading),
    hash,
    at,
    proposal: proposal && presentProposal(proposal, undefined, actor, reading),
  };
}

/** What was found in texts, with its reasons in the reader's language. */
export function presentCheck(
  check: GlossaryCheck,
  idsByCode: ReadonlyMap<string, string>,
  reading: Reading,
): GlossaryCheckView {
  const { t } = createTranslator(reading.language);
  return {
    hits: check.hits.map(({ term, ...span }) => ({ termId: term.id, code: term.code, ...span, agreed: agreed(term) })),
    offGlossary: check.offGlossary.map(({ term, lang, found, start, end, offer, source }) => ({
      ...{ termId: term.id, code: term.code, lang, found, start, end, offer, source },
      agreed: agreed(term),
    })),
    falseFriends: check.falseFriends.map(({ code, kind, termCode, marks }): FalseFriendView => ({
      code,
      kind,
      explanation: t(`glossary:falseFriends.${code}`),
      termId: termCode === null ? null : (idsByCode.get(termCode) ?? null),
      marks: marks.map(({ offers, ...span }) => ({ ...span, offers: [...offers] })),
    })),
  };
}

const agreed = ({ words }: LexiconTerm): AgreedTermsView => perLanguage((lang) => words[lang].term);

export function presentImport({ rows, seen }: ImportPlan, applied: boolean): TermImportView {
  const count = (outcome: RowPlan['outcome']): number => rows.filter((row) => row.outcome === outcome).length;
  return {
    seen,
    applied,
    added: count('added'),
    changed: count('changed'),
    unchanged: count('unchanged'),
    proposed: count('proposed'),
    refused: count('refused'),
    rows: rows.map((plan) => ({
      line: plan.row.line,
      code: plan.row.code,
      terms: perLanguage((lang) => plan.row.words[lang].term),
      outcome: plan.outcome,
      parts: plan.outcome === 'changed' ? [...plan.parts] : [],
      termId: 'term' in plan ? plan.term.id : null,
      fault: plan.outcome === 'refused' ? plan.fault.code : null,
      params: plan.outcome === 'refused' ? plan.fault.params : {},
    })),
  };
}
