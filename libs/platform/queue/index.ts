export { assertOneHandlerEach, declaredJobs, defineJob, handleJob, queueNames } from './job.js';
export type { JobDefinition, JobHandler, JobPayload, QueueName } from './job.js';
export { JobQueue, type JobQueueOptions, type JobToAdd } from './job-queue.js';
