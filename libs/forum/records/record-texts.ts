import { commonErrors } from '#core/kernel';
import { onAccepted, registerProposalSubject } from '#forum/two-key';
import { registerTranslatable, type TranslatableObject } from '#forum/translation';
import { agreeNotPublic, agreeRelease, markAdReferendum, noteAdopted, noteSigned } from './actions/agree-record.js';
import { agreeRecordRules } from './actions/agree-rules.js';
import { translateRecord } from './actions/translate-record.js';
import {
  channelRecordRules,
  recordAdoption,
  recordAdReferendum,
  recordNotPublic,
  recordRelease,
  recordSigning,
} from './domain/proposals.js';
import type { RecordState } from './domain/record.lifecycle.js';
import type { RecordRow } from './domain/record.types.js';
import { printedTitle, recordPath } from './queries/record-briefs.js';
import { recordOfParagraph, recordsById } from './queries/records.js';
import { recordDrafted, recordEdited, recordExchanged, recordWithdrawn } from './records.events.js';

/** What follows when the second key turns, and what proposals about texts are called. */
export function connectRecordsToProposals(): void {
  onAccepted(recordAdReferendum, markAdReferendum);
  onAccepted(recordSigning, noteSigned);
  onAccepted(recordAdoption, noteAdopted);
  onAccepted(recordRelease, agreeRelease);
  onAccepted(recordNotPublic, agreeNotPublic);
  onAccepted(channelRecordRules, agreeRecordRules);
  registerProposalSubject('record', {
    lock: 'select id from forum.record where id = $1 for update',
    find: async (reader, side, ids) =>
      new Map(
        (await recordsById(reader, ids)).map((record) => [
          record.id,
          { title: printedTitle(record, side ?? 'neutral'), path: recordPath(record) },
        ]),
      ),
  });
}

/** States in which words may still move. */
const openStates: readonly RecordState[] = ['drafting', 'exchanged', 'in_negotiation', 'agreed_ad_referendum', 'final'];

const TITLE = 'title';

/** Puts whole texts before the translation desk (domain.md 3.5): the title is an object beside the paragraphs, under the text's own id. */
export function connectRecordsToTranslation(): void {
  registerTranslatable({
    subjectType: 'record_paragraph',
    containerType: 'record',
    ofContainer: async (reader, id) => (await recordsById(reader, [id])).flatMap(translatables),
    find: async (reader, ids) => {
      const records = await recordsById(reader, ids);
      for (const id of ids) {
        if (records.some((record) => record.id === id || record.paragraphs.some((one) => one.id === id))) continue;
        const record = await recordOfParagraph(reader, null, id);
        if (record) records.push(record);
      }
      return records.flatMap(translatables).filter(({ id }) => ids.includes(id));
    },
    write: (tx, { id, version, field, lang, work }) => {
      if (field === TITLE) return translateRecord(tx, { recordId: id, version, lang, work });
      if (field === 'text') return translateRecord(tx, { paragraphId: id, version, lang, work });
      throw commonErrors.notFound();
    },
    changedBy: [recordDrafted, recordEdited, recordExchanged, recordWithdrawn],
  });
}

function translatables(record: RecordRow): TranslatableObject[] {
  const common = {
    containerId: record.id,
    audience: record.audience,
    sessionId: record.sessionId,
    open: openStates.includes(record.state),
  };
  const path = recordPath(record);
  return [
    {
      ...common,
      id: record.id,
      version: record.version,
      label: printedTitle(record, 'neutral'),
      path,
      texts: [{ field: TITLE, text: record.title }],
    },
    ...record.paragraphs.map((paragraph) => ({
      ...common,
      id: paragraph.id,
      version: paragraph.version,
      label: printedTitle(record, 'neutral'),
      path: `${path}#paragraph-${paragraph.id}`,
      texts: [{ field: 'text', text: paragraph.text }],
    })),
  ];
}
