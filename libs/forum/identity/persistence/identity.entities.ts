import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Language, LocalizedText, Role, Side } from '#core/kernel';

/** A ministry, agency, council or company (domain.md 3.1). Never deleted once referenced. */
@Entity({ name: 'body' })
@Unique('uq_body_code', ['code'])
@Check('ck_body_side', `side in ('kr','jp')`)
@Check(
  'ck_body_kind',
  `kind in ('ministry','commission','agency','regional_bureau','embassy','council','association','company','secretariat','international_organisation')`,
)
export class BodyEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_body' }) id: string;
  @Column('text') code: string;
  @Column('text', { nullable: true }) side: Side | null;
  @Column('text') country: string;
  @Column('text') kind: string;
  @ForeignKey(() => BodyEntity, { name: 'fk_body_parent_id' })
  @Column('uuid', { nullable: true })
  parentId: string | null;
  @ForeignKey(() => BodyEntity, { name: 'fk_body_successor_id' })
  @Column('uuid', { nullable: true })
  successorId: string | null;
  @Column('text', { nullable: true }) note: string | null;
  @Column('text', { array: true, default: '{}' }) sourceCodes: string[];
}

/** One name of a body and when it held. `side` null: the name both sides use. */
@Entity({ name: 'body_name' })
export class BodyNameEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_body_name' }) id: string;
  @Index('ix_body_name_body_id')
  @ForeignKey(() => BodyEntity, { name: 'fk_body_name_body_id' })
  @Column('uuid')
  bodyId: string;
  @Column('text', { nullable: true }) side: Side | null;
  @Column('jsonb') name: LocalizedText;
  @Column('jsonb', { nullable: true }) shortName: LocalizedText | null;
  @Column('text', { nullable: true }) validFrom: string | null;
  @Column('text', { nullable: true }) validTo: string | null;
}

@Entity({ name: 'person' })
@Unique('uq_person_code', ['code'])
@Check('ck_person_side', `side in ('kr','jp')`)
export class PersonEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_person' }) id: string;
  @Column('text', { nullable: true }) code: string | null;
  @Column('text', { nullable: true }) side: Side | null;
  @Column('text', { nullable: true }) note: string | null;
  @Column('text', { array: true, default: '{}' }) sourceCodes: string[];
}

/** A name in one script, as the person gives it (domain.md 6). */
@Entity({ name: 'person_name' })
@Unique('uq_person_name_person_id_script', ['personId', 'script'])
@Check('ck_person_name_script', `script in ('hangul','hanja','kanji','kana','latin')`)
export class PersonNameEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_person_name' }) id: string;
  @ForeignKey(() => PersonEntity, { name: 'fk_person_name_person_id' })
  @Column('uuid')
  personId: string;
  @Column('text', { nullable: true }) side: Side | null;
  @Column('text') script: string;
  @Column('text') whole: string;
  @Column('text', { nullable: true }) family: string | null;
  @Column('text', { nullable: true }) given: string | null;
  @Column('text', { nullable: true }) reading: string | null;
}

/** An office that owns, signs and receives (design.md decision 5). `rank` is the number of domain.md 3.4. */
@Entity({ name: 'post' })
@Unique('uq_post_code', ['code'])
@Check('ck_post_rank', 'rank between 10 and 90')
@Check('ck_post_side', `side in ('kr','jp')`)
export class PostEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_post' }) id: string;
  @Column('text', { nullable: true }) code: string | null;
  @Index('ix_post_body_id')
  @ForeignKey(() => BodyEntity, { name: 'fk_post_body_id' })
  @Column('uuid')
  bodyId: string;
  @Column('text', { nullable: true }) side: Side | null;
  @Column('jsonb') title: LocalizedText;
  @Column('integer') rank: number;
  @ForeignKey(() => PostEntity, { name: 'fk_post_superior_id' })
  @Column('uuid', { nullable: true })
  superiorId: string | null;
  @Column('boolean', { default: false }) demo: boolean;
}

