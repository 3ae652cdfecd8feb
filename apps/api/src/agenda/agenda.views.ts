import { ApiProperty } from '@nestjs/swagger';
import { LANGUAGES, SIDES, type Language, type Side } from '#core/kernel';
import {
  agendaStates,
  itemKinds,
  itemStates,
  linkKinds,
  objectives,
  standingCodes,
  textFields,
  type AgendaState,
  type ItemKind,
  type ItemState,
  type LinkKind,
  type Objective,
  type StandingCode,
  type TextField,
} from '#forum/agenda';
import { AllowedView, LocalizedTextView } from '../http/text.view.js';
import { ProposalView } from '../proposals/proposals.dto.js';
import { KeyView } from './key.view.js';

const instant = { type: String, nullable: true, description: 'ISO 8601 UTC' } as const;
const audiences = ['kr', 'jp', 'joint', 'business', 'public'];

export class GapView {
  @ApiProperty() itemId: string;
  @ApiProperty({ enum: textFields }) field: TextField;
  @ApiProperty({ enum: LANGUAGES }) lang: Language;
  @ApiProperty({ enum: ['missing', 'stale', 'machine', 'draft'] }) gap: string;
}

/** What an item is about; what the reader may not see is left out. */
export class AgendaLinkView {
  @ApiProperty({ enum: linkKinds }) kind: LinkKind;
  @ApiProperty() id: string;
  @ApiProperty({ type: LocalizedTextView }) title: LocalizedTextView;
  @ApiProperty({ description: 'page of the web app that shows it' }) path: string;
  @ApiProperty({ enum: audiences, description: 'who reads it' }) audience: string;
  @ApiProperty({ type: String, nullable: true, description: 'a state of its own kind' }) state: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'YYYY-MM-DD' }) due: string | null;
}

/** An open matter of the channel, as it stands now. */
export class AgendaFollowUpView extends AgendaLinkView {
  @ApiProperty({ enum: SIDES, description: 'who owes it' }) side: Side;
  @ApiProperty() overdue: boolean;
  @ApiProperty({ description: 'so long overdue that the rules of the channel put it onto the next agenda' })
  risen: boolean;
}

export class CarriedFromView {
  @ApiProperty() itemId: string;
  @ApiProperty() sessionId: string;
  @ApiProperty({ type: LocalizedTextView, nullable: true }) sessionTitle: LocalizedTextView | null;
}

export class AgendaItemView {
  @ApiProperty() id: string;
  @ApiProperty() etag: string;
  @ApiProperty({ enum: itemKinds, description: 'one list holds items, section headings and breaks' }) kind: ItemKind;
  @ApiProperty({ type: Number, nullable: true, description: 'null for sections, breaks and what was put off' })
  number: number | null;
  @ApiProperty({ enum: standingCodes, nullable: true, type: String }) standing: StandingCode | null;
  @ApiProperty({ type: LocalizedTextView }) title: LocalizedTextView;
  @ApiProperty({ type: LocalizedTextView, nullable: true }) description: LocalizedTextView | null;
  @ApiProperty({ enum: SIDES }) proposer: Side;
  @ApiProperty({ enum: SIDES, nullable: true, type: String }) lead: Side | null;
  @ApiProperty({ description: 'of speech, or of the break; 0 for a section' }) minutes: number;
  @ApiProperty({ description: 'on the clock: speech takes longer when it is interpreted' }) runningMinutes: number;
  @ApiProperty(instant) startsAt: string | null;
  @ApiProperty({ ...instant, description: 'ISO 8601 UTC; a section ends where the next one begins' })
  endsAt: string | null;
  @ApiProperty({ enum: objectives, nullable: true, type: String }) objective: Objective | null;
  @ApiProperty({ enum: audiences }) audience: string;
  @ApiProperty({ enum: itemStates }) state: ItemState;
  @ApiProperty({
    enum: ['preparation', 'session'],
    nullable: true,
    type: String,
    description: 'put off before the agenda was adopted, and no part of it any more, or at the session',
  })
  deferredIn: 'preparation' | 'session' | null;
  @ApiProperty({ type: CarriedFromView, nullable: true }) carriedFrom: CarriedFromView | null;
  @ApiProperty({ type: [AgendaLinkView] }) links: AgendaLinkView[];
  @ApiProperty({ type: [AgendaFollowUpView], description: 'filled for the standing item follow_up only' })
  followUps: AgendaFollowUpView[];
  @ApiProperty({ description: 'comments the reader can see' }) commentCount: number;
  @ApiProperty({ type: LocalizedTextView, nullable: true }) privateNote: LocalizedTextView | null;
  @ApiProperty() illustrative: boolean;
  @ApiProperty({ type: [AllowedView] }) allowedActions: AllowedView[];
}

export class AgendaView {
  @ApiProperty() id: string;
  @ApiProperty() sessionId: string;
  @ApiProperty() etag: string;
  @ApiProperty({ enum: agendaStates }) state: AgendaState;
  @ApiProperty({ enum: audiences }) audience: string;
  @ApiProperty({ type: String, nullable: true }) hash: string | null;
  @ApiProperty() version: number;
  @ApiProperty({ type: [KeyView] }) keys: KeyView[];
  @ApiProperty({ type: [GapView] }) gaps: GapView[];
  @ApiProperty({ description: 'speech and breaks, own drafts included' }) totalMinutes: number;
  @ApiProperty({ ...instant, description: 'ISO 8601 UTC; when the last shared row ends' }) endsAt: string | null;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'minutes by which the agenda outlasts the session; 0 when it fits, null while a time is missing',
  })
  overrunMinutes: number | null;
  @ApiProperty({ type: [AgendaItemView] }) items: AgendaItemView[];
  @ApiProperty({ type: [ProposalView], description: 'open ones, about the agenda or one of its items' })
  proposals: ProposalView[];
  @ApiProperty({ type: [AllowedView] }) allowedActions: AllowedView[];
  @ApiProperty() illustrative: boolean;
}
