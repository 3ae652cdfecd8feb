import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Audience, Side } from '#core/kernel';
import { PostEntity } from '#forum/identity';

/** One key turned by one side on one content hash. Only its clearing is ever written after. */
@Entity({ name: 'key_turn' })
@Index('uq_key_turn_standing', ['subjectType', 'subjectId', 'side'], { unique: true, where: 'cleared_at is null' })
@Check('ck_key_turn_side', `side in ('kr','jp')`)
@Check('ck_key_turn_audience', `audience in ('kr','jp','joint','business','public')`)
@Check('ck_key_turn_content_hash', `content_hash ~ '^[0-9a-f]{64}$'`)
export class KeyTurnEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_key_turn' }) id: string;
  @Column('text') subjectType: string;
  @Column('uuid') subjectId: string;
  @Column('text') contentHash: string;
  @Column('text') side: Side;
  @ForeignKey(() => PostEntity, { name: 'fk_key_turn_post_id' })
  @Column('uuid')
  postId: string;
  @Column('uuid') userId: string;
  @Column('timestamptz', { default: () => 'forum.now()' }) turnedAt: Date;
  @Column('timestamptz', { nullable: true }) clearedAt: Date | null;
  @Column('text', { nullable: true }) clearedBySide: Side | null;
  @Column('text', { nullable: true }) clearedReason: string | null;
  @Column('text', { default: 'joint' }) audience: Audience;
}

export const twoKeyEntities = [KeyTurnEntity];
