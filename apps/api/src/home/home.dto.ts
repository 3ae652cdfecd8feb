import { ApiProperty } from '@nestjs/swagger';
import { ActionSummaryView } from '../actions/actions.views.js';
import { LocalizedTextView } from '../http/text.view.js';
import { SessionSummaryView } from '../sessions/sessions.dto.js';

const kinds = [
  'agenda-sign',
  'agenda-translate',
  'agenda-exchange',
  'translation-do',
  'translation-check',
  'action-report',
  'action-confirm',
  'proposal-decide',
  'session-step',
  'radio-acknowledge',
  'radio-measure',
  'radio-check',
  'record-sign',
  'record-clear',
  'multilateral-contribution',
  'multilateral-support-answer',
];

export class WorkItemView {
  @ApiProperty({ enum: kinds }) kind: string;
  @ApiProperty({ type: LocalizedTextView }) title: LocalizedTextView;
  @ApiProperty({ description: 'path of the screen on which it is done' }) href: string;
  @ApiProperty({ type: String, nullable: true }) due: string | null;
  @ApiProperty({ type: Number, nullable: true }) daysLeft: number | null;
  @ApiProperty() illustrative: boolean;
}

export class HomeView {
  @ApiProperty({ type: [WorkItemView] }) waitsForMe: WorkItemView[];
  @ApiProperty({ type: [WorkItemView] }) waitsForThem: WorkItemView[];
  @ApiProperty({ type: [SessionSummaryView] }) nextSessions: SessionSummaryView[];
  @ApiProperty({ type: [ActionSummaryView] }) overdue: ActionSummaryView[];
}
