import { sideOrder, type Actor, type Allowed, type Side } from '#core/kernel';
import { isOnAgenda, type AgendaRow } from '#forum/agenda';
import {
  changeIsTold,
  delegationContext,
  delegationLifecycle,
  delegationsErrors,
  holds,
  isOpenFor,
  parityGap,
  rankTable,
  readsNeeds,
  type CompanyPersonRow,
  type DelegationListRow,
  type MemberRow,
  type SessionOfListRow,
} from '#forum/delegations';
import type { RuleBook } from '#forum/reminder-rules';
import { sessionDueDate } from '#forum/sessions';
import type { WorkingCalendar } from '#forum/working-days';
import { etagOf, type Reading } from '../http/decorators.js';
import { presentText } from '../http/text.view.js';
import { presentPost } from '../identity/identity.presenter.js';
import { notesInOrder } from './notes.js';
import type { CompanyPersonView, DelegationListView, DelegationsView, MemberView } from './delegations.views.js';

export interface DelegationsPage {
  readonly session: SessionOfListRow;
  readonly lists: readonly DelegationListRow[];
  readonly companyPeople: readonly CompanyPersonRow[];
  readonly agenda: AgendaRow | undefined;
  readonly calendar: WorkingCalendar;
  readonly rules: RuleBook;
}

/** Both lists for one reader. A list that is not there and a draft of the other side look the same. */
export function presentDelegations(page: DelegationsPage, actor: Actor, reading: Reading): DelegationsView {
  const { session, lists, calendar } = page;
  const dueDate = sessionDueDate('delegation_list', session.startDate, calendar, page.rules);
  const items = (page.agenda?.items ?? []).filter((item) => item.kind === 'item' && isOnAgenda(item));
  return {
    sessionId: session.id,
    lists: sideOrder(actor.side ?? 'neutral', session.hostSide ?? undefined).map((side) =>
      presentList(page, side, actor, reading),
    ),
    parity: speaks(actor) ? presentParity(lists) : null,
    rankTable: [...rankTable],
    dueDate,
    changesAreTold: changeIsTold(session.today, dueDate),
    items: items.map((item, index) => ({
      id: item.id,
      number: index + 1,
      title: presentText(item.title, reading),
    })),
    calendarNotes: notesInOrder(calendar, session, dueDate, actor),
  };
}

function presentList(page: DelegationsPage, side: Side, actor: Actor, reading: Reading): DelegationListView {
  const list = page.lists.find((candidate) => candidate.side === side);
  const own = actor.side === side;
  return {
    side,
    etag: list ? etagOf(list.version) : null,
    state: list?.state ?? 'none',
    approved: own && list ? list.approvedAt !== null : null,
    submittedAt: instant(list?.submittedAt),
    acceptedAt: instant(list?.acceptedAt),
    members: (list?.members ?? []).map((member) => presentMember({ page, list, own, actor }, member, reading)),
    companyPeople: page.companyPeople
      .filter((person) => person.side === side)
      .map((person) => presentCompanyPerson(page.session, person, actor)),
    allowedActions: listOffers(page.session, list, side, actor),
  };
}

const listActions = ['approve', 'submit', 'accept'] as const;

function listOffers(
  session: SessionOfListRow,
  list: DelegationListRow | undefined,
  side: Side,
  actor: Actor,
): Allowed[] {
  const secretariat = actor.side === side && actor.roles.includes('secretariat');
  const edit = secretariat ? [offer('edit', isOpenFor(session.state) ? null : delegationsErrors.sessionOver.code)] : [];
  if (!list) return edit;
  const offers = delegationLifecycle.allowedActions(list.state, delegationContext(list, session, actor));
  return [...edit, ...offers.filter((entry) => listActions.some((action) => action === entry.action) && meant(entry))];
}

interface CardOf {
  readonly page: DelegationsPage;
  readonly list: DelegationListRow | undefined;
  readonly own: boolean;
  readonly actor: Actor;
}

function presentMember(of: CardOf, member: MemberRow, reading: Reading): MemberView {
  const { page, actor } = of;
  const side = of.list?.side;
  const needs = side !== undefined && readsNeeds(actor, side, member);
  return {
    id: member.id,
    etag: etagOf(member.version),
    post: presentPost(member.post, reading),
    role: member.role,
    names: member.names,
    badge: member.badge,
    arrival: instant(member.arrival),
    rank: member.rank,
    rankOverride: member.rankOverride,
    rankRequest: member.rankRequest && {
      side: member.rankRequest.side,
      rank: member.rankRequest.rank,
      note: member.rankRequest.note,
      at: new Date(member.rankRequest.askedAt).toISOString(),
    },
    mine: of.own && holds(actor, member),
    needs: needs
      ? {
          etag: etagOf(member.needs?.version ?? 0),
          diet: member.needs?.diet ?? '',
          access: member.needs?.access ?? '',
        }
      : null,
    attendance: member.attendance.map(({ aboutId, present }) => ({
      itemId: aboutId === page.session.id ? null : aboutId,
      present,
    })),
    allowedActions: of.list ? memberOffers(of.list, page.session, member, actor, needs) : [],
  };
}

/** What the actor may do with a card; what is not theirs at all is left out. */
function memberOffers(
  list: DelegationListRow,
  session: SessionOfListRow,
  member: MemberRow,
  actor: Actor,
  needs: boolean,
): Allowed[] {
  const secretariat = actor.side === list.side && actor.roles.includes('secretariat');
  const offers = delegationLifecycle.allowedActions(list.state, delegationContext(list, session, actor, member));
  const found = (action: string) => offers.find((entry) => entry.action === action && meant(entry));
  const edit = found('edit');
  const answer: Allowed[] = [];
  if (edit && secretariat) answer.push(edit, { ...edit, action: 'remove' });
  if (edit && !secretariat) answer.push({ ...edit, action: 'edit-card' });
  if (needs) answer.push(offer('record-needs', null));
  if (edit && secretariat && member.rankRequest) answer.push({ ...edit, action: 'keep-rank' });
  for (const action of ['ask-rank', 'mark-attendance']) {
    const entry = found(action);
    if (entry) answer.push(entry);
  }
  return answer;
}

function presentCompanyPerson(session: SessionOfListRow, person: CompanyPersonRow, actor: Actor): CompanyPersonView {
  const mine = actor.side === person.side && actor.roles.includes('secretariat');
  const reason = isOpenFor(session.state) ? null : delegationsErrors.sessionOver.code;
  return {
    id: person.id,
    etag: etagOf(person.version),
    company: person.company,
    title: person.title,
    names: person.names,
    allowedActions: mine ? [offer('edit', reason), offer('remove', reason)] : [],
  };
}

/** domain.md 3.4: heads within five points, otherwise a warning. Each side is warned by what it can see. */
function presentParity(lists: readonly DelegationListRow[]): DelegationsView['parity'] {
  const headOf = (side: Side) =>
    lists.find((list) => list.side === side)?.members.find((member) => member.role === 'head')?.rank;
  const gap = parityGap(headOf('kr'), headOf('jp'));
  if (gap === null) return null;
  const { code, params } = delegationsErrors.rankParity({ gap });
  return { code, params };
}

function speaks(actor: Actor): boolean {
  return actor.side !== null && (actor.roles.includes('secretariat') || actor.roles.includes('head'));
}

function offer(action: string, reason: string | null): Allowed {
  return { action, allowed: reason === null, reason };
}

function meant(entry: Allowed): boolean {
  return entry.reason !== 'common.forbidden';
}

function instant(at: string | null | undefined): string | null {
  return at ? new Date(at).toISOString() : null;
}
