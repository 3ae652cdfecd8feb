import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Audience, LocalizedText, Side } from '#core/kernel';
import { ChannelEntity } from '#forum/channels';
import { CommitmentEntity } from '#forum/commitments';
import { PostEntity } from '#forum/identity';
import { SessionEntity } from '#forum/sessions';
import type {
  ActionEventName,
  ActionOriginKind,
  ActionPriority,
  ActionState,
  EvidenceKind,
} from '../domain/action.types.js';

const unfinished = `state in ('open','in_progress','blocked')`;
const audiences = `audience in ('kr','jp','joint','business','public')`;

/** What a post owes by a date (domain.md 3.9). */
@Entity({ name: 'action_item' })
@Unique('uq_action_item_code', ['code'])
@Unique('uq_action_item_number', ['number'])
@Index('ix_action_item_due_id', ['due', 'id'])
@Index('ix_action_item_owner_post_id_due_id', ['ownerPostId', 'due', 'id'])
@Index('ix_action_item_owner_side_due_id', ['ownerSide', 'due', 'id'])
@Index('ix_action_item_open_channel', ['channelId', 'due', 'id'], {
  where: `state in ('open','in_progress','blocked','done_claimed')`,
})
@Index('ix_action_item_unfinished_due', ['due', 'id'], { where: unfinished })
@Index('ix_action_item_unfinished_deputy', ['deputyPostId', 'due', 'id'], { where: unfinished })
@Index('ix_action_item_silent', ['answerUntil', 'id'], { where: 'answer_until is not null' })
@Index('ix_action_item_origin', ['originId', 'id'], { where: 'origin_id is not null' })
@Index('ix_action_item_open_post', ['ownerPostId', 'due', 'id'], {
  where: `state in ('open','in_progress','blocked','done_claimed')`,
})
@Index('ix_action_item_open_side', ['ownerSide', 'due', 'id'], {
  where: `state in ('open','in_progress','blocked','done_claimed')`,
})
@Index('ix_action_item_unfinished_post', ['ownerPostId', 'due', 'id'], { where: unfinished })
@Index('ix_action_item_unfinished_side', ['ownerSide', 'due', 'id'], { where: unfinished })
@Check('ck_action_item_owner_side', `owner_side in ('kr','jp')`)
@Check(
  'ck_action_item_state',
  `state in ('open','in_progress','blocked','done_claimed','done_confirmed','cancelled','superseded')`,
)
@Check('ck_action_item_audience', audiences)
@Check('ck_action_item_sequence', 'sequence > 0')
@Check('ck_action_item_version', 'version > 0')
@Check('ck_action_item_deputy_post_id', 'deputy_post_id <> owner_post_id')
@Check('ck_action_item_priority', `priority in ('high','normal','low')`)
@Check(
  'ck_action_item_origin_kind',
  `origin_kind in ('session','agenda_item','commitment','record_paragraph','radio_issue','other')`,
)
@Check('ck_action_item_origin_id', `(origin_kind in ('session','other')) = (origin_id is null)`)
@Check('ck_action_item_expected_on', `expected_on is null or state = 'blocked'`)
@Check('ck_action_item_answer_until', `answer_until is null or (state = 'done_claimed' and joint)`)
@Check('ck_action_item_silence_from', `silence_from is null or state = 'done_claimed'`)
@Check(
  'ck_action_item_superseded_by_id',
  `superseded_by_id is null or (state = 'superseded' and superseded_by_id <> id)`,
)
export class ActionItemEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_action_item' }) id: string;
  @Column('text', { nullable: true }) code: string | null;
  @Column('text') number: string;
  @Index('ix_action_item_series')
  @Column('text')
  series: string;
  @Column('integer') sequence: number;
  /** The common number of the two halves of a split item. */
  @Column('text', { nullable: true }) splitOf: string | null;
  @Index('ix_action_item_session_id')
  @ForeignKey(() => SessionEntity, { name: 'fk_action_item_session_id' })
  @Column('uuid', { nullable: true })
  sessionId: string | null;
  @ForeignKey(() => ChannelEntity, { name: 'fk_action_item_channel_id' })
  @Column('uuid', { nullable: true })
  channelId: string | null;
  @Index('ix_action_item_commitment_id')
  @ForeignKey(() => CommitmentEntity, { name: 'fk_action_item_commitment_id' })
  @Column('uuid', { nullable: true })
  commitmentId: string | null;
  @Column('jsonb') title: LocalizedText;
  @Column('text') ownerSide: Side;
  @ForeignKey(() => PostEntity, { name: 'fk_action_item_owner_post_id' })
  @Column('uuid')
  ownerPostId: string;
  @Column('date') due: string;
  @Column('date', { nullable: true }) originalDue: string | null;
  @Column('text') state: ActionState;
  @Column('boolean') joint: boolean;
  @Column('text') audience: Audience;
  @Column('boolean', { default: false }) illustrative: boolean;
  @Column('integer', { default: 1 }) version: number;
  @Column('timestamptz', { default: () => 'forum.now()' }) createdAt: Date;
  @Column('timestamptz', { default: () => 'forum.now()' }) updatedAt: Date;
  /** Acts for the owner; never owes the work itself. */
  @ForeignKey(() => PostEntity, { name: 'fk_action_item_deputy_post_id' })
  @Column('uuid', { nullable: true })
  deputyPostId: string | null;
  @Column('uuid', { array: true, default: '{}' }) supportingBodyIds: string[];
  @Column('text', { default: 'normal' }) priority: ActionPriority;
  @Column('text', { default: 'session' }) originKind: ActionOriginKind;
  /** Of the object named by `originKind`; null for the session itself and for what comes from elsewhere. */
  @Column('uuid', { nullable: true }) originId: string | null;
  /** While blocked: when the owner's side expects to go on; both sides see it. */
  @Column('date', { nullable: true }) expectedOn: string | null;
  @Column('timestamptz', { nullable: true }) claimedAt: Date | null;
  /** While reported complete, where the channel's rule says so: the last day on which the other side may answer; then silence confirms. */
  @Column('date', { nullable: true }) answerUntil: string | null;
  /** While reported complete: from when silence is counted where that is later than the report. */
  @Column('date', { nullable: true }) silenceFrom: string | null;
  @ForeignKey(() => ActionItemEntity, { name: 'fk_action_item_superseded_by_id' })
  @Column('uuid', { nullable: true })
  supersededById: string | null;
}

