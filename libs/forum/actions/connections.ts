import { subscribeInTx } from '#platform/database';
import { registerAgendaLink, registerFollowUp } from '#forum/agenda';
import { channelChanged } from '#forum/channels';
import { onAccepted, registerProposalSubject } from '#forum/two-key';
import { holidaysChanged } from '#forum/working-days';
import { actionCancel, actionSupersede, channelActionRules } from './action-proposals.js';
import { agreeActionRule } from './actions/change-rule.js';
import { agreeCancel, agreeSupersede } from './actions/end-action.js';
import { countSilenceAnew, moveAnswerDays } from './actions/silence.js';
import { hasJustResumed } from './queries/has-just-resumed.js';
import { registerActionOrigin } from './origins.js';
import { linkedActions, openActionsOfChannel } from './queries/agenda-links.js';
import { agendaItemsSeen } from './queries/agenda-origins.js';
import { paragraphsSeen } from './queries/record-origins.js';

/** What action items say to the capabilities before them, and hear from them. */
export function connectActions(): void {
  registerAgendaLink('action_item', linkedActions);
  registerFollowUp(openActionsOfChannel);
  registerActionOrigin('agenda_item', agendaItemsSeen);
  registerActionOrigin('record_paragraph', paragraphsSeen);

  onAccepted(actionCancel, agreeCancel);
  onAccepted(actionSupersede, agreeSupersede);
  onAccepted(channelActionRules, agreeActionRule);
  registerProposalSubject('action_item', {
    lock: 'select id from forum.action_item where id = $1 for update',
    find: async (reader, side, ids) => {
      const found = await linkedActions(reader, side, ids);
      return new Map([...found].map(([id, { title, path }]) => [id, { title, path }]));
    },
  });

  subscribeInTx(holidaysChanged, (tx) => moveAnswerDays(tx));
  subscribeInTx(channelChanged, async (tx, { channelId, what }) => {
    if ((what === 'resumed' || what === 'session_held') && (await hasJustResumed(tx, channelId)))
      await countSilenceAnew(tx, channelId);
  });
}
