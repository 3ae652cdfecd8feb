import { Body, Controller, Get, HttpCode, Patch, Post, Query, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '#core/kernel';
import type { Config } from '#platform/config';
import { Database } from '#platform/database';
import {
  actorOfSession,
  ChangeLanguage,
  identityErrors,
  listDemoAccounts,
  listPosts,
  profileOf,
  SignIn,
  SignOut,
} from '#forum/identity';
import { InjectConfig } from '../http/config.token.js';
import { CurrentActor, CurrentReading, Public, type Reading } from '../http/decorators.js';
import { languageOf } from '../http/request.js';
import { sessionCookieName } from '../http/session.guard.js';
import { ChangeLanguageDto, DemoAccountsView, ListPostsDto, MeView, PostListView, SignInDto } from './identity.dto.js';
import { presentDemoAccounts, presentMe, presentPost } from './identity.presenter.js';

@ApiTags('identity')
@Controller()
export class IdentityController {
  constructor(
    private readonly database: Database,
    private readonly signIn: SignIn,
    private readonly signOut: SignOut,
    private readonly changeLanguage: ChangeLanguage,
    @InjectConfig() private readonly config: Config,
  ) {}

  @Public()
  @Post('auth/sign-in')
  @HttpCode(200)
  @ApiOkResponse({ type: MeView })
  async open(
    @Body() body: SignInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MeView> {
    const { token } = await this.signIn.run({
      email: body.email,
      password: body.password,
      address: request.ip,
      demoMode: this.config.demoMode,
      absoluteHours: this.config.sessionAbsoluteHours,
    });
    if (request.sessionToken !== undefined) await this.signOut.run({ token: request.sessionToken, everywhere: false });
    const actor = await actorOfSession(this.database, token, this.config.sessionIdleMinutes);
    if (!actor) throw identityErrors.badCredentials();
    request.actor = actor;
    void reply.setCookie(sessionCookieName(this.config), token, this.cookieOptions());
    return this.present(actor, { language: languageOf(request), all: false });
  }

  @Post('auth/sign-out')
  @HttpCode(204)
  @ApiNoContentResponse()
  async close(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.end(request, reply, false);
  }

  @Post('auth/sign-out-everywhere')
  @HttpCode(204)
  @ApiNoContentResponse()
  async closeEverywhere(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.end(request, reply, true);
  }

  @Public()
  @Get('auth/demo-accounts')
  @ApiOkResponse({ type: DemoAccountsView })
  async demoAccounts(@CurrentReading() reading: Reading): Promise<DemoAccountsView> {
    const rows = this.config.demoMode ? await listDemoAccounts(this.database.readAs('forum_auth')) : [];
    return presentDemoAccounts(rows, reading);
  }

  @Get('me')
  @ApiOkResponse({ type: MeView })
  async me(@CurrentActor() actor: Actor, @CurrentReading() reading: Reading): Promise<MeView> {
    return this.present(actor, reading);
  }

  @Patch('me')
  @ApiOkResponse({ type: MeView })
  async change(@CurrentActor() actor: Actor, @Body() body: ChangeLanguageDto): Promise<MeView> {
    await this.changeLanguage.run(actor, body.language);
    return this.present({ ...actor, language: body.language }, { language: body.language, all: false });
  }

  @Get('posts')
  @ApiOkResponse({ type: PostListView })
  async posts(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Query() query: ListPostsDto,
  ): Promise<PostListView> {
    const rows = await listPosts(this.database.reader(actor), {
      language: reading.language,
      ...(query.side ? { side: query.side } : {}),
    });
    return { items: rows.map((row) => presentPost(row, reading)) };
  }

  private async present(actor: Actor, reading: Reading): Promise<MeView> {
    return presentMe(await profileOf(this.database, actor), reading, this.config.demoMode);
  }

  private async end(request: FastifyRequest, reply: FastifyReply, everywhere: boolean): Promise<void> {
    if (request.sessionToken !== undefined) await this.signOut.run({ token: request.sessionToken, everywhere });
    void reply.clearCookie(sessionCookieName(this.config), this.cookieOptions());
  }

  private cookieOptions(): { path: string; httpOnly: true; sameSite: 'strict'; secure: boolean } {
    return { path: '/', httpOnly: true, sameSite: 'strict', secure: this.config.cookieSecure };
  }
}
