import { commonErrors, newText, otherSide, type Actor, type Allowed } from '#core/kernel';
import {
  contributionContext,
  contributionDeadlines,
  contributionLifecycle,
  contributionOffers,
  draftPosition,
  itemContext,
  itemLifecycle,
  mayDraft,
  meetingContext,
  meetingLifecycle,
  meetingState,
  standingPosition,
  supportContext,
  supportLifecycle,
  type ContributionRow,
  type ItemRow,
  type MeetingDetailRow,
  type MeetingRow,
  type PositionRow,
  type SupportRow,
} from '#forum/multilateral';
import type { WorkingCalendar } from '#forum/working-days';
import { etagOf, type Reading } from '../http/decorators.js';
import { presentText, presentTextOrNull } from '../http/text.view.js';
import { presentDateOrNull, presentSource } from '../record/source.view.js';
import type {
  MultilateralContributionView,
  MultilateralItemView,
  MultilateralMeetingDetailView,
  MultilateralMeetingView,
  MultilateralPositionView,
} from './multilateral.views.js';
import type { SupportView } from './support.dto.js';

export function presentMeeting(row: MeetingRow, reading: Reading): MultilateralMeetingView {
  return {
    id: row.id,
    etag: etagOf(row.version),
    code: row.code,
    forum: row.forum,
    body: row.body && {
      code: row.body.code,
      name: presentText(row.body.name ?? newText('en', row.body.code), reading),
    },
    name: presentText(row.name, reading),
    date: presentDateOrNull(row.value, row.precision),
    dateEnd: row.dateEnd,
    dateRemark: row.dateRemark,
    zone: row.zone,
    daysLeft: row.daysLeft,
    place: presentTextOrNull(row.place, reading),
    note: row.note,
    audience: row.audience,
    evidence: row.evidence,
    sources: row.sources.map(presentSource),
  };
}

/** Whether the reader may add a meeting. */
export function adding(actor: Actor): Allowed[] {
  const allowed = mayDraft(actor);
  return [{ action: 'add-meeting', allowed, reason: allowed ? null : commonErrors.forbidden.code }];
}

export function presentMeetingDetail(
  row: MeetingDetailRow,
  calendar: WorkingCalendar,
  actor: Actor,
  reading: Reading,
): MultilateralMeetingDetailView {
  return {
    ...presentMeeting(row, reading),
    items: row.items.map((item) => presentItem(item, row, actor, reading)),
    contributions: row.contributions.map((one) => presentContribution(one, row, calendar, actor, reading)),
    allowedActions: meetingLifecycle.allowedActions(meetingState(row), meetingContext(row, actor)),
  };
}

function presentItem(item: ItemRow, meeting: MeetingRow, actor: Actor, reading: Reading): MultilateralItemView {
  const position = (one: PositionRow): MultilateralPositionView => ({
    id: one.id,
    etag: etagOf(one.version),
    side: one.side,
    text: presentText(one.text, reading),
    exchangedAt: one.exchangedAt,
  });
  const draft = draftPosition(item, actor.side);
  // Without a side of their own, readers see first who put the item before both.
  const first = actor.side ?? item.side;
  return {
    id: item.id,
    etag: etagOf(item.version),
    side: item.side,
    audience: item.audience,
    number: item.number,
    title: presentText(item.title, reading),
    state: item.state,
    commonLine: item.commonLine,
    lineText: presentTextOrNull(item.lineText, reading),
    positions: [first, otherSide(first)].flatMap((side) => standingPosition(item, side) ?? []).map(position),
    earlier: item.positions
      .filter(({ replacedAt }) => replacedAt !== null)
      .map(position)
      .reverse(),
    draft: draft ? position(draft) : null,
    allowedActions: itemLifecycle.allowedActions(item.state, itemContext(item, meeting, actor)),
  };
}

function presentContribution(
  row: ContributionRow,
  meeting: MeetingDetailRow,
  calendar: WorkingCalendar,
  actor: Actor,
  reading: Reading,
): MultilateralContributionView {
  const item = meeting.items.find(({ id }) => id === row.itemId);
  return {
    id: row.id,
    etag: etagOf(row.version),
    side: row.side,
    audience: row.audience,
    itemId: item?.id ?? null,
    title: presentText(row.title, reading),
    joint: row.joint,
    zone: row.zone,
    dueAt: row.dueAt,
    late: row.state === 'submitted' ? (row.submittedAt ?? '') > row.dueAt : meeting.now > row.dueAt,
    deadlines: contributionDeadlines(meeting, row, calendar, meeting.today).map(({ rule, date, passed }) => ({
      rule,
      date,
      passed,
    })),
    symbol: row.symbol,
    url: row.url,
    state: row.state,
    submittedAt: row.submittedAt,
    allowedActions: contributionLifecycle
      .allowedActions(row.state, contributionContext(row, meeting, item, actor))
      .filter(({ action }) => contributionOffers.includes(action)),
  };
}

export function presentSupport(row: SupportRow, meeting: MeetingRow, actor: Actor, reading: Reading): SupportView {
  return {
    id: row.id,
    etag: etagOf(row.version),
    side: row.side,
    audience: row.audience,
    office: presentText(row.office, reading),
    candidate: row.candidate,
    note: presentTextOrNull(row.note, reading),
    state: row.state,
    answer: presentTextOrNull(row.answer, reading),
    answeredAt: row.answeredAt,
    allowedActions: supportLifecycle.allowedActions(row.state, supportContext(row.side, meeting, actor)),
  };
}
