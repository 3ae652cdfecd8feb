import { Module } from '@nestjs/common';
import { AddFile, KeepFile } from './actions/add-file.js';
import { AnnouncePaper } from './actions/announce-paper.js';
import { EditPaper } from './actions/edit-paper.js';
import { LogReading } from './actions/log-reading.js';
import { CancelRelease, ReleasePaper, ReviewPaper } from './actions/release-paper.js';
import { TranslatePaper } from './actions/translate-paper.js';
import { ProposeWidening } from './actions/widen-paper.js';
import { WithdrawPaper } from './actions/withdraw-paper.js';

const actions = [
  AnnouncePaper,
  EditPaper,
  TranslatePaper,
  AddFile,
  KeepFile,
  ReviewPaper,
  ReleasePaper,
  CancelRelease,
  ProposeWidening,
  WithdrawPaper,
  LogReading,
];

/** Papers of sessions; expects `Database` to be provided globally. */
@Module({ providers: actions, exports: actions })
export class PapersModule {}
