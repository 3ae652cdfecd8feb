import type { Actor } from '#core/kernel';
import {
  mayProposeTemplate,
  standingTitle,
  type AgendaTemplateRow,
  type DeferredItemRow,
  type FollowUp,
} from '#forum/agenda';
import { sessionTitle } from '#forum/sessions';
import type { ProposalRow } from '#forum/two-key';
import type { Reading } from '../http/decorators.js';
import { presentText } from '../http/text.view.js';
import { presentProposal } from '../proposals/proposals.presenter.js';
import type { AgendaTemplateView, CarryOverView } from './agenda-plans.dto.js';
import { presentFollowUp } from './agenda.presenter.js';

/** The standing items of a channel, under the names they would get. */
export function presentTemplate(
  row: AgendaTemplateRow,
  proposals: readonly ProposalRow[],
  actor: Actor,
  reading: Reading,
): AgendaTemplateView {
  const { channelId, isDefault, template } = row;
  return {
    channelId,
    isDefault,
    first: template.first,
    items: template.items.map(({ standing, minutes, objective, title }) => ({
      standing,
      minutes,
      objective,
      title: presentText(title ?? standingTitle(standing, null, reading.language), reading),
      ownTitle: title !== null,
    })),
    proposals: proposals.map((proposal) => presentProposal(proposal, undefined, actor, reading)),
    allowedActions: mayProposeTemplate(actor) ? [{ action: 'propose', allowed: true, reason: null }] : [],
  };
}

export function presentCarryOver(
  items: readonly DeferredItemRow[],
  actions: readonly FollowUp[],
  actor: Actor,
  reading: Reading,
): CarryOverView {
  return {
    items: items.map((row) => ({
      itemId: row.itemId,
      sessionId: row.sessionId,
      sessionTitle: row.session && presentText(sessionTitle(row.session, actor.side), reading),
      title: presentText(row.title, reading),
      proposer: row.proposer,
      minutes: row.minutes,
      objective: row.objective,
      deferredIn: row.deferredIn,
    })),
    actions: actions.map((action) => presentFollowUp(action, reading)),
  };
}
