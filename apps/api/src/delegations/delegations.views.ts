import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { SIDES, type Side } from '#core/kernel';
import { delegationStates, memberRoles, type DelegationState, type MemberRole } from '#forum/delegations';
import { AllowedView, LocalizedTextView } from '../http/text.view.js';
import { PostView } from '../identity/identity.dto.js';
import { CalendarNoteView } from '../working-days/calendar-notes.dto.js';

export class NamePartsView {
  @ApiProperty() family: string;
  @ApiProperty() given: string;
}

/** A name in the scripts that were given; those that were not are absent. */
export class PersonNameView {
  @ApiPropertyOptional({ type: NamePartsView }) hangul?: NamePartsView | undefined;
  @ApiPropertyOptional({ type: NamePartsView }) hanja?: NamePartsView | undefined;
  @ApiPropertyOptional({ type: NamePartsView }) kanji?: NamePartsView | undefined;
  @ApiPropertyOptional({ type: NamePartsView }) kana?: NamePartsView | undefined;
  @ApiPropertyOptional({ type: NamePartsView }) latin?: NamePartsView | undefined;
}

export class BadgeNameView {
  @ApiPropertyOptional() ko?: string;
  @ApiPropertyOptional() ja?: string;
  @ApiPropertyOptional() en?: string;
}

export class NeedsView {
  @ApiProperty() etag: string;
  @ApiProperty() diet: string;
  @ApiProperty() access: string;
}

export class RankRequestView {
  @ApiProperty({ enum: SIDES }) side: Side;
  @ApiProperty() rank: number;
  @ApiProperty() note: string;
  @ApiProperty() at: string;
}

export class AttendanceView {
  @ApiProperty({ type: String, nullable: true, description: 'null for the whole session' }) itemId: string | null;
  @ApiProperty() present: boolean;
}

export class MemberView {
  @ApiProperty() id: string;
  @ApiProperty() etag: string;
  @ApiProperty({ type: PostView }) post: PostView;
  @ApiProperty({ enum: memberRoles }) role: MemberRole;
  @ApiProperty({ type: PersonNameView }) names: PersonNameView;
  @ApiProperty({ type: BadgeNameView }) badge: BadgeNameView;
  @ApiProperty({ type: String, nullable: true }) arrival: string | null;
  @ApiProperty({ description: 'the number that counts' }) rank: number;
  @ApiProperty({ type: Number, nullable: true, description: 'set for this session; null when the post’s counts' })
  rankOverride: number | null;
  @ApiProperty({ type: RankRequestView, nullable: true }) rankRequest: RankRequestView | null;
  @ApiProperty({ description: 'the reader’s own card' }) mine: boolean;
  @ApiProperty({ type: NeedsView, nullable: true, description: 'the own side’s only, never the other side’s' })
  needs: NeedsView | null;
  @ApiProperty({ type: [AttendanceView] }) attendance: AttendanceView[];
  @ApiProperty({ type: [AllowedView] }) allowedActions: AllowedView[];
}

export class CompanyPersonView {
  @ApiProperty() id: string;
  @ApiProperty() etag: string;
  @ApiProperty() company: string;
  @ApiProperty() title: string;
  @ApiProperty({ type: PersonNameView }) names: PersonNameView;
  @ApiProperty({ type: [AllowedView] }) allowedActions: AllowedView[];
}

export class DelegationListView {
  @ApiProperty({ enum: SIDES }) side: Side;
  @ApiProperty({ type: String, nullable: true, description: 'null while there is no list to see' }) etag: string | null;
  @ApiProperty({ enum: ['none', ...delegationStates], description: 'none: no list to see' })
  state: DelegationState | 'none';
  @ApiProperty({ type: Boolean, nullable: true, description: 'by the head; of the own side’s draft only' })
  approved: boolean | null;
  @ApiProperty({ type: String, nullable: true }) submittedAt: string | null;
  @ApiProperty({ type: String, nullable: true }) acceptedAt: string | null;
  @ApiProperty({ type: [MemberView] }) members: MemberView[];
  @ApiProperty({ type: [CompanyPersonView] }) companyPeople: CompanyPersonView[];
  @ApiProperty({ type: [AllowedView] }) allowedActions: AllowedView[];
}

export class ParityView {
  @ApiProperty({ description: 'code of the warning' }) code: string;
  @ApiProperty({ type: 'object', additionalProperties: true }) params: Record<string, string | number>;
}

export class AttendanceItemView {
  @ApiProperty() id: string;
  @ApiProperty() number: number;
  @ApiProperty({ type: LocalizedTextView }) title: LocalizedTextView;
}

export class DelegationsView {
  @ApiProperty() sessionId: string;
  @ApiProperty({ type: [DelegationListView], description: 'the reader’s side first, on a neutral page the host' })
  lists: DelegationListView[];
  @ApiProperty({ type: ParityView, nullable: true, description: 'for secretariats and heads' })
  parity: ParityView | null;
  @ApiProperty({ type: [Number] }) rankTable: number[];
  @ApiProperty({ description: 'day on which both lists are due' }) dueDate: string;
  @ApiProperty({ description: 'whether a change now is told to the other side' }) changesAreTold: boolean;
  @ApiProperty({ type: [AttendanceItemView], description: 'what attendance can be marked for, besides the session' })
  items: AttendanceItemView[];
  @ApiProperty({ type: [CalendarNoteView] }) calendarNotes: CalendarNoteView[];
}
