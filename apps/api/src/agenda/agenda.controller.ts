import { Body, Controller, Get, HttpCode, Param, ParseEnumPipe, Patch, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { commonErrors, isLanguage, type Actor } from '#core/kernel';
import {
  AddItem,
  agendaErrors,
  EditItem,
  ExchangeAgenda,
  MoveItem,
  SignAgenda,
  TranslateItem,
  WithdrawItem,
  WithdrawSignature,
  type TextField,
} from '#forum/agenda';
import { CurrentActor, CurrentReading, IfMatch, type Reading } from '../http/decorators.js';
import { IdPipe } from '../http/id.pipe.js';
import { AddItemDto, EditItemDto, MoveItemDto, SignDto, TranslateDto } from './agenda.dto.js';
import { AgendaReader } from './agenda-reader.js';
import { AgendaView } from './agenda.views.js';

const fields = { title: 'title', description: 'description' } as const;
const fieldPipe = new ParseEnumPipe(fields, { exceptionFactory: () => agendaErrors.itemNotFound() });

@ApiTags('agenda')
@Controller()
export class AgendaController {
  constructor(
    private readonly agendas: AgendaReader,
    private readonly addItem: AddItem,
    private readonly editItem: EditItem,
    private readonly translateItem: TranslateItem,
    private readonly moveItem: MoveItem,
    private readonly withdrawItem: WithdrawItem,
    private readonly exchangeAgenda: ExchangeAgenda,
    private readonly signAgenda: SignAgenda,
    private readonly withdrawSignature: WithdrawSignature,
  ) {}

  @Get('sessions/:id/agenda')
  @ApiOkResponse({ type: AgendaView })
  read(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
  ): Promise<AgendaView> {
    return this.agendas.read(actor, reading, id);
  }

  @Post('sessions/:id/agenda/items')
  @ApiOkResponse({ type: AgendaView })
  async add(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Body() body: AddItemDto,
  ): Promise<AgendaView> {
    await this.addItem.run(actor, { sessionId: id, ...body });
    return this.agendas.read(actor, reading, id);
  }

  @Patch('agenda-items/:id')
  @ApiOkResponse({ type: AgendaView })
  async edit(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: EditItemDto,
  ): Promise<AgendaView> {
    await this.editItem.run(actor, { itemId: id, version, ...body });
    return this.agendas.readByItem(actor, reading, id);
  }

  @Put('agenda-items/:id/texts/:field/:lang')
  @ApiOkResponse({ type: AgendaView })
  async translate(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Param('field', fieldPipe) field: TextField,
    @Param('lang') lang: string,
    @IfMatch() version: number,
    @Body() body: TranslateDto,
  ): Promise<AgendaView> {
    if (!isLanguage(lang)) throw commonErrors.notFound();
    await this.translateItem.run(actor, { itemId: id, version, field, lang, work: body });
    return this.agendas.readByItem(actor, reading, id);
  }

  @Post('agenda-items/:id/texts/:field/:lang/no-change')
  @HttpCode(200)
  @ApiOkResponse({ type: AgendaView })
  async confirmNoChange(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Param('field', fieldPipe) field: TextField,
    @Param('lang') lang: string,
    @IfMatch() version: number,
  ): Promise<AgendaView> {
    if (!isLanguage(lang)) throw commonErrors.notFound();
    await this.translateItem.run(actor, { itemId: id, version, field, lang, work: 'no-change' });
    return this.agendas.readByItem(actor, reading, id);
  }

  @Post('agenda-items/:id/move')
  @HttpCode(200)
  @ApiOkResponse({ type: AgendaView })
  async move(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: MoveItemDto,
  ): Promise<AgendaView> {
    await this.moveItem.run(actor, { itemId: id, version, to: body.to });
    return this.agendas.readByItem(actor, reading, id);
  }

  @Post('agenda-items/:id/withdraw')
  @HttpCode(200)
  @ApiOkResponse({ type: AgendaView })
  async withdraw(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<AgendaView> {
    await this.withdrawItem.run(actor, { itemId: id, version });
    return this.agendas.readByItem(actor, reading, id);
  }

  @Post('sessions/:id/agenda/exchange')
  @HttpCode(200)
  @ApiOkResponse({ type: AgendaView })
  async exchange(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<AgendaView> {
    await this.exchangeAgenda.run(actor, { sessionId: id, version });
    return this.agendas.read(actor, reading, id);
  }

  @Post('sessions/:id/agenda/sign')
  @HttpCode(200)
  @ApiOkResponse({ type: AgendaView })
  async sign(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: SignDto,
  ): Promise<AgendaView> {
    await this.signAgenda.run(actor, { sessionId: id, version, hash: body.hash });
    return this.agendas.read(actor, reading, id);
  }

  @Post('sessions/:id/agenda/withdraw-signature')
  @HttpCode(200)
  @ApiOkResponse({ type: AgendaView })
  async takeBack(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<AgendaView> {
    await this.withdrawSignature.run(actor, { sessionId: id, version });
    return this.agendas.read(actor, reading, id);
  }
}
