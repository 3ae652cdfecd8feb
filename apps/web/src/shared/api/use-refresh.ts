import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

/** Asks a read again from time to time while its page is in sight; null stops. */
export function useRefresh(path: string, everyMs: number | null): void {
  const client = useQueryClient();
  useEffect(() => {
    if (everyMs === null) return undefined;
    const timer = window.setInterval(() => {
      if (document.visibilityState === 'visible') void client.invalidateQueries({ queryKey: [path] });
    }, everyMs);
    return () => window.clearInterval(timer);
  }, [client, path, everyMs]);
}