/** What shows that an item was done; append-only. */
@Entity({ name: 'action_evidence' })
@Index('ix_action_evidence_action_item_id', ['actionItemId', 'at', 'id'])
@Check('ck_action_evidence_kind', `kind in ('link','note','document','meeting')`)
@Check('ck_action_evidence_side', `side in ('kr','jp')`)
@Check('ck_action_evidence_audience', audiences)
@Check('ck_action_evidence_something', 'text is not null or url is not null')
@Check('ck_action_evidence_url', `url ~ '^https?://'`)
export class ActionEvidenceEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_action_evidence' }) id: string;
  @ForeignKey(() => ActionItemEntity, { name: 'fk_action_evidence_action_item_id' })
  @Column('uuid')
  actionItemId: string;
  @Column('text') kind: EvidenceKind;
  @Column('jsonb', { nullable: true }) text: LocalizedText | null;
  @Column('text', { nullable: true }) url: string | null;
  @Column('text') side: Side;
  @ForeignKey(() => PostEntity, { name: 'fk_action_evidence_post_id' })
  @Column('uuid', { nullable: true })
  postId: string | null;
  @Column('text') audience: Audience;
  @Column('timestamptz', { default: () => 'forum.now()' }) at: Date;
}

/** History of an item; append-only. */
@Entity({ name: 'action_event' })
@Index('ix_action_event_action_item_id', ['actionItemId', 'at', 'id'])
@Check(
  'ck_action_event_event',
  `event in ('recorded','started','doneClaimed','doneConfirmed','returned','dueExtended','blocked','unblocked','reassigned','detailsChanged','cancelled','superseded','confirmedBySilence')`,
)
@Check('ck_action_event_side', `side in ('kr','jp')`)
@Check('ck_action_event_audience', audiences)
export class ActionEventEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_action_event' }) id: string;
  @ForeignKey(() => ActionItemEntity, { name: 'fk_action_event_action_item_id' })
  @Column('uuid')
  actionItemId: string;
  @Column('text') event: ActionEventName;
  @Column('text', { nullable: true }) side: Side | null;
  @ForeignKey(() => PostEntity, { name: 'fk_action_event_post_id' })
  @Column('uuid', { nullable: true })
  postId: string | null;
  @Column('jsonb', { default: '{}' }) params: Record<string, string>;
  @Column('text') audience: Audience;
  @Column('timestamptz', { default: () => 'forum.now()' }) at: Date;
}
