export {
  CARRIED,
  queueHealth,
  secondsLate,
  type Carried,
  type CarriedHealth,
  type QueueHealth,
} from './queries/queue-health.js';
