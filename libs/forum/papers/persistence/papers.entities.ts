import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Audience, Language, LocalizedText, Side } from '#core/kernel';
import { AgendaItemEntity } from '#forum/agenda';
import { PostEntity } from '#forum/identity';
import { SessionEntity } from '#forum/sessions';

const audiences = `audience in ('kr','jp','joint','business','public')`;

/** A paper: one title, one symbol, up to three language versions. */
@Entity({ name: 'paper' })
@Unique('uq_paper_symbol_stem_symbol_number', ['symbolStem', 'symbolNumber'])
@Index('ix_paper_session_id', ['sessionId', 'id'])
@Index('ix_paper_supersedes_id', ['supersedesId'])
@Check('ck_paper_origin_side', `origin_side in ('kr','jp')`)
@Check('ck_paper_original_lang', `original_lang in ('ko','ja','en')`)
@Check('ck_paper_grade', `grade in ('public','restricted')`)
@Check('ck_paper_state', `state in ('awaited','received','reviewed','released','withdrawn')`)
@Check('ck_paper_symbol_number', 'symbol_number >= 1')
@Check('ck_paper_supersedes_kind', `supersedes_kind in ('rev','corr','add')`)
@Check('ck_paper_supersedes_id', 'supersedes_id <> id')
@Check('ck_paper_audience', audiences)
export class PaperEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_paper' }) id: string;
  @ForeignKey(() => SessionEntity, { name: 'fk_paper_session_id' })
  @Column('uuid')
  sessionId: string;
  @Column('text') originSide: Side;
  @Column('jsonb') title: LocalizedText;
  @Column('text') originalLang: Language;
  @Column('text', { default: 'restricted' }) grade: string;
  @Column('text', { default: 'awaited' }) state: string;
  /** Everything of the symbol before its last number, e.g. `DPF/3/KR/`. */
  @Column('text', { nullable: true }) symbolStem: string | null;
  @Column('integer', { nullable: true }) symbolNumber: number | null;
  @ForeignKey(() => PaperEntity, { name: 'fk_paper_supersedes_id' })
  @Column('uuid', { nullable: true })
  supersedesId: string | null;
  @Column('text', { nullable: true }) supersedesKind: string | null;
  @Column('timestamptz', { nullable: true }) sharedAt: Date | null;
  @Column('timestamptz', { nullable: true }) withdrawnAt: Date | null;
  @Column('text') audience: Audience;
  @Column('integer', { default: 1 }) version: number;
  @Column('timestamptz', { default: () => 'forum.now()' }) createdAt: Date;
  @Column('timestamptz', { default: () => 'forum.now()' }) updatedAt: Date;
}

/** One upload of one language. What replaced it comes later; nothing is overwritten. */
@Entity({ name: 'paper_file' })
@Unique('uq_paper_file_paper_id_lang_revision', ['paperId', 'lang', 'revision'])
@Index('uq_paper_file_current', ['paperId', 'lang'], { unique: true, where: 'replaced_at is null' })
@Index('ix_paper_file_storage_key', ['storageKey'])
@Check('ck_paper_file_lang', `lang in ('ko','ja','en')`)
@Check('ck_paper_file_revision', 'revision >= 1')
@Check('ck_paper_file_size', 'size > 0')
@Check('ck_paper_file_content_hash', `content_hash ~ '^[0-9a-f]{64}$'`)
@Check('ck_paper_file_audience', audiences)
export class PaperFileEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_paper_file' }) id: string;
  @ForeignKey(() => PaperEntity, { name: 'fk_paper_file_paper_id' })
  @Column('uuid')
  paperId: string;
  @Column('text') lang: Language;
  /** Counted from the sharing on; null for what was replaced before. */
  @Column('integer', { nullable: true }) revision: number | null;
  /** The file of the original language that it says in its own. */
  @ForeignKey(() => PaperFileEntity, { name: 'fk_paper_file_of_file_id' })
  @Column('uuid', { nullable: true })
  ofFileId: string | null;
  @Column('text') name: string;
  @Column('text') mediaType: string;
  @Column('bigint') size: string;
  /** SHA-256 of the bytes. */
  @Column('text') contentHash: string;
  @Column('text') storageKey: string;
  @ForeignKey(() => PostEntity, { name: 'fk_paper_file_uploaded_by_post_id' })
  @Column('uuid', { nullable: true })
  uploadedByPostId: string | null;
  @Column('timestamptz', { nullable: true }) sharedAt: Date | null;
  @Column('timestamptz', { nullable: true }) replacedAt: Date | null;
  @Column('text') audience: Audience;
  @Column('timestamptz', { default: () => 'forum.now()' }) createdAt: Date;
}

/** An agenda item that a paper belongs to. */
@Entity({ name: 'paper_agenda_item' })
@Unique('uq_paper_agenda_item_paper_id_item_id', ['paperId', 'itemId'])
@Index('ix_paper_agenda_item_item_id', ['itemId'])
@Check('ck_paper_agenda_item_audience', audiences)
export class PaperAgendaItemEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_paper_agenda_item' }) id: string;
  @ForeignKey(() => PaperEntity, { name: 'fk_paper_agenda_item_paper_id' })
  @Column('uuid')
  paperId: string;
  @ForeignKey(() => AgendaItemEntity, { name: 'fk_paper_agenda_item_item_id' })
  @Column('uuid')
  itemId: string;
  @Column('timestamptz', { nullable: true }) removedAt: Date | null;
  @Column('text') audience: Audience;
}

/** A moment from which an audience may read a paper. */
@Entity({ name: 'paper_release' })
@Index('uq_paper_release_open', ['paperId', 'toAudience'], {
  unique: true,
  where: 'done_at is null and cancelled_at is null',
})
@Index('ix_paper_release_due', ['plannedAt'], { where: 'done_at is null and cancelled_at is null' })
@Check('ck_paper_release_to_audience', `to_audience in ('joint','business','public')`)
@Check('ck_paper_release_audience', `audience in ('kr','jp','joint')`)
export class PaperReleaseEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_paper_release' }) id: string;
  @ForeignKey(() => PaperEntity, { name: 'fk_paper_release_paper_id' })
  @Column('uuid')
  paperId: string;
  @Column('text') toAudience: string;
  @Column('timestamptz') plannedAt: Date;
  @Column('timestamptz', { nullable: true }) doneAt: Date | null;
  @Column('timestamptz', { nullable: true }) cancelledAt: Date | null;
  @Column('text', { nullable: true }) cancelledReason: string | null;
  @Column('text') audience: Audience;
  @Column('timestamptz', { default: () => 'forum.now()' }) createdAt: Date;
}

/** An hour in which files without a row were looked for. */
@Entity({ name: 'paper_sweep' })
export class PaperSweepEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_paper_sweep' }) hour: string;
  @Column('integer') removed: number;
  @Column('timestamptz', { default: () => 'forum.now()' }) sweptAt: Date;
}

export const papersEntities = [
  PaperEntity,
  PaperFileEntity,
  PaperAgendaItemEntity,
  PaperReleaseEntity,
  PaperSweepEntity,
];
