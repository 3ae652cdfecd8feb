import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Query } from '../api/client.js';
import { useLanguage } from '../i18n/language.js';
import { keep } from './kept.js';
import { isOld } from './read.js';
import { startServiceWorker } from './service-worker.js';
import { useOffline } from './state.js';

/** Keeps the agenda that is open, with its session, to be read without a network; whatever was kept before is forgotten. */
export function useKeepOffline(sessionId: string, agenda: object | undefined): void {
  const client = useQueryClient();
  const lang = useLanguage();
  const offline = useOffline();
  useEffect(() => {
    if (!agenda || offline !== null || isOld(agenda)) return undefined;
    const timer = window.setTimeout(() => {
      const given = (path: string, query: Query = {}) => {
        const data = client.getQueryData([path, query, lang]);
        return data === undefined ? [] : [{ path, query, data }];
      };
      const [me] = given('/me');
      const personId = me && typeof me.data === 'object' && me.data !== null && 'id' in me.data ? me.data.id : null;
      if (typeof personId !== 'string') return;
      const answers = [
        me,
        ...given(`/sessions/${sessionId}`),
        ...given(`/sessions/${sessionId}/agenda`, { texts: 'all' }),
      ].filter((answer) => answer !== undefined);
      // A full or closed store takes nothing away from reading now.
      keep({ personId, at: new Date().toISOString(), page: `/sessions/${sessionId}/agenda`, answers }).then(
        startServiceWorker,
        () => undefined,
      );
    }, 1000);
    return () => window.clearTimeout(timer);
  }, [agenda, offline, client, lang, sessionId]);
}
