import { Module } from '@nestjs/common';
import { ProposeLine } from './actions/agree-line.js';
import { AddSupport, EditSupport, MoveSupport, ReadSupport } from './actions/ask-support.js';
import { AddContribution, EditContribution, MoveContribution, ProposeSubmission } from './actions/keep-contribution.js';
import { AddMeetingItem, EditMeetingItem, ExchangeMeetingItem, WithdrawMeetingItem } from './actions/keep-item.js';
import { AddMeeting, EditMeeting, ShareMeeting } from './actions/keep-meeting.js';
import { DraftPosition, EditPosition, ExchangePosition } from './actions/take-position.js';

const actions = [
  AddMeeting,
  EditMeeting,
  ShareMeeting,
  AddMeetingItem,
  EditMeetingItem,
  ExchangeMeetingItem,
  WithdrawMeetingItem,
  DraftPosition,
  EditPosition,
  ExchangePosition,
  ProposeLine,
  AddContribution,
  EditContribution,
  MoveContribution,
  ProposeSubmission,
  AddSupport,
  EditSupport,
  MoveSupport,
  ReadSupport,
];

/** Work on meetings of other organisations; expects `Database` to be provided globally. */
@Module({ providers: actions, exports: actions })
export class MultilateralModule {}
