import { registerViolations } from '#platform/database';
import { glossaryErrors } from './domain/glossary.errors.js';
import { connectGlossaryToProposals } from './glossary-proposals.js';

registerViolations({ uq_glossary_term_code: glossaryErrors.codeTaken });
connectGlossaryToProposals();

export { AcceptTerms, type AcceptedTerm } from './actions/accept-terms.js';
export { ImportTerms, MAX_PROPOSALS, type ImportTermsInput } from './actions/import-terms.js';
export {
  ProposeChange,
  ProposeRestoration,
  ProposeRetirement,
  ProposeTerm,
  type ProposeChangeInput,
  type ProposeTermInput,
  type TermInput,
} from './actions/propose-term.js';
export { seedGlossary } from './actions/seed-glossary.js';
export type { CheckInput, GlossaryCheck, OffGlossary, TermHit } from './domain/check-texts.js';
export type { FalseFriend, FriendMark } from './domain/find-false-friends.js';
export { glossaryErrors } from './domain/glossary.errors.js';
export {
  holdsKey,
  termContext,
  termLifecycle,
  termOffers,
  termStates,
  type TermState,
} from './domain/glossary.lifecycle.js';
export {
  areaOf,
  AREAS,
  formsOf,
  termChanges,
  type TermChange,
  type TermContent,
  type TermForms,
  type TermProposal,
  type TermRow,
  type TermWords,
} from './domain/glossary.types.js';
export { perLanguage } from './domain/cell.js';
export type { LexiconTerm } from './domain/lexicon.js';
export type { ListFiles } from './domain/listed-terms.js';
export type { RowPlan } from './domain/plan-import.js';
export { changedParts, noteOf, type ChangedPart } from './domain/term-content.js';
export { termFileFormats, type TermFileFormat } from './domain/file-term.types.js';
export { MAX_FILE_BYTES } from './files/read-term-file.js';
export { writeTermBase, writeTermTable } from './files/write-term-file.js';
export { glossaryLoaded, glossaryTermAgreed, glossaryTermDropped } from './glossary.events.js';
export { GlossaryModule } from './glossary.module.js';
export { glossaryTerm } from './glossary-proposals.js';
export { glossaryEntities } from './persistence/glossary.entities.js';
export { checkGlossary, readLexicon } from './queries/lexicon.js';
export { previewImport, type ImportPlan } from './queries/preview-import.js';
export { termHistory, type TermVersionRow } from './queries/term-history.js';
export { countAreas, findTerm, listTerms, termsByCode, type TermFilter } from './queries/terms.js';
