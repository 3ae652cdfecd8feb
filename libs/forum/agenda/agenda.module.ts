import { Module } from '@nestjs/common';
import { AddItem } from './actions/add-item.js';
import { EditItem } from './actions/edit-item.js';
import { ExchangeAgenda } from './actions/exchange-agenda.js';
import { MoveItem } from './actions/move-item.js';
import { SignAgenda, WithdrawSignature } from './actions/sign-agenda.js';
import { TranslateItem } from './actions/translate-item.js';
import { WithdrawItem } from './actions/withdraw-item.js';

const actions = [
  AddItem,
  EditItem,
  TranslateItem,
  MoveItem,
  WithdrawItem,
  ExchangeAgenda,
  SignAgenda,
  WithdrawSignature,
];

/** Writing, translating and signing agendas; expects `Database` to be provided globally. */
@Module({ providers: actions, exports: actions })
export class AgendaModule {}
