import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Audience, Language, LocalizedText, Side } from '#core/kernel';
import { AgendaItemEntity } from '#forum/agenda';
import { ChannelEntity } from '#forum/channels';
import { PostEntity } from '#forum/identity';
import { SessionEntity } from '#forum/sessions';

const audiences = `audience in ('kr','jp','joint','business','public')`;

/** A text that comes out of a session. */
@Entity({ name: 'record' })
@Unique('uq_record_corrigendum', ['corrigendumOfId', 'corrigendumNumber'])
@Index('ix_record_session_id', ['sessionId', 'id'])
@Index('ix_record_annex_of_id', ['annexOfId'], { where: 'annex_of_id is not null' })
@Index('ix_record_release_at', ['releaseAt'], { where: 'release_at is not null and released_at is null' })
@Check('ck_record_origin_side', `origin_side in ('kr','jp')`)
@Check(
  'ck_record_kind',
  `kind in ('summary_record','agreed_minutes','joint_statement','joint_press_release','unilateral_press_release','mou','agency_arrangement','annex')`,
)
@Check(
  'ck_record_state',
  `state in ('drafting','exchanged','in_negotiation','agreed_ad_referendum','final','signed','adopted','released','archived','withdrawn')`,
)
@Check('ck_record_prevailing_language', `prevailing_language in ('ko','ja','en')`)
@Check('ck_record_prevailing', 'prevailing_language is null or prevailing_language = any (authentic_languages)')
@Check('ck_record_corrigendum_number', 'corrigendum_number >= 1')
@Check('ck_record_released_at', `released_at is null or audience = 'public'`)
@Check('ck_record_audience', audiences)
export class RecordEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_record' }) id: string;
  @ForeignKey(() => SessionEntity, { name: 'fk_record_session_id' })
  @Column('uuid')
  sessionId: string;
  @Column('text') originSide: Side;
  @Column('text') kind: string;
  @Column('jsonb') title: LocalizedText;
  @Column('text', { default: 'drafting' }) state: string;
  @Column('boolean') forSignature: boolean;
  @Column('boolean', { default: false }) adReferendum: boolean;
  @Column('text', { array: true, default: '{}' }) authenticLanguages: Language[];
  @Column('text', { nullable: true }) prevailingLanguage: Language | null;
  @ForeignKey(() => RecordEntity, { name: 'fk_record_annex_of_id' })
  @Column('uuid', { nullable: true })
  annexOfId: string | null;
  @ForeignKey(() => RecordEntity, { name: 'fk_record_corrigendum_of_id' })
  @Column('uuid', { nullable: true })
  corrigendumOfId: string | null;
  /** Counted when it is exchanged, so that no number tells of a draft. */
  @Column('integer', { nullable: true }) corrigendumNumber: number | null;
  @Column('date', { nullable: true }) signedOn: string | null;
  @Column('text', { nullable: true }) signingPlace: string | null;
  @ForeignKey(() => PostEntity, { name: 'fk_record_kr_signatory_post_id' })
  @Column('uuid', { nullable: true })
  krSignatoryPostId: string | null;
  @ForeignKey(() => PostEntity, { name: 'fk_record_jp_signatory_post_id' })
  @Column('uuid', { nullable: true })
  jpSignatoryPostId: string | null;
  @Column('timestamptz', { nullable: true }) confirmedAt: Date | null;
  @Column('boolean', { default: false }) notPublic: boolean;
  @Column('timestamptz', { nullable: true }) sharedAt: Date | null;
  /** Since when the other side sees these very words of a release of one side. */
  @Column('timestamptz', { nullable: true }) shownAt: Date | null;
  @Column('timestamptz', { nullable: true }) withdrawnAt: Date | null;
  @Column('timestamptz', { nullable: true }) releaseAt: Date | null;
  @Column('timestamptz', { nullable: true }) releasedAt: Date | null;
  @Column('boolean', { default: false }) illustrative: boolean;
  @Column('text') audience: Audience;
  @Column('integer', { default: 1 }) version: number;
  @Column('timestamptz', { default: () => 'forum.now()' }) createdAt: Date;
  @Column('timestamptz', { default: () => 'forum.now()' }) updatedAt: Date;
}

/** One paragraph, read by whoever reads its record. */
@Entity({ name: 'record_paragraph' })
@Index('ix_record_paragraph_record_id', ['recordId', 'position'], { where: 'removed_at is null' })
@Index('ix_record_paragraph_agenda_item_id', ['agendaItemId'])
@Check('ck_record_paragraph_kind', `kind in ('heading','paragraph','decision','signature_block')`)
@Check('ck_record_paragraph_audience', audiences)
export class RecordParagraphEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_record_paragraph' }) id: string;
  @ForeignKey(() => RecordEntity, { name: 'fk_record_paragraph_record_id' })
  @Column('uuid')
  recordId: string;
  @Column('integer') position: number;
  @Column('text') kind: string;
  /** With the tokens of the alternat and with brackets. */
  @Column('jsonb') text: LocalizedText;
  @ForeignKey(() => AgendaItemEntity, { name: 'fk_record_paragraph_agenda_item_id' })
  @Column('uuid', { nullable: true })
  agendaItemId: string | null;
  @ForeignKey(() => RecordParagraphEntity, { name: 'fk_record_paragraph_corrects_id' })
  @Column('uuid', { nullable: true })
  correctsId: string | null;
  @Column('timestamptz', { nullable: true }) removedAt: Date | null;
  @Column('text') audience: Audience;
  @Column('integer', { default: 1 }) version: number;
  @Column('timestamptz', { default: () => 'forum.now()' }) createdAt: Date;
  @Column('timestamptz', { default: () => 'forum.now()' }) updatedAt: Date;
}

