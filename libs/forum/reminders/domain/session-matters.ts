import { isSide, type Audience, type Side } from '#core/kernel';
import type { TextsDone } from '#forum/records';
import { RuleBook, type ReminderRule } from '#forum/reminder-rules';

/** What of a session decides whether its deadlines still have to be told. */
export interface SessionMatters {
  readonly channelId: string;
  readonly state: string;
  /** First day at the venue, YYYY-MM-DD. */
  readonly startDate: string;
  readonly hostSide: Side | null;
  /** A draft is its own side's: nothing about it may be planned for anybody else. */
  readonly audience: Audience;
  /** Part of the illustrative record: docs/decisions/0006. */
  readonly illustrative: boolean;
  readonly channelState: string;
  /** An arrangement lies before the other side. */
  readonly dateProposed: boolean;
  readonly agendaState: string | null;
  /** Sides whose delegation list is in, as far as the reader may know. */
  readonly listsIn: readonly Side[];
  readonly interpretationConfirmed: boolean;
  readonly actionsRegistered: boolean;
  /** Every promise of the channel that still holds was looked at within the two months before the session, or there is none. */
  readonly commitmentsReviewed: boolean;
  /** Every translation that both sides know of is checked, and there is one. */
  readonly translationsChecked: boolean;
  readonly texts: TextsDone;
}

const silentChannels = ['suspended', 'concluded', 'superseded', 'withdrawn'];

/** Nothing is planned for what was never agreed by people, nor while the channel rests (domain.md 4). */
export function isSilent({ illustrative, audience, channelState }: SessionMatters): boolean {
  return illustrative || isSide(audience) || silentChannels.includes(channelState);
}

/** Whether a side has done what a deadline asks of it. */
export function isDone(deadline: string, matters: SessionMatters, side: Side): boolean {
  switch (deadline) {
    case 'date_proposal':
      return matters.dateProposed;
    case 'agenda_proposal':
      return matters.agendaState !== null && matters.agendaState !== 'draft';
    case 'agenda_agreed':
      return matters.agendaState === 'agreed' || matters.agendaState === 'adopted';
    case 'delegation_list':
      return matters.listsIn.includes(side);
    case 'interpretation':
      return matters.interpretationConfirmed;
    case 'translations':
      return matters.translationsChecked;
    case 'commitments_reviewed':
      return matters.commitmentsReviewed;
    case 'texts_without_brackets':
      return matters.texts.bracketsSettled;
    case 'press_text_cleared':
      return matters.texts.pressCleared;
    case 'draft_minutes':
      return matters.texts.minutesDrafted;
    case 'minutes_agreed':
      return matters.texts.minutesAgreed;
    case 'actions_registered':
      return matters.actionsRegistered;
    default:
      return false;
  }
}

/** What a deadline of a session depends on: the day it is counted from and, where the channel changed them, how many days. */
export function deadlineFingerprint(
  { startDate }: Pick<SessionMatters, 'startDate'>,
  { code, offset }: Pick<ReminderRule, 'code' | 'offset'>,
): string {
  const agreed = offset === RuleBook.standard.get(code).offset ? '' : `;days=${String(offset)}`;
  return `start=${startDate}${agreed}`;
}
