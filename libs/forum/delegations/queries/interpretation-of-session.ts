import type { Reader } from '#platform/database';
import type { InterpretationRow, PaperRow } from '../domain/interpretation.types.js';

type Arranged = Omit<InterpretationRow, 'interpreters' | 'papers'>;

/** How a session is interpreted, with the interpreters named beside the lists and the papers its reader may see. */
export async function interpretationOfSession(reader: Reader, sessionId: string): Promise<InterpretationRow> {
  const [row] = await reader.query<Arranged & Pick<InterpretationRow, 'interpreters' | 'papers'>>(
    `select s.id as "sessionId", i.direction, i.mode, i.provider, coalesce(i.equipment, '{}') as equipment,
            i.glossary_version as "glossaryVersion", i.factor_percent as "factorPercent",
            to_json(i.confirmed_at) #>> '{}' as "confirmedAt", coalesce(i.version, 0) as version,
            coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'side', p.side, 'names', p.names, 'agency', p.agency) order by p.side, p.id)
                        from forum.interpreter p where p.session_id = s.id and p.removed_at is null), '[]') as interpreters,
            coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'side', t.side, 'title', t.title, 'sourceLang', t.source_lang, 'targetLang', t.target_lang,
                                         'amount', t.amount, 'deliveredAt', t.delivered_at, 'audience', t.audience, 'version', t.version) order by t.side, t.id)
                        from forum.translation_paper t where t.session_id = s.id), '[]') as papers
       from forum.session s left join forum.interpretation i on i.session_id = s.id where s.id = $1`,
    [sessionId],
  );
  return row ?? nothingArranged(sessionId);
}

function nothingArranged(sessionId: string): InterpretationRow {
  return {
    sessionId,
    direction: null,
    mode: null,
    provider: null,
    equipment: [],
    glossaryVersion: null,
    factorPercent: null,
    confirmedAt: null,
    version: 0,
    interpreters: [],
    papers: [],
  };
}

/** One paper, locked, with its session; undefined when there is none to see. */
export async function findPaper(reader: Reader, id: string): Promise<(PaperRow & { sessionId: string }) | undefined> {
  const [row] = await reader.query<PaperRow & { sessionId: string }>(
    `select id, session_id as "sessionId", side, title, source_lang as "sourceLang", target_lang as "targetLang", amount,
            to_json(delivered_at) #>> '{}' as "deliveredAt", audience, version
       from forum.translation_paper where id = $1 for update`,
    [id],
  );
  return row;
}
