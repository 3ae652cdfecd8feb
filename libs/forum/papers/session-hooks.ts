import { commonErrors, type LocalizedText } from '#core/kernel';
import { subscribeInTx } from '#platform/database';
import { agendaExchanged } from '#forum/agenda';
import { registerReadinessCheck } from '#forum/sessions';
import { registerTranslatable, type TranslatableObject } from '#forum/translation';
import { onAccepted, registerProposalSubject } from '#forum/two-key';
import { translatePaper } from './actions/translate-paper.js';
import { agreeWidening } from './actions/widen-paper.js';
import { paperRule } from './domain/deadline.js';
import { papersErrors } from './domain/papers.errors.js';
import { isNarrower, type PaperRow } from './domain/papers.types.js';
import { paperWiden } from './paper-proposals.js';
import { paperEdited, paperReleased, paperWidened, paperWithdrawn } from './papers.events.js';
import { alignLinks } from './persistence/papers.repository.js';
import { countUnsent, papersById } from './queries/papers.js';

/** What papers say to the capabilities before them. */
export function connectPapers(): void {
  onAccepted(paperWiden, agreeWidening);
  registerProposalSubject('paper', {
    lock: 'select id from forum.paper where id = $1 for update',
    find: async (reader, _side, ids) =>
      new Map(
        (await papersById(reader, ids)).map((paper) => [
          paper.id,
          { title: titled(paper), path: `/papers/${paper.id}` },
        ]),
      ),
  });

  // A side's own promise holds up nobody but itself: the other side never learns of it.
  registerReadinessCheck(
    async (reader, sessionId) => {
      const count = await countUnsent(reader, sessionId);
      return count > 0 ? [papersErrors.notSubmitted({ count })] : [];
    },
    { [papersErrors.notSubmitted.code]: paperRule },
  );

  // An item that was a draft is shared now; the shared papers that belong to it show so.
  subscribeInTx(agendaExchanged, async (tx, { agendaId }) => {
    const papers = await tx.query<{ id: string }>(
      `select distinct l.paper_id as id from forum.paper_agenda_item l join forum.agenda_item i on i.id = l.item_id
        where i.agenda_id = $1 and l.audience in ('kr','jp') and i.audience not in ('kr','jp')`,
      [agendaId],
    );
    for (const { id } of papers) await alignLinks(tx, id);
  });

  registerTranslatable({
    subjectType: 'paper',
    containerType: 'paper',
    ofContainer: async (reader, id) => (await papersById(reader, [id])).map(translatable),
    find: async (reader, ids) => (await papersById(reader, ids)).map(translatable),
    write: async (tx, { id, version, field, lang, work }) => {
      if (field !== 'title') throw commonErrors.notFound();
      await translatePaper(tx, { paperId: id, version, lang, work });
    },
    changedBy: [paperEdited, paperReleased, paperWidened, paperWithdrawn],
  });
}

function translatable(paper: PaperRow): TranslatableObject {
  return {
    id: paper.id,
    containerId: paper.id,
    version: paper.version,
    audience: paper.audience,
    label: titled(paper),
    path: `/papers/${paper.id}`,
    sessionId: paper.sessionId,
    open: paper.state !== 'withdrawn' && !isNarrower('joint', paper.audience),
    texts: [{ field: 'title', text: paper.title }],
  };
}

/** The title with the symbol before it, once there is one. */
function titled({ title, symbol }: PaperRow): LocalizedText {
  if (symbol === null) return title;
  const named = (lang: 'ko' | 'ja' | 'en') => {
    const text = title[lang];
    return text ? { [lang]: { ...text, text: `${symbol} ${text.text}` } } : {};
  };
  return { ...title, ...named('ko'), ...named('ja'), ...named('en') };
}
