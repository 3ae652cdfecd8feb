export {
  CARRIED,
  queueHealth,
  secondsSince,
  type Carried,
  type CarriedHealth,
  type QueueHealth,
  type ReplanHealth,
} from './queries/queue-health.js';
