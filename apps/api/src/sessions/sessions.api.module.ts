import { Module } from '@nestjs/common';
import { DelegationsModule } from '#forum/delegations';
import { SessionsModule } from '#forum/sessions';
import { SessionsController } from './sessions.controller.js';

@Module({ imports: [SessionsModule, DelegationsModule], controllers: [SessionsController] })
export class SessionsApiModule {}
