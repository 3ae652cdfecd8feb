import { registerViolations } from '#platform/database';
import { papersErrors } from './domain/papers.errors.js';
import { connectPapers } from './session-hooks.js';

registerViolations({ uq_paper_release_open: papersErrors.releasePlanned });
connectPapers();

export { AddFile, KeepFile, type AddFileInput } from './actions/add-file.js';
export { AnnouncePaper, type AnnouncePaperInput } from './actions/announce-paper.js';
export { carryDueRelease } from './actions/carry-releases.js';
export { EditPaper, type EditPaperInput } from './actions/edit-paper.js';
export { LogReading } from './actions/log-reading.js';
export { CancelRelease, ReleasePaper, ReviewPaper } from './actions/release-paper.js';
export { sweepDue, sweepFiles } from './actions/sweep-files.js';
export { TranslatePaper } from './actions/translate-paper.js';
export { ProposeWidening } from './actions/widen-paper.js';
export { WithdrawPaper } from './actions/withdraw-paper.js';
export { isFileLate, isPaperLate, paperDueDate } from './domain/deadline.js';
export { mayDraft, paperContext, takesPapers } from './domain/paper-context.js';
export type { WidenContent } from './domain/paper-content.js';
export { paperLifecycle, paperOffers, paperStates, type PaperState } from './domain/paper.lifecycle.js';
export { papersErrors } from './domain/papers.errors.js';
export {
  currentFile,
  grades,
  isOutdated,
  isShared as isSharedPaper,
  supersedeKinds,
  widenTargets,
  type Grade,
  type PaperFileRow,
  type PaperReleaseRow,
  type PaperRow,
  type PaperSession,
  type ReleaseTarget,
  type SupersedeKind,
  type WidenTarget,
} from './domain/papers.types.js';
export { PapersModule } from './papers.module.js';
export { sweepFilesJob } from './papers.jobs.js';
export {
  paperAnnounced,
  paperFileAdded,
  paperFileRead,
  paperReleased,
  paperReleasePlanned,
  paperWidened,
  paperWithdrawn,
} from './papers.events.js';
export { PaperEntity, papersEntities } from './persistence/papers.entities.js';
export { findPaperSession } from './queries/paper-session.js';
export {
  chainOf,
  findFileContent,
  findPaper,
  papersOfSession,
  type ChainLink,
  type FileContent,
} from './queries/papers.js';
