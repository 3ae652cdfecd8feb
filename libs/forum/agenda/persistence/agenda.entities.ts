import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Audience, LocalizedText, Side } from '#core/kernel';
import { ChannelEntity } from '#forum/channels';
import { PostEntity } from '#forum/identity';
import { SessionEntity } from '#forum/sessions';

const audiences = `audience in ('kr','jp','joint','business','public')`;

/** The agenda of one session. `version` counts shared changes only. */
@Entity({ name: 'agenda' })
@Unique('uq_agenda_session_id', ['sessionId'])
@Check('ck_agenda_state', `state in ('draft','exchanged','in_negotiation','agreed','adopted')`)
@Check('ck_agenda_audience', audiences)
export class AgendaEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_agenda' }) id: string;
  @ForeignKey(() => SessionEntity, { name: 'fk_agenda_session_id' })
  @Column('uuid')
  sessionId: string;
  @Column('text', { default: 'draft' }) state: string;
  @Column('boolean', { default: false }) illustrative: boolean;
  @Column('text', { default: 'joint' }) audience: Audience;
  @Column('integer', { default: 1 }) version: number;
}

/** One item, section or break; a draft's audience is its side, an exchanged item's is `joint`. */
@Entity({ name: 'agenda_item' })
@Index('ix_agenda_item_agenda_id_position', ['agendaId', 'position'])
@Index('ix_agenda_item_carried_from_id', ['carriedFromId'])
@Index('uq_agenda_item_standing', ['agendaId', 'standing', 'audience'], {
  unique: true,
  where: `standing is not null and state <> 'withdrawn'`,
})
@Index('uq_agenda_item_carried_from_id', ['agendaId', 'carriedFromId', 'audience'], {
  unique: true,
  where: `carried_from_id is not null and state <> 'withdrawn'`,
})
@Check('ck_agenda_item_kind', `kind in ('item','section','break')`)
@Check('ck_agenda_item_kind_objective', `(kind = 'item') = (objective is not null)`)
@Check(
  'ck_agenda_item_standing',
  `standing in ('opening','follow_up','policies_first','policies_second','issues','multilateral','other_business','next_meeting')`,
)
@Check('ck_agenda_item_kind_standing', `standing is null or kind = 'item'`)
@Check('ck_agenda_item_words', 'title is not null or carried_from_id is not null')
@Check('ck_agenda_item_deferred_in', `deferred_in in ('preparation','session')`)
@Check('ck_agenda_item_deferred', `(state = 'deferred') = (deferred_in is not null)`)
@Check('ck_agenda_item_proposer_side', `proposer_side in ('kr','jp')`)
@Check('ck_agenda_item_lead_side', `lead_side in ('kr','jp')`)
@Check(
  'ck_agenda_item_minutes',
  `case kind when 'section' then minutes = 0 when 'break' then minutes between 1 and 1440 else minutes between 1 and 480 end`,
)
@Check('ck_agenda_item_objective', `objective in ('inform','discuss','decide','sign')`)
@Check(
  'ck_agenda_item_state',
  `state in ('draft','exchanged','in_negotiation','agreed','adopted','discussed','deferred','withdrawn')`,
)
@Check('ck_agenda_item_audience', audiences)
export class AgendaItemEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_agenda_item' }) id: string;
  @ForeignKey(() => AgendaEntity, { name: 'fk_agenda_item_agenda_id' })
  @Column('uuid')
  agendaId: string;
  @Column('integer') position: number;
  @Column('text', { default: 'item' }) kind: string;
  @Column('text', { nullable: true }) standing: string | null;
  @ForeignKey(() => AgendaItemEntity, { name: 'fk_agenda_item_carried_from_id' })
  @Column('uuid', { nullable: true })
  carriedFromId: string | null;
  @Column('text', { nullable: true }) deferredIn: string | null;
  @Column('text') proposerSide: Side;
  @Column('text', { nullable: true }) leadSide: Side | null;
  @Column('integer') minutes: number;
  @Column('text', { nullable: true }) objective: string | null;
  @Column('jsonb', { nullable: true }) title: LocalizedText | null;
  @Column('jsonb', { nullable: true }) description: LocalizedText | null;
  @Column('text') state: string;
  @Column('boolean', { default: false }) illustrative: boolean;
  @Column('text') audience: Audience;
  @Column('integer', { default: 1 }) version: number;
  @Column('timestamptz', { default: () => 'forum.now()' }) createdAt: Date;
  @Column('timestamptz', { default: () => 'forum.now()' }) updatedAt: Date;
}

