import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Audience, Language, LocalizedText, Side } from '#core/kernel';
import { AgendaItemEntity } from '#forum/agenda';
import { DelegationMemberEntity } from '#forum/delegations';
import { PostEntity } from '#forum/identity';
import { SessionEntity } from '#forum/sessions';

/** The run of a session; its version counts changes of what is on and who has the floor. */
@Entity({ name: 'live_run' })
@Unique('uq_live_run_session_id', ['sessionId'])
@Check('ck_live_run_audience', `audience = 'joint'`)
export class LiveRunEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_live_run' }) id: string;
  @ForeignKey(() => SessionEntity, { name: 'fk_live_run_session_id' })
  @Column('uuid')
  sessionId: string;
  @Column('integer', { default: 1 }) version: number;
  @Column('text', { default: 'joint' }) audience: Audience;
}

/** A stretch of time for one row of the agenda, or, without one, for a break of so many minutes. */
@Entity({ name: 'live_segment' })
@Index('ix_live_segment_session_id', ['sessionId', 'id'])
@Index('uq_live_segment_open', ['sessionId'], { unique: true, where: 'ended_at is null' })
@Check('ck_live_segment_minutes', '(item_id is null) = (minutes is not null) and minutes between 1 and 480')
@Check('ck_live_segment_ended_at', 'ended_at >= started_at')
@Check('ck_live_segment_started_by_side', `started_by_side in ('kr','jp')`)
@Check('ck_live_segment_audience', `audience = 'joint'`)
export class LiveSegmentEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_live_segment' }) id: string;
  @ForeignKey(() => SessionEntity, { name: 'fk_live_segment_session_id' })
  @Column('uuid')
  sessionId: string;
  @ForeignKey(() => AgendaItemEntity, { name: 'fk_live_segment_item_id' })
  @Column('uuid', { nullable: true })
  itemId: string | null;
  @Column('integer', { nullable: true }) minutes: number | null;
  @Column('timestamptz', { default: () => 'forum.now()' }) startedAt: Date;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  @Column('text') startedBySide: Side;
  @Column('text', { default: 'joint' }) audience: Audience;
}

/** One wish to speak, and what became of it. Without a member the side names its speaker in the room. */
@Entity({ name: 'live_speaker' })
@Index('ix_live_speaker_session_id', ['sessionId', 'id'])
@Index('uq_live_speaker_speaking', ['sessionId'], { unique: true, where: `state = 'speaking'` })
@Index('uq_live_speaker_waiting', ['sessionId', 'itemId', 'memberId'], { unique: true, where: `state = 'requested'` })
@Check('ck_live_speaker_side', `side in ('kr','jp')`)
@Check('ck_live_speaker_state', `state in ('requested','speaking','spoken','skipped','withdrawn')`)
@Check('ck_live_speaker_audience', `audience = 'joint'`)
export class LiveSpeakerEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_live_speaker' }) id: string;
  @ForeignKey(() => SessionEntity, { name: 'fk_live_speaker_session_id' })
  @Column('uuid')
  sessionId: string;
  @ForeignKey(() => AgendaItemEntity, { name: 'fk_live_speaker_item_id' })
  @Column('uuid', { nullable: true })
  itemId: string | null;
  @Column('text') side: Side;
  @ForeignKey(() => DelegationMemberEntity, { name: 'fk_live_speaker_member_id' })
  @Column('uuid', { nullable: true })
  memberId: string | null;
  @Column('text', { default: 'requested' }) state: string;
  @Column('timestamptz', { default: () => 'forum.now()' }) requestedAt: Date;
  @Column('timestamptz', { nullable: true }) startedAt: Date | null;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  @Column('text', { default: 'joint' }) audience: Audience;
  @Column('integer', { default: 1 }) version: number;
}

