export { listMultilateralMeetings, type MultilateralMeetingRow } from './queries/multilateral-meetings.js';
