import { cleanupOutdatedCaches, matchPrecache, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { CacheFirst, NetworkOnly } from 'workbox-strategies';
import { FIRST_PAGE, SHELL } from 'virtual:shell';

/**
 * The service worker: without a network it gives the page itself, so that the last opened agenda can be read. It holds files of the
 * web app only, never an answer of the API: what is kept of those lies in the page's own store (shared/offline).
 */
const network = new NetworkOnly({ networkTimeoutSeconds: 5 });

// Before the files below, so that a page that can be asked for is asked for: after an update nobody gets yesterday's.
registerRoute(
  new NavigationRoute(
    async (options) => {
      try {
        return await network.handle(options);
      } catch {
        return (await matchPrecache(FIRST_PAGE)) ?? Response.error();
      }
    },
    { denylist: [/^\/api\//u, /^\/feeds\//u, /^\/(?:healthz|readyz)$/u] },
  ),
);
precacheAndRoute(SHELL);
cleanupOutdatedCaches();
// The slices of the fonts that this reader's texts have needed.
registerRoute(({ request }) => request.destination === 'font', new CacheFirst({ cacheName: 'forum-desk-fonts' }));
