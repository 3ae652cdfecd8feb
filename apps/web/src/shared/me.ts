import { sideOrder, type Side, type Viewer } from '#core/kernel';
import { useRead } from './api/hooks.js';
import type { Me } from './api/types.js';

export const useMe = (): Me | undefined => useRead<Me>('/me').data;

/** The side whose page this is; observers and the administrator read the neutral page. */
export const useViewer = (): Viewer => useMe()?.side ?? 'neutral';

/** Both sides in the reader's order: own side first, on neutral pages the host. */
export function useSides(host: Side | null = null): readonly [Side, Side] {
  return sideOrder(useViewer(), host ?? 'kr');
}

/** The reader's clock: their capital's; a neutral reader gets Seoul's, which shows the same time. */
export const useZone = (): string => (useViewer() === 'jp' ? 'Asia/Tokyo' : 'Asia/Seoul');
