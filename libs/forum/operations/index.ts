export { RetryLeftBehind } from './actions/retry-left-behind.js';
export {
  CARRIED,
  queueHealth,
  retryOffer,
  runsTheDesk,
  secondsSince,
  type Carried,
  type CarriedHealth,
  type LeftBehindHealth,
  type QueueHealth,
  type ReplanHealth,
} from './queries/queue-health.js';
