/** What the relay's log knows of a mail; `unknown` when the log gave no clear answer. */
export type RelayAnswer = 'yes' | 'no' | 'unknown';

/** Knows which Message-IDs the mail relay has taken. */
export interface RelayLog {
  has(messageId: string): Promise<RelayAnswer>;
}

/** The longest the log may take to answer, in ms: it is asked while the mail is held for sending. */
const longestMs = 5_000;

/**
 * Asks a log over HTTP: `GET <address>?message-id=<…>` is answered with `{"taken": true}` or `{"taken": false}`. Anything else, and
 * silence, says nothing.
 */
export function openRelayLog(address: string): RelayLog {
  return {
    has: async (messageId) => {
      const url = new URL(address);
      url.searchParams.set('message-id', messageId);
      try {
        const answer = await fetch(url, {
          headers: { accept: 'application/json' },
          redirect: 'error',
          signal: AbortSignal.timeout(longestMs),
        });
        return answer.ok ? takenIn(await answer.json()) : 'unknown';
      } catch {
        return 'unknown';
      }
    },
  };
}

function takenIn(body: unknown): RelayAnswer {
  const taken: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'taken') : undefined;
  if (typeof taken !== 'boolean') return 'unknown';
  return taken ? 'yes' : 'no';
}
