import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { Audience, LocalizedText, Side } from '#core/kernel';
import { CommitmentEntity } from '#forum/commitments';
import { BodyEntity } from '#forum/identity';
import type { Evidence } from '#forum/provenance';

const audiences = `audience in ('kr','jp','joint','business','public')`;
const evidences = `evidence in ('seed','web','cross_verified','derived')`;

/** An exhibition at which one side receives the other's companies; `sample` is an edition the sources tell of. */
@Entity({ name: 'exhibition' })
@Unique('uq_exhibition_code', ['code'])
@Check('ck_exhibition_side', `side in ('kr','jp')`)
@Check('ck_exhibition_usual_month', 'usual_month between 1 and 12')
@Check('ck_exhibition_evidence', evidences)
@Check('ck_exhibition_days', 'ends_on is null or starts_on <= ends_on')
@Check('ck_exhibition_version', 'version > 0')
@Check('ck_exhibition_audience', audiences)
export class ExhibitionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_exhibition' }) id: string;
  @Column('text') code: string;
  @Column('integer') position: number;
  @Column('jsonb') name: LocalizedText;
  @Column('text') side: Side;
  @Column('jsonb') place: LocalizedText;
  @Column('integer') usualMonth: number;
  @Column('text', { nullable: true }) sampleFrom: string | null;
  @Column('text', { nullable: true }) sampleTo: string | null;
  @Column('text', { nullable: true }) sampleNote: string | null;
  /** The next edition, as the side that invites has fixed it. */
  @Column('date', { nullable: true }) startsOn: string | null;
  @Column('date', { nullable: true }) endsOn: string | null;
  @ForeignKey(() => BodyEntity, { name: 'fk_exhibition_organiser_id' })
  @Column('uuid', { nullable: true })
  organiserId: string | null;
  @Column('text', { array: true }) sourceCodes: string[];
  @Column('text') evidence: Evidence;
  @Column('text') audience: Audience;
  @Column('integer', { default: 1 }) version: number;
}

/** An exchange of engineers or researchers and the commitment it rests on (domain.md 3.12). */
@Entity({ name: 'exchange_programme' })
@Unique('uq_exchange_programme_code', ['code'])
@Check('ck_exchange_programme_evidence', evidences)
@Check('ck_exchange_programme_host_side', `host_side in ('kr','jp')`)
@Check(
  'ck_exchange_programme_days',
  `(coalesce(call_ends_on, arrives_on, ends_on) is null or host_side is not null)
          and (call_ends_on is null or arrives_on is null or call_ends_on <= arrives_on) and (arrives_on is null or ends_on is null or arrives_on <= ends_on)`,
)
@Check('ck_exchange_programme_version', 'version > 0')
@Check('ck_exchange_programme_audience', audiences)
export class ExchangeProgrammeEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_exchange_programme' }) id: string;
  @Column('text') code: string;
  @Column('integer') position: number;
  @Column('jsonb') name: LocalizedText;
  @ForeignKey(() => CommitmentEntity, { name: 'fk_exchange_programme_commitment_id' })
  @Column('uuid', { nullable: true })
  commitmentId: string | null;
  /** Of the next round: who hosts, and its days. */
  @Column('text', { nullable: true }) hostSide: Side | null;
  @Column('date', { nullable: true }) callEndsOn: string | null;
  @Column('date', { nullable: true }) arrivesOn: string | null;
  @Column('date', { nullable: true }) endsOn: string | null;
  @Column('text', { array: true }) sourceCodes: string[];
  @Column('text') evidence: Evidence;
  @Column('text') audience: Audience;
  @Column('integer', { default: 1 }) version: number;
}

export const businessEntities = [ExhibitionEntity, ExchangeProgrammeEntity];
