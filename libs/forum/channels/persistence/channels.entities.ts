import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Audience, Language, LocalizedText, Side } from '#core/kernel';
import { BodyEntity } from '#forum/identity';
import type { Evidence, Precision } from '#forum/provenance';
import type {
  ChannelEventType,
  ChannelState,
  HostingRule,
  Level,
  NameKind,
  ReferenceKind,
  Sensitivity,
  Suspender,
} from '../domain/channel.types.js';

const audiences = `audience in ('kr','jp','joint','business','public')`;
const levels = `'expert','division','dg','vice_minister','minister','summit','local','private'`;
const precisions = `date_precision in ('year','month','day')`;
const evidences = `evidence in ('seed','web','cross_verified','derived')`;

/** A subject that channels, sessions and commitments are about. */
@Entity({ name: 'topic' })
@Unique('uq_topic_code', ['code'])
export class TopicEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_topic' }) id: string;
  @Column('text') code: string;
  @Column('integer') position: number;
  @Column('jsonb') name: LocalizedText;
  @Column('text', { array: true, default: '{}' }) sourceCodes: string[];
}

/** A series of meetings (domain.md 3.2). `nominalLevel` is how it is set, not how a session was held (domain.md 1.3). */
@Entity({ name: 'channel' })
@Unique('uq_channel_code', ['code'])
@Check(
  'ck_channel_state',
  `state in ('proposed','agreed','active','stalled','suspended','concluded','superseded','withdrawn','unknown')`,
)
@Check('ck_channel_nominal_level', `nominal_level in (${levels})`)
@Check('ck_channel_audience', audiences)
@Check('ck_channel_origin_side', `origin_side in ('kr','jp')`)
@Check(
  'ck_channel_suspended_by',
  `suspended_by is null or (suspended_by in ('kr','jp','both') and state = 'suspended')`,
)
@Check('ck_channel_cadence_months', 'cadence_months between 1 and 120')
@Check('ck_channel_hosting_rule', `hosting_rule in ('alternating','rotation','by_agreement')`)
export class ChannelEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_channel' }) id: string;
  @Column('text') code: string;
  @Column('integer') position: number;
  @Column('jsonb') name: LocalizedText;
  @Column('text') state: ChannelState;
  @Column('text') nominalLevel: Level;
  @Column('jsonb', { nullable: true }) cadence: LocalizedText | null;
  @Column('text', { nullable: true }) hosting: string | null;
  @Column('text', { nullable: true }) note: string | null;
  @ForeignKey(() => ChannelEntity, { name: 'fk_channel_parent_id' })
  @Column('uuid', { nullable: true })
  parentId: string | null;
  @ForeignKey(() => ChannelEntity, { name: 'fk_channel_derived_from_id' })
  @Column('uuid', { nullable: true })
  derivedFromId: string | null;
  @Column('text', { array: true, default: '{}' }) distinctFromCodes: string[];
  @Column('text', { array: true, default: '{}' }) topicCodes: string[];
  @Column('text', { array: true, default: '{}' }) sourceCodes: string[];
  @Column('boolean', { default: false }) illustrative: boolean;
  @Column('text') audience: Audience;
  @Column('text', { nullable: true }) originSide: Side | null;
  @Column('text', { nullable: true }) suspendedBy: Suspender | null;
  @Column('integer', { nullable: true }) cadenceMonths: number | null;
  @Column('text', { nullable: true }) hostingRule: HostingRule | null;
  @Column('integer', { default: 1 }) version: number;
  @Column('timestamptz', { default: () => 'forum.now()' }) createdAt: Date;
  @Column('timestamptz', { default: () => 'forum.now()' }) updatedAt: Date;
}

/** A name per side and language (domain.md 1.1). Both ends of its period are included; an empty end is open. */
@Entity({ name: 'channel_name' })
@Unique('uq_channel_name_code', ['code'])
@Check('ck_channel_name_side', `side in ('kr','jp')`)
@Check('ck_channel_name_language', `language in ('ko','ja','en')`)
@Check('ck_channel_name_kind', `kind in ('official_kr','official_jp','press','translation','seed')`)
@Check('ck_channel_name_period', 'valid_to is null or valid_from is null or valid_from <= valid_to')
@Check('ck_channel_name_audience', audiences)
export class ChannelNameEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_channel_name' }) id: string;
  @Column('text') code: string;
  @Index('ix_channel_name_channel_id')
  @ForeignKey(() => ChannelEntity, { name: 'fk_channel_name_channel_id' })
  @Column('uuid')
  channelId: string;
  @Column('integer') position: number;
  @Column('text', { nullable: true }) side: Side | null;
  @Column('text') language: Language;
  @Column('text') text: string;
  @Column('text') kind: NameKind;
  @Column('date', { nullable: true }) validFrom: string | null;
  @Column('date', { nullable: true }) validTo: string | null;
  @Column('text', { array: true, default: '{}' }) sourceCodes: string[];
  @Column('text') audience: Audience;
}

