import { registerAgendaLink } from '#forum/agenda';
import { onAccepted, registerProposalSubject } from '#forum/two-key';
import { keepMeasure, makeChange, makeResolved } from './actions/propose-issue.js';
import { linkedRadioIssues } from './queries/agenda-links.js';
import { radioPath } from './queries/describe-radio-issue.js';
import { radioTitles } from './queries/radio-issues.js';
import { radioChange, radioMeasure, radioResolve } from './radio-proposals.js';
import { connectRadioToTranslation } from './radio-texts.js';

/** What the radio register says to the capabilities before it. */
export function connectRadio(): void {
  registerAgendaLink('radio_issue', linkedRadioIssues);
  onAccepted(radioChange, makeChange);
  onAccepted(radioResolve, makeResolved);
  onAccepted(radioMeasure, keepMeasure);
  registerProposalSubject('radio_issue', {
    lock: 'select id from forum.radio_issue where id = $1 for update',
    find: async (reader, _side, ids) =>
      new Map((await radioTitles(reader, ids)).map(({ id, title }) => [id, { title, path: radioPath(id) }])),
  });
  connectRadioToTranslation();
}
