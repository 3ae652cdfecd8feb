import type { Language } from '#core/kernel';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { call } from '../../shared/api/client.js';
import type { Problem } from '../../shared/api/problem.js';
import type { components } from '../../shared/api/schema.js';
import type { AgendaItem, AgendaVersion, List, TextField } from '../../shared/api/types.js';
import { useLanguage } from '../../shared/i18n/language.js';
import { textIn } from '../../shared/texts.js';

type VersionDetail = components['schemas']['AgendaVersionDetailView'];

/** So many versions back a wording is looked for. */
const DEPTH = 8;

/**
 * The wording of the source that a stale translation was made from: that of the latest version which holds this very translation beside
 * another source, else the latest other wording that was exchanged. Null when there is none.
 */
export function useSourceBefore(
  sessionId: string,
  item: AgendaItem,
  field: TextField,
  source: Language,
  target: Language,
): UseQueryResult<string | null, Problem> {
  const lang = useLanguage();
  const now = item[field];
  const translated = now ? textIn(now, target) : undefined;
  const present = now ? textIn(now, source)?.text : undefined;
  return useQuery<string | null, Problem>({
    queryKey: ['agenda-source-before', item.id, item.etag, field, target],
    enabled: translated?.stale === true,
    retry: false,
    queryFn: async ({ signal }) => {
      const versions = await call<List<AgendaVersion>>('GET', `/sessions/${sessionId}/agenda/versions`, {
        lang,
        signal,
      });
      let latest: string | null = null;
      for (const { id } of versions.items.slice(0, DEPTH)) {
        const version = await call<VersionDetail>('GET', `/agenda-versions/${id}`, { lang, signal });
        const kept = version.items.find((row) => row.id === item.id)?.[field];
        if (!kept || kept[source] === null || kept[source] === present) continue;
        if (kept[target] === translated?.text) return kept[source];
        latest ??= kept[source];
      }
      return latest;
    },
  });
}
