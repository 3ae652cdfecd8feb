import { Module } from '@nestjs/common';
import { ConfirmStall, DismissStall, SuspendForOwnSide, WithdrawChannel, WithdrawStall } from './actions/act-alone.js';
import { DraftChannel, EditDraft, ShareChannel } from './actions/draft-channel.js';
import { ProposeChange } from './actions/propose-change.js';
import { RenameForOwnSide } from './actions/rename-channel.js';

const actions = [
  DraftChannel,
  EditDraft,
  ShareChannel,
  ProposeChange,
  RenameForOwnSide,
  WithdrawChannel,
  SuspendForOwnSide,
  ConfirmStall,
  DismissStall,
  WithdrawStall,
];

/** Making, naming, raising, stopping and ending channels; expects `Database` to be provided globally. */
@Module({ providers: actions, exports: actions })
export class ChannelsModule {}
