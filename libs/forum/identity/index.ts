import { registerViolations } from '#platform/database';
import { identityErrors } from './domain/identity.errors.js';

registerViolations({ uq_user_account_email: identityErrors.emailTaken });

export { ChangeLanguage } from './actions/change-language.js';
export { seedDemoAccounts } from './actions/seed-demo-accounts.js';
export { SignIn, type SignInInput } from './actions/sign-in.js';
export { SignOut } from './actions/sign-out.js';
export { databaseRoleOf } from './domain/database-role.js';
export { demoAccounts, demoPassword, type DemoAccount } from './domain/demo-accounts.js';
export { identityErrors } from './domain/identity.errors.js';
export { guessLimits, isThrottled } from './domain/throttle.js';
export { IdentityModule } from './identity.module.js';
export {
  BodyEntity,
  identityEntities,
  PersonEntity,
  PostEntity,
  PostHolderEntity,
  UserAccountEntity,
} from './persistence/identity.entities.js';
export { actorOfSession } from './queries/actor-of-session.js';
export { findPost, listPosts, postAsJson, type PostRow } from './queries/posts.js';
export { listDemoAccounts, profileOf, type DemoAccountRow, type ProfileRow } from './queries/profile.js';
