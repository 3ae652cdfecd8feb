import { createBrowserRouter, type RouteObject } from 'react-router';
import { RouteFault } from './faults.js';
import { FIRST } from './first-page.js';
import { pages } from './routes.js';
import { allTexts } from '../shared/i18n/setup.js';
import { Loading } from '../shared/ui/states.js';

/** Every page but the first ones waits for all texts of the language, which come beside its own file. */
function withTexts(route: RouteObject): RouteObject {
  const { lazy, children } = route;
  const below = children ? { children: children.map(withTexts) } : {};
  if (route.handle === FIRST || typeof lazy !== 'function') return { ...route, ...below } as RouteObject;
  const both = async () => (await Promise.all([lazy(), allTexts()]))[0];
  return { ...route, ...below, lazy: both } as RouteObject;
}

export const router = createBrowserRouter([
  {
    ErrorBoundary: RouteFault,
    HydrateFallback: Loading,
    children: [
      {
        path: 'sign-in',
        lazy: async () => ({ Component: (await import('../features/identity/sign-in-page.js')).SignInPage }),
      },
      withTexts({
        path: 'unsubscribe/:token',
        lazy: async () => ({ Component: (await import('../features/reminders/unsubscribe-page.js')).UnsubscribePage }),
      }),
      withTexts({
        path: 'sessions/:id/projector',
        lazy: async () => ({ Component: (await import('../features/live/projector-page.js')).ProjectorPage }),
      }),
      {
        lazy: async () => ({ Component: (await import('./frame.js')).Frame }),
        ErrorBoundary: RouteFault,
        children: [{ ErrorBoundary: RouteFault, children: pages.map(withTexts) }],
      },
    ],
  },
]);
