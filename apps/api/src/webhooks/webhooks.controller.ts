import { Body, Controller, Get, Headers, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiCreatedResponse,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiTags,
} from '@nestjs/swagger';
import { commonErrors, type Actor } from '#core/kernel';
import type { Config } from '#platform/config';
import { Database } from '#platform/database';
import {
  AddWebhook,
  EditWebhook,
  findWebhook,
  listWebhooks,
  RotateWebhookSecret,
  sideOfKeeper,
  SwitchWebhook,
  TestWebhook,
  webhooksErrors,
} from '#forum/webhooks';
import { InjectConfig } from '../http/config.token.js';
import { CurrentActor, IfMatch } from '../http/decorators.js';
import { IdPipe } from '../http/id.pipe.js';
import { ReadingDto } from '../http/reading.dto.js';
import { AddWebhookDto, EditWebhookDto, WebhookListView, WebhookView, WebhookWithSecretView } from './webhooks.dto.js';
import { presentWebhook, presentWebhooks } from './webhooks.presenter.js';

const ifMatch = ApiHeader({ name: 'If-Match', required: true, description: 'etag of the webhook' });

/** Systems of a side that are told what its people are told by mail. Its secretariat keeps them; nobody else learns of them. */
@ApiTags('webhooks')
@Controller('webhooks')
export class WebhooksController {
  constructor(
    private readonly database: Database,
    private readonly addWebhook: AddWebhook,
    private readonly editWebhook: EditWebhook,
    private readonly switchWebhook: SwitchWebhook,
    private readonly rotateSecret: RotateWebhookSecret,
    private readonly testWebhook: TestWebhook,
    @InjectConfig() private readonly config: Config,
  ) {}

  @Get()
  @ApiOkResponse({ type: WebhookListView })
  async list(@CurrentActor() actor: Actor, @Query() _query: ReadingDto): Promise<WebhookListView> {
    sideOfKeeper(actor);
    return presentWebhooks(await listWebhooks(this.database.reader(actor)), actor);
  }

  /**
   * No `Idempotency-Key`: its answer would be kept, and with it the secret. Twice makes two, and either can be removed.
   * 422 webhooks.tooMany; 400 with webhooks.addressNotHttps, .addressHasLogin, .addressNotAllowed at `url`.
   */
  @Post()
  @ApiCreatedResponse({ type: WebhookWithSecretView })
  async add(
    @CurrentActor() actor: Actor,
    @Body() body: AddWebhookDto,
    @Headers('idempotency-key') key?: string,
  ): Promise<WebhookWithSecretView> {
    if (key !== undefined) throw commonErrors.malformed();
    const { id, secret } = await this.addWebhook.run(actor, { ...body, privateHosts: this.config.webhookPrivateHosts });
    return { ...(await this.present(actor, id)), secret };
  }

  @Get(':id')
  @ApiOkResponse({ type: WebhookView })
  async show(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query() _query: ReadingDto,
  ): Promise<WebhookView> {
    return this.present(actor, id);
  }

  @Patch(':id')
  @ifMatch
  @ApiOkResponse({ type: WebhookView })
  async edit(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: EditWebhookDto,
  ): Promise<WebhookView> {
    await this.editWebhook.run(actor, { id, version, ...body, privateHosts: this.config.webhookPrivateHosts });
    return this.present(actor, id);
  }

  @Post(':id/turn-on')
  @HttpCode(200)
  @ifMatch
  @ApiOkResponse({ type: WebhookView })
  async turnOn(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<WebhookView> {
    await this.switchWebhook.run(actor, { id, version, step: 'turn-on' });
    return this.present(actor, id);
  }

  /** What waits is not sent; it stands among the failed ones. */
  @Post(':id/turn-off')
  @HttpCode(200)
  @ifMatch
  @ApiOkResponse({ type: WebhookView })
  async turnOff(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<WebhookView> {
    await this.switchWebhook.run(actor, { id, version, step: 'turn-off' });
    return this.present(actor, id);
  }

  /** Ends it for good; what it was sent stays in the audit trail. */
  @Post(':id/remove')
  @HttpCode(204)
  @ifMatch
  @ApiNoContentResponse()
  async remove(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<void> {
    await this.switchWebhook.run(actor, { id, version, step: 'remove' });
  }

  /** Another secret, given here once; for 24 hours the one before signs too. No `Idempotency-Key`, as above. */
  @Post(':id/rotate')
  @HttpCode(200)
  @ifMatch
  @ApiOkResponse({ type: WebhookWithSecretView })
  async rotate(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Headers('idempotency-key') key?: string,
  ): Promise<WebhookWithSecretView> {
    if (key !== undefined) throw commonErrors.malformed();
    const secret = await this.rotateSecret.run(actor, { id, version });
    return { ...(await this.present(actor, id)), secret };
  }

  /** Sends a message without content; how it ended stands among the deliveries. */
  @Post(':id/ping')
  @HttpCode(202)
  @ApiAcceptedResponse({ type: WebhookView })
  async ping(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<WebhookView> {
    await this.testWebhook.run(actor, id);
    return this.present(actor, id);
  }

  private async present(actor: Actor, id: string): Promise<WebhookView> {
    sideOfKeeper(actor);
    const row = await findWebhook(this.database.reader(actor), id);
    if (!row) throw webhooksErrors.notFound();
    return presentWebhook(row, actor);
  }
}
