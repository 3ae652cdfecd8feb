import { Module } from '@nestjs/common';
import { RecordsModule } from '#forum/records';
import { RecordActsController } from './record-acts.controller.js';
import { RecordDocumentsController } from './record-documents.controller.js';
import { RecordParagraphsController } from './record-paragraphs.controller.js';
import { RecordProposalsController } from './record-proposals.controller.js';
import { RecordVersionsController } from './record-versions.controller.js';
import { SessionRecordsController } from './session-records.controller.js';
import { SessionRecordsReader } from './session-records-reader.js';

@Module({
  imports: [RecordsModule],
  controllers: [
    SessionRecordsController,
    RecordParagraphsController,
    RecordActsController,
    RecordProposalsController,
    RecordVersionsController,
    RecordDocumentsController,
  ],
  providers: [SessionRecordsReader],
})
export class SessionRecordsApiModule {}
