import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Audience, LocalizedText } from '#core/kernel';

/** One agreed, proposed or retired term; `folded` is what a search looks through. */
@Entity({ name: 'glossary_term' })
@Index('uq_glossary_term_code', ['code'], { unique: true, where: `state <> 'dropped'` })
@Index('ix_glossary_term_updated_at', ['updatedAt'])
@Check('ck_glossary_term_state', `state in ('proposed','agreed','retired','dropped')`)
@Check('ck_glossary_term_origin', `origin in ('file','people')`)
@Check('ck_glossary_term_audience', `audience in ('joint','public')`)
export class GlossaryTermEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_glossary_term' }) id: string;
  @Column('text') code: string;
  @Column('text', { default: 'proposed' }) state: string;
  @Column('jsonb') words: LocalizedText;
  @Column('jsonb') forms: object;
  @Column('jsonb', { nullable: true }) note: LocalizedText | null;
  @Column('boolean', { default: false }) binding: boolean;
  @Column('text') folded: string;
  @Column('text', { default: 'people' }) origin: string;
  @Column('text', { default: 'joint' }) audience: Audience;
  @Column('integer', { default: 1 }) version: number;
  @Column('timestamptz', { default: () => 'forum.now()' }) createdAt: Date;
  @Column('timestamptz', { default: () => 'forum.now()' }) updatedAt: Date;
}

/** A wording that was agreed, or that the installation's list brought; never written again. */
@Entity({ name: 'glossary_version' })
@Unique('uq_glossary_version_term_id_number', ['termId', 'number'])
@Check('ck_glossary_version_change', `change in ('file','new','change','retirement','restoration')`)
@Check('ck_glossary_version_content_hash', `content_hash ~ '^[0-9a-f]{64}$'`)
@Check('ck_glossary_version_audience', `audience in ('public')`)
export class GlossaryVersionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_glossary_version' }) id: string;
  @ForeignKey(() => GlossaryTermEntity, { name: 'fk_glossary_version_term_id' })
  @Column('uuid')
  termId: string;
  @Column('integer') number: number;
  @Column('text') change: string;
  @Column('jsonb') content: object;
  @Column('text') contentHash: string;
  @ForeignKey('ProposalEntity', { name: 'fk_glossary_version_proposal_id' })
  @Column('uuid', { nullable: true })
  proposalId: string | null;
  @Column('text', { default: 'public' }) audience: Audience;
  @Column('timestamptz', { default: () => 'forum.now()' }) createdAt: Date;
}

export const glossaryEntities = [GlossaryTermEntity, GlossaryVersionEntity];
