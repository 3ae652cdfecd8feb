import { registerViolations } from '#platform/database';
import { twoKeyErrors } from './domain/two-key.errors.js';

registerViolations({ uq_key_turn_standing: twoKeyErrors.alreadyTurned });

export { clearKeys, takeKeyBack, turnKey } from './actions/turn-key.js';
export { contentHash } from './domain/content-hash.js';
export { twoKeyErrors } from './domain/two-key.errors.js';
export { bothTurned, type KeyedSubject, type StandingKey } from './domain/two-key.types.js';
export { twoKeyEntities } from './persistence/two-key.entities.js';
export { standingKeys } from './queries/standing-keys.js';
