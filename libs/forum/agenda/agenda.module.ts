import { Module } from '@nestjs/common';
import { AddItem } from './actions/add-item.js';
import { AddStandingItems } from './actions/add-standing-items.js';
import { ProposeTemplate } from './actions/agree-template.js';
import { CarryOver } from './actions/carry-over.js';
import { CommentItem } from './actions/comment-item.js';
import { DeferItem } from './actions/defer-item.js';
import { EditItem } from './actions/edit-item.js';
import { ExchangeAgenda } from './actions/exchange-agenda.js';
import { LinkItem } from './actions/link-item.js';
import { MarkDiscussed } from './actions/mark-discussed.js';
import { MoveItem } from './actions/move-item.js';
import { PublishAgenda } from './actions/publish-agenda.js';
import { SignAgenda, WithdrawSignature } from './actions/sign-agenda.js';
import { TranslateItem } from './actions/translate-item.js';
import { WithdrawItem } from './actions/withdraw-item.js';

const actions = [
  AddItem,
  AddStandingItems,
  CarryOver,
  CommentItem,
  DeferItem,
  LinkItem,
  MarkDiscussed,
  ProposeTemplate,
  PublishAgenda,
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
