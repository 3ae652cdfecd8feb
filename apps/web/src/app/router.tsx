import { createBrowserRouter, type RouteObject } from 'react-router';
import { NotFound, RouteFault } from './faults.js';
import { allTexts } from '../shared/i18n/setup.js';
import { Loading } from '../shared/ui/states.js';

/** A page that says nothing but what the first file of texts holds. */
const FIRST = { texts: 'first' };

/** Every page is its own file, loaded when it is first opened. */
const pages: RouteObject[] = [
  {
    index: true,
    handle: FIRST,
    lazy: async () => ({ Component: (await import('../features/home/home-page.js')).HomePage }),
  },
  {
    path: 'channels',
    children: [
      {
        index: true,
        lazy: async () => ({ Component: (await import('../features/channels/channels-page.js')).ChannelsPage }),
      },
      {
        path: ':id',
        lazy: async () => ({ Component: (await import('../features/channels/channel-page.js')).ChannelPage }),
      },
      {
        path: ':id/agenda-template',
        lazy: async () => ({ Component: (await import('../features/agenda/template-page.js')).TemplatePage }),
      },
    ],
  },
  {
    path: 'calendar',
    lazy: async () => ({ Component: (await import('../features/calendar/calendar-page.js')).CalendarPage }),
  },
  {
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
  },
  {
    path: 'translations',
    children: [
      {
        index: true,
        lazy: async () => ({
          Component: (await import('../features/translation/translations-page.js')).TranslationsPage,
        }),
      },
      {
        path: 'new',
        lazy: async () => ({ Component: (await import('../features/translation/request-page.js')).RequestPage }),
      },
      {
        path: ':id',
        lazy: async () => ({
          Component: (await import('../features/translation/translation-page.js')).TranslationPage,
        }),
      },
    ],
  },
  {
    path: 'papers/:id',
    lazy: async () => ({ Component: (await import('../features/papers/paper-page.js')).PaperPage }),
  },
  {
    path: 'date-polls',
    children: [
      {
        index: true,
        lazy: async () => ({ Component: (await import('../features/date-polls/date-polls-page.js')).DatePollsPage }),
      },
      {
        path: 'new',
        lazy: async () => ({ Component: (await import('../features/date-polls/new-poll-page.js')).NewPollPage }),
      },
      {
        path: ':id',
        lazy: async () => ({ Component: (await import('../features/date-polls/date-poll-page.js')).DatePollPage }),
      },
    ],
  },
  {
    path: 'actions',
    children: [
      {
        index: true,
        lazy: async () => ({ Component: (await import('../features/actions/actions-page.js')).ActionsPage }),
      },
      {
        path: ':id',
        lazy: async () => ({ Component: (await import('../features/actions/action-page.js')).ActionPage }),
      },
    ],
  },
  {
    path: 'commitments',
    children: [
      {
        index: true,
        lazy: async () => ({
          Component: (await import('../features/commitments/commitments-page.js')).CommitmentsPage,
        }),
      },
      {
        path: 'list',
        lazy: async () => ({ Component: (await import('../features/commitments/list-page.js')).CommitmentListPage }),
      },
      {
        path: 'progress',
        lazy: async () => ({ Component: (await import('../features/commitments/progress-page.js')).ProgressPage }),
      },
      {
        path: ':id',
        lazy: async () => ({ Component: (await import('../features/commitments/commitment-page.js')).CommitmentPage }),
      },
    ],
  },
  {
    path: 'instruments/new',
    lazy: async () => ({
      Component: (await import('../features/commitments/new-instrument-page.js')).NewInstrumentPage,
    }),
  },
  {
    path: 'instruments/:id',
    lazy: async () => ({ Component: (await import('../features/commitments/instrument-page.js')).InstrumentPage }),
  },
  {
    path: 'escalations/new',
    lazy: async () => ({
      Component: (await import('../features/escalations/new-escalation-page.js')).NewEscalationPage,
    }),
  },
  {
    path: 'escalations/:id',
    lazy: async () => ({ Component: (await import('../features/escalations/escalation-page.js')).EscalationPage }),
  },
  {
    path: 'multilateral/:id',
    lazy: async () => ({ Component: (await import('../features/multilateral/meeting-page.js')).MeetingPage }),
  },
  {
    path: 'records',
    lazy: async () => ({ Component: (await import('../features/records/records-page.js')).RecordsPage }),
    children: [
      { index: true, lazy: async () => ({ Component: (await import('../features/radio/radio-tab.js')).RadioTab }) },
      {
        path: 'radio/new',
        lazy: async () => ({ Component: (await import('../features/radio/new-tab.js')).NewIssueTab }),
      },
      {
        path: 'radio/import',
        lazy: async () => ({ Component: (await import('../features/radio/import-tab.js')).ImportTab }),
      },
      {
        path: 'radio/:id',
        lazy: async () => ({ Component: (await import('../features/radio/issue-tab.js')).IssueTab }),
      },
      {
        path: 'escalations',
        lazy: async () => ({
          Component: (await import('../features/escalations/escalations-page.js')).EscalationsPage,
        }),
      },
      {
        path: 'multilateral',
        lazy: async () => ({ Component: (await import('../features/multilateral/meetings-page.js')).MeetingsPage }),
      },
      { path: ':kind', lazy: async () => ({ Component: (await import('../features/records/list-tab.js')).ListTab }) },
    ],
  },
  {
    path: 'glossary',
    children: [
      {
        index: true,
        lazy: async () => ({ Component: (await import('../features/glossary/glossary-page.js')).GlossaryPage }),
      },
      {
        path: ':id',
        lazy: async () => ({ Component: (await import('../features/glossary/term-page.js')).TermPage }),
      },
    ],
  },
  {
    path: 'reminders',
    lazy: async () => ({ Component: (await import('../features/reminders/reminders-page.js')).RemindersPage }),
  },
  { path: 'mails', lazy: async () => ({ Component: (await import('../features/reminders/mails-page.js')).MailsPage }) },
  {
    path: 'working-days',
    lazy: async () => ({
      Component: (await import('../features/working-days/working-days-page.js')).WorkingDaysPage,
    }),
  },
  {
    path: 'account/feeds',
    lazy: async () => ({ Component: (await import('../features/invitations/feeds-page.js')).FeedsPage }),
  },
  { path: '*', Component: NotFound },
];

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