/** What a side says of its clearance, to the other side too. */
@Entity({ name: 'record_clearance' })
@Index('uq_record_clearance_standing', ['recordId', 'side'], { unique: true, where: 'ended_at is null' })
@Index('ix_record_clearance_record_id', ['recordId', 'side', 'at'])
@Check('ck_record_clearance_side', `side in ('kr','jp')`)
@Check('ck_record_clearance_state', `state in ('in_clearance','cleared')`)
@Check('ck_record_clearance_content_hash', `content_hash ~ '^[0-9a-f]{64}$'`)
@Check('ck_record_clearance_audience', `audience in ('kr','jp','joint')`)
export class RecordClearanceEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_record_clearance' }) id: string;
  @ForeignKey(() => RecordEntity, { name: 'fk_record_clearance_record_id' })
  @Column('uuid')
  recordId: string;
  @Column('text') side: Side;
  @Column('text') state: string;
  @Column('text') contentHash: string;
  @Column('timestamptz', { default: () => 'forum.now()' }) at: Date;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  @Column('text') audience: Audience;
}

/** A post of a side's own chain (결재 / 決裁); never the other side's to know of. */
@Entity({ name: 'record_clearance_step' })
@Unique('uq_record_clearance_step_clearance_id_position', ['clearanceId', 'position'])
@Check('ck_record_clearance_step_state', `state in ('waiting','passed','returned')`)
@Check('ck_record_clearance_step_audience', `audience in ('kr','jp')`)
export class RecordClearanceStepEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_record_clearance_step' }) id: string;
  @ForeignKey(() => RecordClearanceEntity, { name: 'fk_record_clearance_step_clearance_id' })
  @Column('uuid')
  clearanceId: string;
  @Column('integer') position: number;
  @ForeignKey(() => PostEntity, { name: 'fk_record_clearance_step_post_id' })
  @Column('uuid')
  postId: string;
  @Column('text', { default: 'waiting' }) state: string;
  @Column('text', { nullable: true }) note: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
  @Column('text') audience: Side;
}

/** What was exchanged or signed, for ever (design.md decision 6). */
@Entity({ name: 'record_version' })
@Unique('uq_record_version_record_id_number', ['recordId', 'number'])
@Check('ck_record_version_content_hash', `content_hash ~ '^[0-9a-f]{64}$'`)
@Check('ck_record_version_occasion', `occasion in ('exchange','proposal','translation','key')`)
@Check('ck_record_version_made_by_side', `made_by_side in ('kr','jp')`)
@Check('ck_record_version_audience', `audience = 'joint'`)
export class RecordVersionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_record_version' }) id: string;
  @ForeignKey(() => RecordEntity, { name: 'fk_record_version_record_id' })
  @Column('uuid')
  recordId: string;
  @Column('integer') number: number;
  @Column('text') contentHash: string;
  @Column('jsonb') content: object;
  @Column('text') occasion: string;
  @Column('text', { nullable: true }) madeBySide: Side | null;
  @Column('timestamptz', { default: () => 'forum.now()' }) createdAt: Date;
  @Column('text', { default: 'joint' }) audience: Audience;
}

/** What both agreed on for the releases of one side in a channel; without a row they are shown for a day. */
@Entity({ name: 'channel_record_rule' })
@Unique('uq_channel_record_rule_channel_id', ['channelId'])
@Check('ck_channel_record_rule_show_hours', 'show_hours between 1 and 720')
@Check('ck_channel_record_rule_audience', `audience = 'joint'`)
export class ChannelRecordRuleEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_channel_record_rule' }) id: string;
  @ForeignKey(() => ChannelEntity, { name: 'fk_channel_record_rule_channel_id' })
  @Column('uuid')
  channelId: string;
  @Column('integer', { nullable: true }) showHours: number | null;
  @Column('text', { default: 'joint' }) audience: Audience;
  @Column('integer', { default: 1 }) version: number;
  @Column('timestamptz', { default: () => 'forum.now()' }) updatedAt: Date;
}

export const recordsEntities = [
  RecordEntity,
  RecordParagraphEntity,
  RecordClearanceEntity,
  RecordClearanceStepEntity,
  RecordVersionEntity,
  ChannelRecordRuleEntity,
];
