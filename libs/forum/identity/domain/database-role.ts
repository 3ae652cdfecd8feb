import type { DatabaseRole, Role, Side } from '#core/kernel';

/**
 * The database role through which a user reads and writes (design.md decision 3). Companies see the business track only,
 * interpreters and auditors what both sides share, observers what is published, the administrator nobody's content (domain.md 2).
 */
export function databaseRoleOf(side: Side | null, roles: readonly Role[]): DatabaseRole {
  if (roles.includes('admin')) return 'forum_admin';
  if (roles.includes('observer')) return 'forum_public';
  if (roles.includes('private')) return 'forum_business';
  if (roles.includes('interpreter') || roles.includes('auditor')) return 'forum_joint';
  if (side === 'kr') return 'forum_kr';
  if (side === 'jp') return 'forum_jp';
  return 'forum_public';
}
