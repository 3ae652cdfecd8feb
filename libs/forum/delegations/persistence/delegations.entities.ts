import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { PersonName } from '#core/i18n';
import type { Audience, Language, Side } from '#core/kernel';
import { PostEntity } from '#forum/identity';
import { SessionEntity } from '#forum/sessions';

const audiences = `audience in ('kr','jp','joint','business','public')`;

/** A side's delegation list: its own until submitted. */
@Entity({ name: 'delegation' })
@Unique('uq_delegation_session_id_side', ['sessionId', 'side'])
@Check('ck_delegation_side', `side in ('kr','jp')`)
@Check('ck_delegation_state', `state in ('draft','submitted','accepted','changed_after_submission')`)
@Check('ck_delegation_audience', audiences)
export class DelegationEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_delegation' }) id: string;
  @ForeignKey(() => SessionEntity, { name: 'fk_delegation_session_id' })
  @Column('uuid')
  sessionId: string;
  @Column('text') side: Side;
  @Column('text') state: string;
  @Column('timestamptz', { nullable: true }) submittedAt: Date | null;
  @Column('timestamptz', { nullable: true }) approvedAt: Date | null;
  @Column('timestamptz', { nullable: true }) acceptedAt: Date | null;
  @Column('integer', { default: 1 }) version: number;
  @Column('text') audience: Audience;
}

/** One card of a list. `names` and `badge` are as given, by script and by language; a removed card keeps its row. */
@Entity({ name: 'delegation_member' })
@Index('uq_delegation_member_head', ['delegationId'], { unique: true, where: `role = 'head' and removed_at is null` })
@Check('ck_delegation_member_rank', 'rank between 10 and 90')
@Unique('uq_delegation_member_delegation_id_post_id', ['delegationId', 'postId'])
@Check(
  'ck_delegation_member_role',
  `role in ('head','alternate','member','sitting_in','interpreter','press','observer')`,
)
@Check('ck_delegation_member_audience', audiences)
export class DelegationMemberEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_delegation_member' }) id: string;
  @ForeignKey(() => DelegationEntity, { name: 'fk_delegation_member_delegation_id' })
  @Column('uuid')
  delegationId: string;
  @ForeignKey(() => PostEntity, { name: 'fk_delegation_member_post_id' })
  @Column('uuid')
  postId: string;
  @Column('text') role: string;
  @Column('integer') position: number;
  @Column('jsonb', { default: '{}' }) names: PersonName;
  @Column('jsonb', { default: '{}' }) badge: Partial<Record<Language, string>>;
  @Column('timestamptz', { nullable: true }) arrival: Date | null;
  @Column('integer', { nullable: true }) rank: number | null;
  @Column('timestamptz', { nullable: true }) removedAt: Date | null;
  @Column('integer', { default: 1 }) version: number;
  @Column('text') audience: Audience;
}

/** What a delegate needs to eat and to get in: its side's alone, for ever (domain.md 3.4). */
@Entity({ name: 'delegation_need' })
@Unique('uq_delegation_need_member_id', ['memberId'])
@Check('ck_delegation_need_audience', `audience in ('kr','jp')`)
export class DelegationNeedEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_delegation_need' }) id: string;
  @ForeignKey(() => DelegationMemberEntity, { name: 'fk_delegation_need_member_id' })
  @Column('uuid')
  memberId: string;
  @Column('text', { default: '' }) diet: string;
  @Column('text', { default: '' }) access: string;
  @Column('text') audience: Side;
  @Column('integer', { default: 1 }) version: number;
  @Column('timestamptz', { default: () => 'forum.now()' }) updatedAt: Date;
}

/** The other side asks for another rank number; only the own side sets one. */
@Entity({ name: 'rank_request' })
@Check('ck_rank_request_asked_by_side', `asked_by_side in ('kr','jp')`)
@Check('ck_rank_request_rank', 'rank between 10 and 90')
@Check('ck_rank_request_state', `state in ('open','taken','kept')`)
@Check('ck_rank_request_audience', `audience in ('joint','business','public')`)
export class RankRequestEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_rank_request' }) id: string;
  @Index('ix_rank_request_member_id')
  @ForeignKey(() => DelegationMemberEntity, { name: 'fk_rank_request_member_id' })
  @Column('uuid')
  memberId: string;
  @Column('text') askedBySide: Side;
  @Column('integer') rank: number;
  @Column('text', { default: '' }) note: string;
  @Column('text', { default: 'open' }) state: string;
  @Column('timestamptz', { default: () => 'forum.now()' }) askedAt: Date;
  @Column('timestamptz', { nullable: true }) answeredAt: Date | null;
  @Column('text', { default: 'joint' }) audience: Audience;
}

/** Who was there: at the session (`aboutId` is the session) or at one item of its agenda. */
@Entity({ name: 'attendance' })
@Unique('uq_attendance_member_id_about_id', ['memberId', 'aboutId'])
@Check('ck_attendance_audience', `audience in ('joint','business','public')`)
export class AttendanceEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_attendance' }) id: string;
  @Index('ix_attendance_session_id')
  @ForeignKey(() => SessionEntity, { name: 'fk_attendance_session_id' })
  @Column('uuid')
  sessionId: string;
  @ForeignKey(() => DelegationMemberEntity, { name: 'fk_attendance_member_id' })
  @Column('uuid')
  memberId: string;
  @Column('uuid') aboutId: string;
  @Column('boolean') present: boolean;
  @Column('timestamptz', { default: () => 'forum.now()' }) markedAt: Date;
  @Column('text', { default: 'joint' }) audience: Audience;
}

/** People of companies: a list of their own beside the delegation (domain.md 3.4). */
@Entity({ name: 'company_person' })
@Check('ck_company_person_side', `side in ('kr','jp')`)
@Check('ck_company_person_audience', audiences)
export class CompanyPersonEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_company_person' }) id: string;
  @Index('ix_company_person_session_id')
  @ForeignKey(() => SessionEntity, { name: 'fk_company_person_session_id' })
  @Column('uuid')
  sessionId: string;
  @Column('text') side: Side;
  @Column('text') company: string;
  @Column('text', { default: '' }) title: string;
  @Column('jsonb', { default: '{}' }) names: PersonName;
  @Column('integer') position: number;
  @Column('timestamptz', { nullable: true }) removedAt: Date | null;
  @Column('text') audience: Audience;
  @Column('integer', { default: 1 }) version: number;
}