/** What the room decided, as one side wrote it down; `wordedSide` wrote the words that stand. */
@Entity({ name: 'live_decision' })
@Unique('uq_live_decision_session_id_number', ['sessionId', 'number'])
@Check('ck_live_decision_number', 'number >= 1')
@Check('ck_live_decision_side', `side in ('kr','jp')`)
@Check('ck_live_decision_worded_side', `worded_side in ('kr','jp')`)
@Check('ck_live_decision_state', `state in ('draft','accepted','withdrawn')`)
@Check('ck_live_decision_audience', `audience = 'joint'`)
export class LiveDecisionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_live_decision' }) id: string;
  @ForeignKey(() => SessionEntity, { name: 'fk_live_decision_session_id' })
  @Column('uuid')
  sessionId: string;
  @ForeignKey(() => AgendaItemEntity, { name: 'fk_live_decision_item_id' })
  @Column('uuid', { nullable: true })
  itemId: string | null;
  @Column('integer') number: number;
  @Column('jsonb') text: LocalizedText;
  @Column('text') side: Side;
  @Column('text') wordedSide: Side;
  @ForeignKey(() => PostEntity, { name: 'fk_live_decision_post_id' })
  @Column('uuid', { nullable: true })
  postId: string | null;
  @Column('text', { default: 'draft' }) state: string;
  @Column('text', { default: 'joint' }) audience: Audience;
  @Column('integer', { default: 1 }) version: number;
  @Column('timestamptz', { default: () => 'forum.now()' }) createdAt: Date;
}

/** A line a side keeps to itself. */
@Entity({ name: 'live_note' })
@Index('ix_live_note_session_id', ['sessionId', 'id'])
@Check('ck_live_note_lang', `lang in ('ko','ja','en')`)
@Check('ck_live_note_audience', `audience in ('kr','jp')`)
export class LiveNoteEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_live_note' }) id: string;
  @ForeignKey(() => SessionEntity, { name: 'fk_live_note_session_id' })
  @Column('uuid')
  sessionId: string;
  @ForeignKey(() => AgendaItemEntity, { name: 'fk_live_note_item_id' })
  @Column('uuid', { nullable: true })
  itemId: string | null;
  @Column('text') lang: Language;
  @Column('text') text: string;
  @ForeignKey(() => PostEntity, { name: 'fk_live_note_post_id' })
  @Column('uuid', { nullable: true })
  postId: string | null;
  @Column('text') audience: Side;
  @Column('timestamptz', { default: () => 'forum.now()' }) createdAt: Date;
}

/** One change of the run, for the screens. Append-only; counted per audience. */
@Entity({ name: 'live_event' })
@Unique('uq_live_event_session_id_audience_position', ['sessionId', 'audience', 'position'])
@Check('ck_live_event_position', 'position >= 1')
@Check(
  'ck_live_event_kind',
  `kind in ('opened','item_started','break_started','stopped','over','speaker_asked','floor_given','floor_ended','speaker_skipped','speaker_withdrawn','decision_captured','decision_changed','decision_accepted','decision_withdrawn','action_recorded','attendance_marked','item_discussed','note_added')`,
)
@Check('ck_live_event_side', `side in ('kr','jp')`)
@Check('ck_live_event_audience', `audience in ('kr','jp','joint')`)
export class LiveEventEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_live_event' }) id: string;
  @ForeignKey(() => SessionEntity, { name: 'fk_live_event_session_id' })
  @Column('uuid')
  sessionId: string;
  @Column('integer') position: number;
  @Column('text') kind: string;
  @Column('uuid', { nullable: true }) subjectId: string | null;
  @Column('text', { nullable: true }) side: Side | null;
  @Column('timestamptz', { default: () => 'forum.now()' }) at: Date;
  @Column('text') audience: Audience;
}

export const liveEntities = [
  LiveRunEntity,
  LiveSegmentEntity,
  LiveSpeakerEntity,
  LiveDecisionEntity,
  LiveNoteEntity,
  LiveEventEntity,
];
