import type { Actor } from '#core/kernel';

/** Whether a reader may see sessions run: the two sides, and who reads what both share. Companies and the public never (domain.md 3.11). */
export const watchesRuns = ({ databaseRole }: Actor): boolean =>
  databaseRole === 'forum_kr' || databaseRole === 'forum_jp' || databaseRole === 'forum_joint';
