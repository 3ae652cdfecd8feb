export { describeDatabaseError, EmbeddedDatabaseError, type EmbeddedDatabaseCode } from './errors.js';
export {
  startEmbeddedDatabase,
  startTemporaryDatabase,
  type DatabaseEvent,
  type EmbeddedDatabase,
  type OnEvent,
} from './embedded-database.js';
export { type DatabaseUrls } from './logins.js';
