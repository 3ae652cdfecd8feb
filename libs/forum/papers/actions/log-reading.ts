import { Injectable } from '@nestjs/common';
import type { Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { paperFileRead } from '../papers.events.js';
import type { FileContent } from '../queries/papers.js';

/** Writes down who reads a restricted file (domain.md 2). The trail belongs to the reader's side; readers without one are in the joint trail. */
@Injectable()
export class LogReading {
  constructor(private readonly database: Database) {}

  async run(actor: Actor, file: FileContent): Promise<void> {
    if (file.grade !== 'restricted') return;
    await this.database.runInTx(actor, (tx) =>
      tx.publish(
        paperFileRead,
        { sessionId: file.sessionId, paperId: file.paperId, fileId: file.id, language: file.lang },
        { audience: actor.side ?? 'joint', subjectType: 'paper', subjectId: file.paperId },
      ),
    );
  }
}
