import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Audience, Language, LocalizedText, Side } from '#core/kernel';
import { ChannelEntity } from '#forum/channels';
import { PostEntity } from '#forum/identity';
import type { Evidence, Precision } from '#forum/provenance';
import { SessionEntity } from '#forum/sessions';
import type {
  ActingSide,
  CommitmentStatus,
  InstrumentKind,
  InstrumentState,
  LegalForce,
  Strength,
} from '../domain/commitment.types.js';

const audiences = `audience in ('kr','jp','joint','business','public')`;
const evidences = `evidence in ('seed','web','cross_verified','derived')`;

/** A text that both sides stand behind, and how far it binds (domain.md 3.8). */
@Entity({ name: 'instrument' })
@Unique('uq_instrument_code', ['code'])
@Check(
  'ck_instrument_kind',
  `kind in ('treaty','agreement','memorandum','memorandum_of_cooperation','agency_arrangement','initiative','action_plan','agreed_minutes')`,
)
@Check('ck_instrument_legal', `legal in ('treaty','agency_level','political','non_binding')`)
@Check('ck_instrument_date_precision', `date_precision in ('year','month','day')`)
@Check('ck_instrument_evidence', evidences)
@Check('ck_instrument_audience', audiences)
@Check('ck_instrument_state', `state in ('recorded','draft','proposed','returned','withdrawn')`)
@Check('ck_instrument_origin_side', `origin_side in ('kr','jp')`)
@Check('ck_instrument_version', 'version > 0')
export class InstrumentEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_instrument' }) id: string;
  @Column('text') code: string;
  @Column('jsonb') name: LocalizedText;
  @Column('text') kind: InstrumentKind;
  @Column('text') dateValue: string;
  @Column('text') datePrecision: Precision;
  @Column('date') sortDate: string;
  @Column('text') legal: LegalForce;
  @Column('jsonb', { nullable: true }) place: LocalizedText | null;
  @Column('text', { nullable: true }) note: string | null;
  @Column('text', { nullable: true }) titlePattern: string | null;
  @Column('boolean', { nullable: true }) textAvailable: boolean | null;
  @Column('text', { array: true, default: '{}' }) partyCodes: string[];
  @Column('text', { array: true }) sourceCodes: string[];
  @Column('text') evidence: Evidence;
  @Column('boolean', { default: false }) illustrative: boolean;
  @Column('text') audience: Audience;
  @Column('text', { default: 'recorded' }) state: InstrumentState;
  /** Who drafted it; null for the record. */
  @Column('text', { nullable: true }) originSide: Side | null;
  @Index('ix_instrument_session_id')
  @ForeignKey(() => SessionEntity, { name: 'fk_instrument_session_id' })
  @Column('uuid', { nullable: true })
  sessionId: string | null;
  @ForeignKey(() => PostEntity, { name: 'fk_instrument_kr_signatory_post_id' })
  @Column('uuid', { nullable: true })
  krSignatoryPostId: string | null;
  @ForeignKey(() => PostEntity, { name: 'fk_instrument_jp_signatory_post_id' })
  @Column('uuid', { nullable: true })
  jpSignatoryPostId: string | null;
  /** Languages in which an original was made. */
  @Column('text', { array: true, default: '{}' }) copyLanguages: Language[];
  @Column('integer', { default: 1 }) version: number;
  @Column('timestamptz', { default: () => 'forum.now()' }) updatedAt: Date;
}

/** An area that the instrument's own text heads. */
@Entity({ name: 'instrument_area' })
@Unique('uq_instrument_area_code', ['code'])
@Unique('uq_instrument_area_instrument_id_mark', ['instrumentId', 'mark'])
@Check('ck_instrument_area_audience', audiences)
export class InstrumentAreaEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_instrument_area' }) id: string;
  @Column('text') code: string;
  @ForeignKey(() => InstrumentEntity, { name: 'fk_instrument_area_instrument_id' })
  @Column('uuid')
  instrumentId: string;
  @Column('integer') position: number;
  @Column('text') mark: string;
  @Column('jsonb') name: LocalizedText;
  @Column('text') audience: Audience;
}