/** Who meets: a body of the record, or plain words where the record has no such body. */
@Entity({ name: 'channel_party' })
@Unique('uq_channel_party_code', ['code'])
@Check('ck_channel_party_one', '(body_id is null) <> (plain is null)')
@Check('ck_channel_party_audience', audiences)
export class ChannelPartyEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_channel_party' }) id: string;
  @Column('text') code: string;
  @Index('ix_channel_party_channel_id')
  @ForeignKey(() => ChannelEntity, { name: 'fk_channel_party_channel_id' })
  @Column('uuid')
  channelId: string;
  @Column('integer') position: number;
  @ForeignKey(() => BodyEntity, { name: 'fk_channel_party_body_id' })
  @Column('uuid', { nullable: true })
  bodyId: string | null;
  @Column('text', { nullable: true }) plain: string | null;
  @Column('text') audience: Audience;
  @Column('boolean', { default: false }) ended: boolean;
}

/**
 * What happened to a channel; append-only (domain.md 3.2). `sortDate` is finer than `dateValue` and is never shown. An event of the record
 * has evidence and words; one of the desk has neither unless people gave words.
 */
@Entity({ name: 'channel_event' })
@Unique('uq_channel_event_code', ['code'])
@Index('ix_channel_event_channel_id_sort_date', ['channelId', 'sortDate', 'position'])
@Check(
  'ck_channel_event_type',
  `type in ('proposed','intent_announced','reported','agreed','first_session','session_held','renamed','elevated','lowered','spawned','stalled','suspended','resumption_proposed','resumption_announced','resumed','milestone','concluded','stall_withdrawn','superseded','withdrawn')`,
)
@Index('uq_channel_event_held', ['channelId', 'sessionId'], {
  unique: true,
  where: `type in ('first_session','session_held','resumed')`,
})
@Check('ck_channel_event_date_precision', precisions)
@Check('ck_channel_event_side', `side in ('kr','jp')`)
@Check('ck_channel_event_from_level', `from_level in (${levels})`)
@Check('ck_channel_event_reference_kind', `reference_kind in ('instrument','document','citation')`)
@Check('ck_channel_event_reference', '(reference is null) = (reference_kind is null)')
@Check('ck_channel_event_told', 'text is not null or evidence is null')
@Check('ck_channel_event_level', `level in (${levels})`)
@Check('ck_channel_event_evidence', evidences)
@Check('ck_channel_event_audience', audiences)
export class ChannelEventEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_channel_event' }) id: string;
  @Column('text') code: string;
  @ForeignKey(() => ChannelEntity, { name: 'fk_channel_event_channel_id' })
  @Column('uuid')
  channelId: string;
  @Column('integer') position: number;
  @Column('text') type: ChannelEventType;
  @Column('text') dateValue: string;
  @Column('text') datePrecision: Precision;
  @Column('date', { nullable: true }) dateEnd: string | null;
  @Column('date') sortDate: string;
  @Column('jsonb', { nullable: true }) text: LocalizedText | null;
  @Column('text', { nullable: true }) level: Level | null;
  @Column('text', { nullable: true }) note: string | null;
  @Column('text', { array: true, default: '{}' }) personCodes: string[];
  @Column('text', { array: true, default: '{}' }) bodyCodes: string[];
  @Column('text', { array: true }) sourceCodes: string[];
  @Column('text', { nullable: true }) evidence: Evidence | null;
  @Column('text') audience: Audience;
  @Column('text', { nullable: true }) side: Side | null;
  @Column('text', { nullable: true }) fromLevel: Level | null;
  @Column('uuid', { nullable: true }) sessionId: string | null;
  @ForeignKey(() => ChannelEntity, { name: 'fk_channel_event_related_channel_id' })
  @Column('uuid', { nullable: true })
  relatedChannelId: string | null;
  @Column('text', { nullable: true }) reference: string | null;
  @Column('text', { nullable: true }) referenceKind: ReferenceKind | null;
}

/** What happened around the channels: attributed, worded per language where the governments differ, never public (domain.md 3.14). */
@Entity({ name: 'context_event' })
@Unique('uq_context_event_code', ['code'])
@Check('ck_context_event_date_precision', precisions)
@Check('ck_context_event_sensitivity', `sensitivity in ('low','medium','high')`)
@Check('ck_context_event_evidence', evidences)
@Check('ck_context_event_audience', `audience in ('kr','jp','joint')`)
export class ContextEventEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_context_event' }) id: string;
  @Column('text') code: string;
  @Column('text') dateValue: string;
  @Column('text') datePrecision: Precision;
  @Column('date') sortDate: string;
  @Column('jsonb') text: LocalizedText;
  @Column('jsonb', { nullable: true }) wording: LocalizedText | null;
  @Column('text') attribution: string;
  @Column('text') sensitivity: Sensitivity;
  @Column('text', { array: true }) sourceCodes: string[];
  @Column('text') evidence: Evidence;
  @Column('text', { default: 'joint' }) audience: Side | 'joint';
}
