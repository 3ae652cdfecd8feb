import { Module, type DynamicModule } from '@nestjs/common';
import type { Config } from '#platform/config';
import type { Database } from '#platform/database';
import { ActionsApiModule } from './actions/actions.api.module.js';
import { AgendaApiModule } from './agenda/agenda.api.module.js';
import { CalendarApiModule } from './calendar/calendar.api.module.js';
import { ChannelsApiModule } from './channels/channels.api.module.js';
import { CommitmentsApiModule } from './commitments/commitments.api.module.js';
import { DatePollsApiModule } from './date-polls/date-polls.api.module.js';
import { DelegationsApiModule } from './delegations/delegations.api.module.js';
import { DocumentsApiModule } from './documents/documents.api.module.js';
import { ExportsApiModule } from './exports/exports.api.module.js';
import { EscalationsApiModule } from './escalations/escalations.api.module.js';
import { GlossaryApiModule } from './glossary/glossary.api.module.js';
import { HomeApiModule } from './home/home.api.module.js';
import { HttpModule } from './http/http.module.js';
import { IdentityApiModule } from './identity/identity.api.module.js';
import { ProposalsApiModule } from './proposals/proposals.api.module.js';
import { InvitationsApiModule } from './invitations/invitations.api.module.js';
import { LiveApiModule } from './live/live.api.module.js';
import { MultilateralApiModule } from './multilateral/multilateral.api.module.js';
import { OperationsApiModule } from './operations/operations.api.module.js';
import { PapersApiModule } from './papers/papers.api.module.js';
import { RadioApiModule } from './radio/radio.api.module.js';
import { RecordApiModule } from './record/record.api.module.js';
import { ReminderRulesApiModule } from './reminder-rules/reminder-rules.api.module.js';
import { RemindersApiModule } from './reminders/reminders.api.module.js';
import { SessionRecordsApiModule } from './session-records/session-records.api.module.js';
import { SessionsApiModule } from './sessions/sessions.api.module.js';
import { TranslationApiModule } from './translation/translation.api.module.js';
import { WebhooksApiModule } from './webhooks/webhooks.api.module.js';
import { WorkingDaysApiModule } from './working-days/working-days.api.module.js';

/** The API: what every capability needs, then one module per capability. */
@Module({})
export class AppModule {
  static with(config: Config, database: Database): DynamicModule {
    return {
      module: AppModule,
      imports: [
        HttpModule.with(config, database),
        IdentityApiModule,
        WorkingDaysApiModule,
        ChannelsApiModule,
        SessionsApiModule,
        DelegationsApiModule,
        ProposalsApiModule,
        CalendarApiModule,
        DatePollsApiModule,
        TranslationApiModule,
        GlossaryApiModule,
        AgendaApiModule,
        PapersApiModule,
        SessionRecordsApiModule,
        LiveApiModule,
        ActionsApiModule,
        CommitmentsApiModule,
        ExportsApiModule,
        InvitationsApiModule,
        RadioApiModule,
        RecordApiModule,
        EscalationsApiModule,
        MultilateralApiModule,
        ReminderRulesApiModule,
        RemindersApiModule,
        WebhooksApiModule,
        OperationsApiModule,
        DocumentsApiModule,
        HomeApiModule,
      ],
    };
  }
}
