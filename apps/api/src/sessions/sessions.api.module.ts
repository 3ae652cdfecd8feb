import { Module } from '@nestjs/common';
import { SessionsModule } from '#forum/sessions';
import { ProgrammeController } from './programme.controller.js';
import { SessionChangesController } from './session-changes.controller.js';
import { SessionPageReader } from './session-page.js';
import { SessionsController } from './sessions.controller.js';

@Module({
  imports: [SessionsModule],
  providers: [SessionPageReader],
  controllers: [SessionsController, SessionChangesController, ProgrammeController],
})
export class SessionsApiModule {}
