import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { Audience } from '#core/kernel';
import type { Reliability, SourceKind } from '../domain/provenance.types.js';

/** Where facts come from. `published` is text, since some sources carry no proper date. */
@Entity({ name: 'source' })
@Unique('uq_source_code', ['code'])
@Check('ck_source_kind', `kind in ('seed','page','package')`)
@Check('ck_source_reliability', `reliability in ('primary','good','weak')`)
export class SourceEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_source' }) id: string;
  @Column('text') code: string;
  @Column('text') kind: SourceKind;
  @Column('text', { nullable: true }) address: string | null;
  @Column('text') title: string;
  @Column('text', { nullable: true }) published: string | null;
  @Column('text') language: string;
  @Column('text') reliability: Reliability;
  @Column('text', { nullable: true }) note: string | null;
}

/** Sources that contradict each other; the claims stay side by side (domain.md 1.12). `subjectCodes` name the pages that show them. */
@Entity({ name: 'conflict' })
@Unique('uq_conflict_code', ['code'])
@Check('ck_conflict_audience', `audience in ('kr','jp','joint','business','public')`)
export class ConflictEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_conflict' }) id: string;
  @Column('text') code: string;
  @Column('integer') position: number;
  @Column('text') topic: string;
  @Column('text') text: string;
  @Column('text') handling: string;
  @Column('text', { array: true }) sourceCodes: string[];
  @Column('text', { array: true, default: '{}' }) subjectCodes: string[];
  @Column('text') audience: Audience;
}

/** What the import has taken over. `contentHash` is of the row as the file had it, `snapshot` the row as the import left it. */
@Entity({ name: 'record_import' })
export class RecordImportEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_record_import' }) target: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_record_import' }) code: string;
  @Column('text') contentHash: string;
  @Column('jsonb') snapshot: object;
  @Column('timestamptz', { default: () => 'forum.now()' }) importedAt: Date;
}

export const provenanceEntities = [SourceEntity, ConflictEntity, RecordImportEntity];
