import { useEffect, useRef, useState } from 'react';
import { API } from '../../shared/api/client.js';
import type { LiveEvent } from './api.js';

/** Whether this screen is told what happens: `live`, or `lost` while it finds its way back. */
export type Link = 'opening' | 'live' | 'lost';

/** Milliseconds. The server tells the time every 20 seconds: whoever has not heard that for long has lost it without being told. */
const silence = 50_000;
const firstPause = 1_000;
const longestPause = 20_000;

/**
 * Follows a session from a cursor on. The browser comes back by itself with the last event it has read; after a refusal, or a silence
 * that nobody noticed, it is opened anew from there. So nothing is left out.
 * @param cursor where the first view stood; null while there is none
 */
export function useLiveStream(
  sessionId: string,
  cursor: string | null,
  hear: (event: LiveEvent | null) => void,
  screen?: 'projector',
): Link {
  const [link, setLink] = useState<Link>('opening');
  const heard = useRef(hear);
  useEffect(() => {
    heard.current = hear;
  }, [hear]);
  const from = useRef<string | null>(null);
  const begun = cursor !== null;
  useEffect(() => {
    from.current ??= cursor;
  }, [cursor]);

  useEffect(() => {
    if (!begun) return undefined;
    let source: EventSource | null = null;
    let timer: number | undefined;
    let pause = firstPause;
    let last = Date.now();

    const open = (): void => {
      window.clearTimeout(timer);
      source?.close();
      const query = new URLSearchParams({ after: from.current ?? '0.0', ...(screen ? { screen } : {}) });
      const opened = new EventSource(`${API}/sessions/${sessionId}/live/events?${query.toString()}`);
      source = opened;
      last = Date.now();
      opened.onopen = () => {
        pause = firstPause;
        last = Date.now();
        setLink('live');
        // What happened meanwhile comes as events; the clock comes with the view.
        heard.current(null);
      };
      opened.onmessage = (message: MessageEvent<string>) => {
        last = Date.now();
        from.current = message.lastEventId || from.current;
        heard.current(JSON.parse(message.data) as LiveEvent);
      };
      opened.addEventListener('beat', () => {
        last = Date.now();
        heard.current(null);
      });
      opened.onerror = () => {
        setLink('lost');
        if (opened.readyState !== EventSource.CLOSED) return;
        timer = window.setTimeout(open, pause);
        pause = Math.min(pause * 2, longestPause);
      };
    };
    const watch = window.setInterval(() => {
      if (Date.now() - last < silence) return;
      setLink('lost');
      open();
    }, 5_000);
    window.addEventListener('online', open);
    open();
    return () => {
      window.removeEventListener('online', open);
      window.clearInterval(watch);
      window.clearTimeout(timer);
      source?.close();
    };
  }, [sessionId, begun, screen]);
  return link;
}
