export { multilateralEntities } from './persistence/multilateral.entities.js';
export { listMultilateralMeetings, type MultilateralMeetingRow } from './queries/multilateral-meetings.js';
