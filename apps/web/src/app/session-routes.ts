import type { RouteObject } from 'react-router';
import { FIRST } from './first-page.js';

/** A session, its tabs and its own sheets. */
export const sessionRoutes: RouteObject = {
  path: 'sessions',
  children: [
    {
      index: true,
      handle: FIRST,
      lazy: async () => ({ Component: (await import('../features/sessions/sessions-page.js')).SessionsPage }),
    },
    {
      path: 'new',
      lazy: async () => ({ Component: (await import('../features/sessions/new-session-page.js')).NewSessionPage }),
    },
    {
      path: ':id/brief',
      lazy: async () => ({ Component: (await import('../features/sessions/brief-page.js')).BriefPage }),
    },
    {
      path: ':id/live',
      lazy: async () => ({ Component: (await import('../features/live/live-page.js')).LivePage }),
    },
    {
      path: ':id/texts/:recordId',
      lazy: async () => ({ Component: (await import('../features/session-records/record-page.js')).RecordPage }),
    },
    {
      path: ':id/texts/:recordId/versions',
      lazy: async () => ({
        Component: (await import('../features/session-records/versions-page.js')).VersionsPage,
      }),
    },
    {
      path: ':id/participants',
      lazy: async () => ({
        Component: (await import('../features/delegations/participants-page.js')).ParticipantsPage,
      }),
    },
    {
      path: ':id/name-plates',
      lazy: async () => ({
        Component: (await import('../features/delegations/name-plates-page.js')).NamePlatesPage,
      }),
    },
    {
      path: ':id',
      handle: FIRST,
      lazy: async () => ({ Component: (await import('../features/sessions/session-page.js')).SessionPage }),
      children: [
        {
          index: true,
          handle: FIRST,
          lazy: async () => ({ Component: (await import('../features/sessions/overview-tab.js')).OverviewTab }),
        },
        {
          path: 'agenda',
          lazy: async () => ({ Component: (await import('../features/agenda/agenda-tab.js')).AgendaTab }),
        },
        {
          path: 'agenda/versions',
          lazy: async () => ({
            Component: (await import('../features/agenda-versions/versions-tab.js')).VersionsTab,
          }),
        },
        {
          path: 'papers',
          lazy: async () => ({ Component: (await import('../features/papers/papers-tab.js')).PapersTab }),
        },
        {
          path: 'delegations',
          lazy: async () => ({
            Component: (await import('../features/delegations/delegations-tab.js')).DelegationsTab,
          }),
        },
        {
          path: 'actions',
          lazy: async () => ({
            Component: (await import('../features/actions/session-actions-tab.js')).SessionActionsTab,
          }),
        },
        {
          path: 'documents',
          lazy: async () => ({ Component: (await import('../features/documents/documents-tab.js')).DocumentsTab }),
        },
        {
          path: 'texts',
          lazy: async () => ({ Component: (await import('../features/session-records/texts-tab.js')).TextsTab }),
        },
        {
          path: 'record',
          lazy: async () => ({ Component: (await import('../features/sessions/record-tab.js')).RecordTab }),
        },
        {
          path: 'replies',
          lazy: async () => ({ Component: (await import('../features/invitations/replies-tab.js')).RepliesTab }),
        },
      ],
    },
  ],
};
