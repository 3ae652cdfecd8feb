export { Database, type DatabaseOptions, type EntityClasses } from './database.js';
export { OutboxEventEntity, IdempotencyKeyEntity, ClockOffsetEntity } from './entities.js';
export {
  defineEvent,
  eventNames,
  subscribeInTx,
  subscribeToAllInTx,
  type DomainEvent,
  type EventSubject,
} from './events.js';
export { listenTo, type Listening } from './listen.js';
export { DatabaseNewerError, loadMigrations, migrate, openMigrationSource, type MigrateOptions } from './migrate.js';
export { SnakeNamingStrategy } from './naming-strategy.js';
export { Tx, type Reader } from './tx.js';
export { registerViolations } from './violations.js';
