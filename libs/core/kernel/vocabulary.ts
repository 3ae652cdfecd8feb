/** Words that every ring shares. Codes are lower-case everywhere, in JSON and in the database too. */

/** Languages of the product; all three are equal. The order is only that of listing. */
export const LANGUAGES = ['ko', 'ja', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The two governments. */
export const SIDES = ['kr', 'jp'] as const;
export type Side = (typeof SIDES)[number];

/** Who may read a row (domain.md 3.15); the narrowest is a side's own. */
export const AUDIENCES = ['kr', 'jp', 'joint', 'business', 'public'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** Roles of domain.md 2. The side of a secretariat is the side of its user. */
export const ROLES = [
  'secretariat',
  'official',
  'head',
  'delegate',
  'interpreter',
  'private',
  'observer',
  'auditor',
  'admin',
] as const;
export type Role = (typeof ROLES)[number];

/** PostgreSQL roles; row security decides by them (design.md 2.3). */
export const DATABASE_ROLES = [
  'forum_kr',
  'forum_jp',
  'forum_business',
  'forum_public',
  'forum_joint',
  'forum_admin',
  'forum_worker',
  'forum_auth',
] as const;
export type DatabaseRole = (typeof DATABASE_ROLES)[number];

/** Who acts: one signed-in user, or the system through `databaseRole` alone. `side` is null for observers and the administrator. */
export interface Actor {
  readonly userId: string;
  readonly side: Side | null;
  readonly roles: readonly Role[];
  readonly postIds: readonly string[];
  readonly language: Language;
  readonly databaseRole: DatabaseRole;
}

export const otherSide = (side: Side): Side => (side === 'kr' ? 'jp' : 'kr');

const isOneOf =
  <T extends string>(words: readonly T[]) =>
  (value: unknown): value is T =>
    words.some((word) => word === value);

export const isLanguage = isOneOf(LANGUAGES);
export const isSide = isOneOf(SIDES);
export const isAudience = isOneOf(AUDIENCES);
export const isRole = isOneOf(ROLES);
