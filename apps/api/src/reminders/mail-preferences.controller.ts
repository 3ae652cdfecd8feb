import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { commonErrors, type Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { findMailPreference, remindersErrors, SetMailPreference, UnsubscribeByToken } from '#forum/reminders';
import { CurrentActor, Public } from '../http/decorators.js';
import { ReadingDto } from '../http/reading.dto.js';
import { MailPreferencesView, SetMailPreferencesDto } from './mail-preferences.dto.js';
import { presentMailPreference } from './reminders.presenter.js';

/** Which mails the reader wants; what concerns one matter today is always sent. */
@ApiTags('inbox')
@Controller('me/mail-preferences')
export class MailPreferencesController {
  constructor(
    private readonly database: Database,
    private readonly setPreference: SetMailPreference,
  ) {}

  @Get()
  @ApiOkResponse({ type: MailPreferencesView })
  async read(@CurrentActor() actor: Actor, @Query() _query: ReadingDto): Promise<MailPreferencesView> {
    return presentMailPreference(await findMailPreference(this.database, actor));
  }

  @Put()
  @ApiOkResponse({ type: MailPreferencesView })
  async change(@CurrentActor() actor: Actor, @Body() body: SetMailPreferencesDto): Promise<MailPreferencesView> {
    await this.setPreference.run(actor, body);
    return presentMailPreference(await findMailPreference(this.database, actor));
  }
}

/** Words of RFC 8058: a mail program, or the page at this address, posts them and nothing else. */
const field = 'List-Unsubscribe';
const oneClick = 'One-Click';

/** The address in every mail of the day: opened it is a page, posted to it stops these mails, without a cookie. */
@ApiExcludeController()
@Controller('unsubscribe')
export class UnsubscribeController {
  constructor(private readonly unsubscribe: UnsubscribeByToken) {}

  /** 400, 404 reminders.linkUnknown, 429 reminders.tooManyTries */
  @Public()
  @Post(':token')
  @HttpCode(200)
  async stop(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    void reply.header('cache-control', 'no-store');
    if (!(await asksToStop(request))) throw commonErrors.malformed();
    if (token.length > 100 || !(await this.unsubscribe.run(token, request.ip))) throw remindersErrors.linkUnknown();
  }
}

/** Either form that RFC 8058 allows. */
async function asksToStop(request: FastifyRequest): Promise<boolean> {
  if (!request.isMultipart()) {
    const { form } = (request.body ?? {}) as { form?: unknown };
    return typeof form === 'string' && new URLSearchParams(form).get(field) === oneClick;
  }
  for await (const part of request.parts({ limits: { fields: 5, files: 0, fieldSize: 100 } }))
    if (part.type === 'field' && part.fieldname === field && part.value === oneClick) return true;
  return false;
}