/** What an item is about; taken off again it stays, marked as removed. Its audience is the item's. */
@Entity({ name: 'agenda_item_link' })
@Unique('uq_agenda_item_link_item_id', ['itemId', 'kind', 'targetId'])
@Index('ix_agenda_item_link_target_id', ['targetId'])
@Check('ck_agenda_item_link_kind', `kind in ('commitment','radio_issue','action_item')`)
@Check('ck_agenda_item_link_audience', audiences)
export class AgendaItemLinkEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_agenda_item_link' }) id: string;
  @ForeignKey(() => AgendaItemEntity, { name: 'fk_agenda_item_link_item_id' })
  @Column('uuid')
  itemId: string;
  @Column('text') kind: string;
  @Column('uuid') targetId: string;
  @Column('integer') position: number;
  @Column('boolean', { default: false }) removed: boolean;
  @Column('text') audience: Audience;
}

/** What a side says about an item, to itself or to both; never part of what is signed. */
@Entity({ name: 'agenda_comment' })
@Index('ix_agenda_comment_item_id', ['itemId', 'id'])
@Check('ck_agenda_comment_side', `side in ('kr','jp')`)
@Check('ck_agenda_comment_lang', `lang in ('ko','ja','en')`)
@Check('ck_agenda_comment_audience', `audience in ('kr','jp','joint')`)
export class AgendaCommentEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_agenda_comment' }) id: string;
  @ForeignKey(() => AgendaItemEntity, { name: 'fk_agenda_comment_item_id' })
  @Column('uuid')
  itemId: string;
  @Column('text') side: Side;
  @ForeignKey(() => PostEntity, { name: 'fk_agenda_comment_post_id' })
  @Column('uuid', { nullable: true })
  postId: string | null;
  @Column('text') lang: string;
  @Column('text') text: string;
  @Column('text') audience: Audience;
  @Column('timestamptz', { default: () => 'forum.now()' }) createdAt: Date;
}

/** The standing items of a channel, where both agreed on other ones than the product's. */
@Entity({ name: 'agenda_template' })
@Unique('uq_agenda_template_channel_id', ['channelId'])
@Check('ck_agenda_template_audience', `audience = 'joint'`)
export class AgendaTemplateEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_agenda_template' }) id: string;
  @ForeignKey(() => ChannelEntity, { name: 'fk_agenda_template_channel_id' })
  @Column('uuid')
  channelId: string;
  @Column('jsonb') content: object;
  @Column('text', { default: 'joint' }) audience: Audience;
  @Column('integer', { default: 1 }) version: number;
  @Column('timestamptz', { default: () => 'forum.now()' }) updatedAt: Date;
}

/** A side's own note to an item. */
@Entity({ name: 'agenda_note' })
@Unique('uq_agenda_note_item_id_audience', ['itemId', 'audience'])
@Check('ck_agenda_note_audience', `audience in ('kr','jp')`)
export class AgendaNoteEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_agenda_note' }) id: string;
  @ForeignKey(() => AgendaItemEntity, { name: 'fk_agenda_note_item_id' })
  @Column('uuid')
  itemId: string;
  @Column('jsonb') text: LocalizedText;
  @Column('text') audience: Side;
  @Column('timestamptz', { default: () => 'forum.now()' }) updatedAt: Date;
}

/** What was exchanged or signed, for ever (design.md decision 6). */
@Entity({ name: 'agenda_version' })
@Unique('uq_agenda_version_agenda_id_number', ['agendaId', 'number'])
@Check('ck_agenda_version_content_hash', `content_hash ~ '^[0-9a-f]{64}$'`)
@Check('ck_agenda_version_audience', audiences)
@Check('ck_agenda_version_occasion', `occasion in ('exchange','proposal','translation','signature')`)
@Check('ck_agenda_version_made_by_side', `made_by_side in ('kr','jp')`)
export class AgendaVersionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_agenda_version' }) id: string;
  @ForeignKey(() => AgendaEntity, { name: 'fk_agenda_version_agenda_id' })
  @Column('uuid')
  agendaId: string;
  @Column('integer') number: number;
  @Column('text') contentHash: string;
  @Column('jsonb') content: object;
  @Column('timestamptz', { default: () => 'forum.now()' }) createdAt: Date;
  @Column('text', { default: 'joint' }) audience: Audience;
  @Column('text', { nullable: true }) occasion: string | null;
  @Column('text', { nullable: true }) madeBySide: Side | null;
}

export const agendaEntities = [
  AgendaEntity,
  AgendaItemEntity,
  AgendaItemLinkEntity,
  AgendaNoteEntity,
  AgendaCommentEntity,
  AgendaTemplateEntity,
  AgendaVersionEntity,
];
