import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { PersonName } from '#core/i18n';
import type { Audience, Language, LocalizedText, Side } from '#core/kernel';
import { SessionEntity } from '#forum/sessions';

/** How a session is interpreted (domain.md 3.5): one row for both sides. */
@Entity({ name: 'interpretation' })
@Unique('uq_interpretation_session_id', ['sessionId'])
@Check('ck_interpretation_direction', `direction in ('ko-ja','ko-en','ja-en')`)
@Check('ck_interpretation_mode', `mode in ('consecutive','simultaneous','whispered','relay')`)
@Check('ck_interpretation_provider', `provider in ('each_side','host','joint')`)
@Check('ck_interpretation_factor_percent', 'factor_percent between 100 and 500')
@Check('ck_interpretation_audience', `audience in ('joint','business','public')`)
export class InterpretationEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_interpretation' }) id: string;
  @ForeignKey(() => SessionEntity, { name: 'fk_interpretation_session_id' })
  @Column('uuid')
  sessionId: string;
  @Column('text', { nullable: true }) direction: string | null;
  @Column('text', { nullable: true }) mode: string | null;
  @Column('text', { nullable: true }) provider: string | null;
  @Column('text', { array: true, default: '{}' }) equipment: string[];
  @Column('text', { nullable: true }) glossaryVersion: string | null;
  @Column('integer', { nullable: true }) factorPercent: number | null;
  @Column('timestamptz', { nullable: true }) confirmedAt: Date | null;
  @Column('text', { default: 'joint' }) audience: Audience;
  @Column('integer', { default: 1 }) version: number;
  @Column('timestamptz', { default: () => 'forum.now()' }) updatedAt: Date;
}

/** An interpreter a side brings who holds no post; those with a post stand on the delegation list. */
@Entity({ name: 'interpreter' })
@Check('ck_interpreter_side', `side in ('kr','jp')`)
@Check('ck_interpreter_audience', `audience in ('joint','business','public')`)
export class InterpreterEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_interpreter' }) id: string;
  @Index('ix_interpreter_session_id')
  @ForeignKey(() => SessionEntity, { name: 'fk_interpreter_session_id' })
  @Column('uuid')
  sessionId: string;
  @Column('text') side: Side;
  @Column('jsonb', { default: '{}' }) names: PersonName;
  @Column('text', { default: '' }) agency: string;
  @Column('timestamptz', { nullable: true }) removedAt: Date | null;
  @Column('text', { default: 'joint' }) audience: Audience;
}

/** A paper to be translated for the session: its side's own until shared. `amount` counts characters of Korean and Japanese, words of English. */
@Entity({ name: 'translation_paper' })
@Check('ck_translation_paper_side', `side in ('kr','jp')`)
@Check('ck_translation_paper_source_lang', `source_lang in ('ko','ja','en')`)
@Check('ck_translation_paper_target_lang', `target_lang in ('ko','ja','en')`)
@Check('ck_translation_paper_pair', 'source_lang <> target_lang')
@Check('ck_translation_paper_amount', 'amount between 1 and 1000000')
@Check('ck_translation_paper_audience', `audience in ('kr','jp','joint','business','public')`)
export class TranslationPaperEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_translation_paper' }) id: string;
  @Index('ix_translation_paper_session_id')
  @ForeignKey(() => SessionEntity, { name: 'fk_translation_paper_session_id' })
  @Column('uuid')
  sessionId: string;
  @Column('text') side: Side;
  @Column('jsonb') title: LocalizedText;
  @Column('text') sourceLang: Language;
  @Column('text') targetLang: Language;
  @Column('integer') amount: number;
  @Column('timestamptz', { nullable: true }) deliveredAt: Date | null;
  @Column('text') audience: Audience;
  @Column('integer', { default: 1 }) version: number;
}
