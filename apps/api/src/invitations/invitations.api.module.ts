import { Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { maxFileBytes } from '#platform/calendar-files';
import { InvitationsModule } from '#forum/invitations';
import { FeedsController, PublicFeedController } from './feeds.controller.js';
import { InvitationsController } from './invitations.controller.js';

@Module({
  imports: [InvitationsModule],
  controllers: [InvitationsController, FeedsController, PublicFeedController],
})
export class InvitationsApiModule implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost) {}

  /** Calendar files, and mails with one, arrive as bytes: what they hold is judged where they are read. */
  onModuleInit(): void {
    const server: FastifyInstance = this.host.httpAdapter.getInstance<FastifyInstance>();
    server.addContentTypeParser(
      ['text/calendar', 'message/rfc822'],
      { parseAs: 'buffer', bodyLimit: maxFileBytes },
      (_request, body, done) => {
        done(null, body);
      },
    );
  }
}
