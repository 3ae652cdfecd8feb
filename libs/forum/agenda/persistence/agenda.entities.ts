import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Audience, LocalizedText, Side } from '#core/kernel';
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

/** One item; a draft's audience is its side, an exchanged item's is `joint`. */
@Entity({ name: 'agenda_item' })
@Index('ix_agenda_item_agenda_id_position', ['agendaId', 'position'])
@Check('ck_agenda_item_proposer_side', `proposer_side in ('kr','jp')`)
@Check('ck_agenda_item_lead_side', `lead_side in ('kr','jp')`)
@Check('ck_agenda_item_minutes', 'minutes between 1 and 480')
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
  @Column('text') proposerSide: Side;
  @Column('text', { nullable: true }) leadSide: Side | null;
  @Column('integer') minutes: number;
  @Column('text') objective: string;
  @Column('jsonb') title: LocalizedText;
  @Column('jsonb', { nullable: true }) description: LocalizedText | null;
  @Column('text') state: string;
  @Column('boolean', { default: false }) illustrative: boolean;
  @Column('text') audience: Audience;
  @Column('integer', { default: 1 }) version: number;
  @Column('timestamptz', { default: () => 'forum.now()' }) createdAt: Date;
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

export const agendaEntities = [AgendaEntity, AgendaItemEntity, AgendaNoteEntity, AgendaVersionEntity];
