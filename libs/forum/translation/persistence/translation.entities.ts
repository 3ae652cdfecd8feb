import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Audience, Language, LocalizedText, Side } from '#core/kernel';
import { PostEntity } from '#forum/identity';
import { SessionEntity } from '#forum/sessions';
import type { TranslationEventName } from '../domain/translation.types.js';
import type { TranslationState } from '../domain/translation.lifecycle.js';

const audiences = `audience in ('kr','jp','joint')`;
const languages = `in ('ko','ja','en')`;

/** Work asked for: one language pair, one container of texts, by a day (domain.md 3.5). */
@Entity({ name: 'translation_request' })
@Index('ix_translation_request_due', ['dueOn', 'id'])
@Index('ix_translation_request_container_id', ['containerId', 'toLang'])
@Check('ck_translation_request_pair', `from_lang ${languages} and to_lang ${languages} and from_lang <> to_lang`)
@Check('ck_translation_request_requested_side', `requested_side in ('kr','jp')`)
@Check('ck_translation_request_state', `state in ('requested','in_work','delivered','checked','locked','cancelled')`)
@Check('ck_translation_request_amount', 'amount >= 0')
@Check('ck_translation_request_audience', audiences)
export class TranslationRequestEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_translation_request' }) id: string;
  @Column('text') containerType: string;
  @Column('uuid') containerId: string;
  @Index('ix_translation_request_session_id')
  @ForeignKey(() => SessionEntity, { name: 'fk_translation_request_session_id' })
  @Column('uuid', { nullable: true })
  sessionId: string | null;
  /** Texts that come to the container later belong to it too. */
  @Column('boolean') whole: boolean;
  @Column('text') fromLang: Language;
  @Column('text') toLang: Language;
  @Column('date') dueOn: string;
  @Column('text') requestedSide: Side;
  @ForeignKey(() => PostEntity, { name: 'fk_translation_request_requested_post_id' })
  @Column('uuid', { nullable: true })
  requestedPostId: string | null;
  @ForeignKey(() => PostEntity, { name: 'fk_translation_request_translator_post_id' })
  @Column('uuid', { nullable: true })
  translatorPostId: string | null;
  /** Who took it up: the only name for interpreters, who have no post. */
  @Column('uuid', { nullable: true }) translatorUserId: string | null;
  @ForeignKey(() => PostEntity, { name: 'fk_translation_request_checker_post_id' })
  @Column('uuid', { nullable: true })
  checkerPostId: string | null;
  @Column('timestamptz', { nullable: true }) deliveredAt: Date | null;
  @Column('uuid', { nullable: true }) deliveredUserId: string | null;
  @Column('timestamptz', { nullable: true }) checkedAt: Date | null;
  @Column('uuid', { nullable: true }) checkedUserId: string | null;
  /** Since when a source has moved under work that was done. */
  @Column('timestamptz', { nullable: true }) outdatedAt: Date | null;
  @Column('text', { default: 'requested' }) state: TranslationState;
  @Column('jsonb', { nullable: true }) note: LocalizedText | null;
  /** Characters of Korean and Japanese, words of English. */
  @Column('integer') amount: number;
  @Column('text') audience: Audience;
  @Column('integer', { default: 1 }) version: number;
  @Column('timestamptz', { default: () => 'forum.now()' }) createdAt: Date;
  @Column('timestamptz', { default: () => 'forum.now()' }) updatedAt: Date;
}

/** One text of a request, and who last worked on it there. Its words are its owner's. */
@Entity({ name: 'translation_unit' })
@Unique('uq_translation_unit_request_id_object_id_field', ['requestId', 'objectId', 'field'])
@Index('ix_translation_unit_object_id', ['objectId', 'field'])
@Check('ck_translation_unit_audience', audiences)
export class TranslationUnitEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_translation_unit' }) id: string;
  @ForeignKey(() => TranslationRequestEntity, { name: 'fk_translation_unit_request_id' })
  @Column('uuid')
  requestId: string;
  @Column('uuid') objectId: string;
  @Column('text') field: string;
  @Column('integer') position: number;
  @Column('uuid', { nullable: true }) translatedUserId: string | null;
  @ForeignKey(() => PostEntity, { name: 'fk_translation_unit_translated_post_id' })
  @Column('uuid', { nullable: true })
  translatedPostId: string | null;
  @Column('timestamptz', { nullable: true }) translatedAt: Date | null;
  @Column('integer', { nullable: true }) translatedRevision: number | null;
  @Column('boolean', { default: false }) noChange: boolean;
  @Column('text') audience: Audience;
}

/** What happened to a request; append-only. */
@Entity({ name: 'translation_event' })
@Index('ix_translation_event_request_id', ['requestId', 'at', 'id'])
@Check(
  'ck_translation_event_event',
  `event in ('requested','assigned','started','noChange','delivered','returned','checked','locked','reopened','cancelled')`,
)
@Check('ck_translation_event_side', `side in ('kr','jp')`)
@Check('ck_translation_event_audience', audiences)
export class TranslationEventEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_translation_event' }) id: string;
  @ForeignKey(() => TranslationRequestEntity, { name: 'fk_translation_event_request_id' })
  @Column('uuid')
  requestId: string;
  @Column('text') event: TranslationEventName;
  @Column('text', { nullable: true }) side: Side | null;
  @ForeignKey(() => PostEntity, { name: 'fk_translation_event_post_id' })
  @Column('uuid', { nullable: true })
  postId: string | null;
  @Column('jsonb', { default: '{}' }) params: Record<string, string>;
  @Column('text') audience: Audience;
  @Column('timestamptz', { default: () => 'forum.now()' }) at: Date;
}

/** What a source said at a revision, for whoever could read it then. */
@Entity({ name: 'translation_source' })
@Unique('uq_translation_source_revision', ['objectId', 'field', 'revision', 'audience'])
@Check('ck_translation_source_revision', 'revision > 0')
@Check('ck_translation_source_lang', `lang ${languages}`)
@Check('ck_translation_source_audience', `audience in ('kr','jp','joint','business','public')`)
export class TranslationSourceEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_translation_source' }) id: string;
  @Column('uuid') objectId: string;
  @Column('text') field: string;
  @Column('integer') revision: number;
  @Column('text') lang: Language;
  @Column('text') text: string;
  @Column('text') audience: Audience;
  @Column('timestamptz', { default: () => 'forum.now()' }) createdAt: Date;
}

export const translationEntities = [
  TranslationRequestEntity,
  TranslationUnitEntity,
  TranslationEventEntity,
  TranslationSourceEntity,
];