/** Who signs in. `passwordHash` (argon2id) is readable by the sign-in role only. */
@Entity({ name: 'user_account' })
@Unique('uq_user_account_email', ['email'])
@Check('ck_user_account_email', `email = lower(email) and email like '%_@_%'`)
@Check('ck_user_account_side', `side in ('kr','jp')`)
@Check('ck_user_account_language', `language in ('ko','ja','en')`)
@Check('ck_user_account_roles', 'cardinality(roles) > 0')
export class UserAccountEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_user_account' }) id: string;
  @Column('text') email: string;
  @Column('text', { nullable: true }) side: Side | null;
  @Column('text', { array: true }) roles: Role[];
  @Column('text') language: Language;
  @ForeignKey(() => PersonEntity, { name: 'fk_user_account_person_id' })
  @Column('uuid', { nullable: true })
  personId: string | null;
  @Column('text', { nullable: true }) passwordHash: string | null;
  @Column('timestamptz', { nullable: true }) disabledAt: Date | null;
  @Column('boolean', { default: false }) demo: boolean;
  @Column('timestamptz', { default: () => 'forum.now()' }) createdAt: Date;
}

/** Who holds a post from when to when; a transfer adds a row and moves everything the post owns. */
@Entity({ name: 'post_holder' })
@Check('ck_post_holder_someone', 'person_id is not null or user_id is not null')
@Check('ck_post_holder_period', 'held_to is null or held_from is null or held_from <= held_to')
export class PostHolderEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_post_holder' }) id: string;
  @Index('ix_post_holder_post_id')
  @ForeignKey(() => PostEntity, { name: 'fk_post_holder_post_id' })
  @Column('uuid')
  postId: string;
  @Column('text', { nullable: true }) side: Side | null;
  @ForeignKey(() => PersonEntity, { name: 'fk_post_holder_person_id' })
  @Column('uuid', { nullable: true })
  personId: string | null;
  @Index('ix_post_holder_user_id')
  @ForeignKey(() => UserAccountEntity, { name: 'fk_post_holder_user_id' })
  @Column('uuid', { nullable: true })
  userId: string | null;
  @Column('date', { nullable: true }) heldFrom: string | null;
  @Column('date', { nullable: true }) heldTo: string | null;
}

/** A server-side sign-in; only the SHA-256 of its token is kept. */
@Entity({ name: 'auth_session' })
@Unique('uq_auth_session_token_hash', ['tokenHash'])
export class AuthSessionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_auth_session' }) id: string;
  @Column('bytea') tokenHash: Buffer;
  @Index('ix_auth_session_user_id')
  @ForeignKey(() => UserAccountEntity, { name: 'fk_auth_session_user_id' })
  @Column('uuid')
  userId: string;
  @Column('timestamptz', { default: () => 'forum.now()' }) createdAt: Date;
  @Column('timestamptz', { default: () => 'forum.now()' }) lastSeenAt: Date;
  @Column('timestamptz') expiresAt: Date;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
}

/** One try to sign in, for throttling (asvs 6.3.1). */
@Entity({ name: 'sign_in_attempt' })
@Index('ix_sign_in_attempt_account_at', ['account', 'at'])
@Index('ix_sign_in_attempt_address_at', ['address', 'at'])
export class SignInAttemptEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_sign_in_attempt' }) id: string;
  @Column('text') account: string;
  @Column('text') address: string;
  @Column('boolean') succeeded: boolean;
  @Column('timestamptz', { default: () => 'forum.now()' }) at: Date;
}

export const identityEntities = [
  BodyEntity,
  BodyNameEntity,
  PersonEntity,
  PersonNameEntity,
  PostEntity,
  UserAccountEntity,
  PostHolderEntity,
  AuthSessionEntity,
  SignInAttemptEntity,
];
