import type { RouteObject } from 'react-router';
import { NotFound } from './faults.js';
import { FIRST } from './first-page.js';
import { sessionRoutes } from './session-routes.js';

/** Every page is its own file, loaded when it is first opened. */
export const pages: RouteObject[] = [
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
      {
        path: ':id/reminder-rules',
        lazy: async () => ({ Component: (await import('../features/reminder-rules/rules-page.js')).RulesPage }),
      },
    ],
  },
  {
    path: 'calendar',
    lazy: async () => ({ Component: (await import('../features/calendar/calendar-page.js')).CalendarPage }),
  },
  sessionRoutes,
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
    path: 'inbox',
    children: [
      {
        index: true,
        lazy: async () => ({ Component: (await import('../features/reminders/inbox-page.js')).InboxPage }),
      },
      { path: ':id', lazy: async () => ({ Component: (await import('../features/reminders/mail-page.js')).MailPage }) },
    ],
  },
  {
    path: 'reminders',
    children: [
      {
        index: true,
        lazy: async () => ({ Component: (await import('../features/reminders/reminders-page.js')).RemindersPage }),
      },
      {
        path: 'posts/:id',
        lazy: async () => ({ Component: (await import('../features/reminders/post-page.js')).PostPage }),
      },
    ],
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
  {
    path: 'webhooks',
    children: [
      {
        index: true,
        lazy: async () => ({ Component: (await import('../features/webhooks/webhooks-page.js')).WebhooksPage }),
      },
      {
        path: ':id',
        lazy: async () => ({ Component: (await import('../features/webhooks/webhook-page.js')).WebhookPage }),
      },
    ],
  },
  {
    path: 'operations',
    lazy: async () => ({ Component: (await import('../features/operations/operations-page.js')).OperationsPage }),
  },
  {
    path: 'account/mails',
    lazy: async () => ({ Component: (await import('../features/reminders/preferences-page.js')).PreferencesPage }),
  },
  { path: '*', Component: NotFound },
];
