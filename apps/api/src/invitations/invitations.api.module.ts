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

  /** Calendar files arrive as bytes: whether they are UTF-8 is judged where they are read. */
  onModuleInit(): void {
    const server: FastifyInstance = this.host.httpAdapter.getInstance<FastifyInstance>();
    server.addContentTypeParser(
      'text/calendar',
      { parseAs: 'buffer', bodyLimit: maxFileBytes },
      (_request, body, done) => {
        done(null, body);
      },
    );
  }
}
