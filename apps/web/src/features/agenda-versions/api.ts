import type { UseQueryResult } from '@tanstack/react-query';
import { useRead } from '../../shared/api/hooks.js';
import type { Problem } from '../../shared/api/problem.js';
import type { AgendaDiff, AgendaVersion, List } from '../../shared/api/types.js';

/** In the address in place of the id of a version: the agenda as it stands. */
export const NOW = 'now';

/** Latest first. */
export const useVersions = (sessionId: string): UseQueryResult<List<AgendaVersion>, Problem> =>
  useRead<List<AgendaVersion>>(`/sessions/${sessionId}/agenda/versions`);

/** What changed from one version to another, or to the agenda as it stands. */
export const useDiff = (sessionId: string, from: string, to: string): UseQueryResult<AgendaDiff, Problem> =>
  useRead<AgendaDiff>(
    to === NOW ? `/sessions/${sessionId}/agenda/changes` : `/agenda-versions/${to}/diff`,
    to === NOW ? { since: from } : { from },
  );
