import { registerAgendaLink } from '#forum/agenda';
import { linkedRadioIssues } from './queries/agenda-links.js';

registerAgendaLink('radio_issue', linkedRadioIssues);

export { bandsOverlap, hertzOf, MAX_HZ, megahertzText } from './domain/frequency.js';
export type { Band } from './domain/frequency.js';
export { RADIO_SERVICES, RADIO_STATES, RADIO_TYPES } from './domain/radio.types.js';
export type { RadioService, RadioState, RadioType } from './domain/radio.types.js';
export { radioErrors } from './domain/radio.errors.js';
export { radioEntities } from './persistence/radio.entities.js';
export {
  findRadioIssue,
  listRadioIssues,
  type RadioIssueDetailRow,
  type RadioIssueRow,
} from './queries/radio-issues.js';