/** One obligation. A strength of one side names that side and never counts as agreed (domain.md 1.7). */
@Entity({ name: 'commitment' })
@Unique('uq_commitment_code', ['code'])
@Check(
  'ck_commitment_strength',
  `strength in ('joint_binding','joint_political','joint_non_binding','discussed','unilateral_intent','proposal')`,
)
@Check('ck_commitment_strength_side', `(strength in ('unilateral_intent','proposal')) = (strength_side is not null)`)
@Check('ck_commitment_side', `strength_side in ('kr','jp')`)
@Check(
  'ck_commitment_status',
  `status in ('proposed','recorded','assigned','in_progress','fulfilled','fulfilled_differently','partly','lapsed','superseded','closed_with_event','unknown')`,
)
@Check('ck_commitment_due', '(due_value is null) = (due_precision is null) and (due_value is null) = (due_on is null)')
@Check('ck_commitment_due_precision', `due_precision in ('year','month','day')`)
@Check('ck_commitment_evidence', evidences)
@Check('ck_commitment_audience', audiences)
@Check('ck_commitment_quote', '(quote is null) = (quote_lang is null)')
@Check('ck_commitment_quote_lang', `quote_lang in ('ko','ja','en')`)
@Check('ck_commitment_acting_side', `acting_side in ('kr','jp','both')`)
@Check('ck_commitment_kr_post', `kr_post_id is null or acting_side in ('kr','both')`)
@Check('ck_commitment_jp_post', `jp_post_id is null or acting_side in ('jp','both')`)
@Check('ck_commitment_version', 'version > 0')
export class CommitmentEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_commitment' }) id: string;
  @Column('text') code: string;
  @Column('integer') position: number;
  @Index('ix_commitment_instrument_id')
  @ForeignKey(() => InstrumentEntity, { name: 'fk_commitment_instrument_id' })
  @Column('uuid', { nullable: true })
  instrumentId: string | null;
  @ForeignKey(() => InstrumentAreaEntity, { name: 'fk_commitment_area_id' })
  @Column('uuid', { nullable: true })
  areaId: string | null;
  @Index('ix_commitment_session_id')
  @ForeignKey(() => SessionEntity, { name: 'fk_commitment_session_id' })
  @Column('uuid', { nullable: true })
  sessionId: string | null;
  @Column('jsonb') text: LocalizedText;
  @Column('text') strength: Strength;
  @Column('text', { nullable: true }) strengthSide: Side | null;
  @Column('text') status: CommitmentStatus;
  @Column('date', { nullable: true }) statusAsOf: string | null;
  @Column('text', { nullable: true }) statusNote: string | null;
  @Column('text', { nullable: true }) dueValue: string | null;
  @Column('text', { nullable: true }) duePrecision: Precision | null;
  /** The last day that the due date can mean. */
  @Column('date', { nullable: true }) dueOn: string | null;
  @Column('jsonb', { nullable: true }) followUp: LocalizedText | null;
  @Column('text', { array: true, default: '{}' }) followUpSourceCodes: string[];
  @Column('text', { array: true, default: '{}' }) topicCodes: string[];
  @Column('text', { array: true }) sourceCodes: string[];
  @Column('text') evidence: Evidence;
  @Column('boolean', { default: false }) illustrative: boolean;
  @Column('text') audience: Audience;
  /** The clause in its own words; fixed once it is recorded. */
  @Column('text', { nullable: true }) quote: string | null;
  @Column('text', { nullable: true }) quoteLang: Language | null;
  /** A heading without a duty. */
  @Column('boolean', { default: false }) chapeau: boolean;
  @Column('text', { nullable: true }) actingSide: ActingSide | null;
  @ForeignKey(() => PostEntity, { name: 'fk_commitment_kr_post_id' })
  @Column('uuid', { nullable: true })
  krPostId: string | null;
  @ForeignKey(() => PostEntity, { name: 'fk_commitment_jp_post_id' })
  @Column('uuid', { nullable: true })
  jpPostId: string | null;
  /** By what both see that it is kept. */
  @Column('jsonb', { nullable: true }) measure: LocalizedText | null;
  /** A clause taken out of a draft. */
  @Column('timestamptz', { nullable: true }) removedAt: Date | null;
  @Column('integer', { default: 1 }) version: number;
  @Column('timestamptz', { default: () => 'forum.now()' }) updatedAt: Date;
}

/** The reviewed way from a commitment to the channel it led to, with its reason. */
@Entity({ name: 'commitment_link' })
@Unique('uq_commitment_link_code', ['code'])
@Check('ck_commitment_link_audience', audiences)
export class CommitmentLinkEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_commitment_link' }) id: string;
  @Column('text') code: string;
  @Index('ix_commitment_link_commitment_id')
  @ForeignKey(() => CommitmentEntity, { name: 'fk_commitment_link_commitment_id' })
  @Column('uuid')
  commitmentId: string;
  @Column('integer') position: number;
  @ForeignKey(() => ChannelEntity, { name: 'fk_commitment_link_channel_id' })
  @Column('uuid')
  channelId: string;
  @Column('date', { nullable: true }) startsOn: string | null;
  @Column('date', { nullable: true }) endsOn: string | null;
  @Column('jsonb') reason: LocalizedText;
  @Column('text', { array: true }) sourceCodes: string[];
  @Column('text') audience: Audience;
}
