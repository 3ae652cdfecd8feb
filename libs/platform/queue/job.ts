/** What a job carries: ids, versions, fingerprints; never text or personal data (style.md, Jobs). */
export type JobPayload<Key extends string> = Readonly<Record<Key, string>>;

/** Queues by what makes them wait: mail for its relay, webhooks for systems of others, the ledger for the database. */
export const queueNames = ['mail', 'webhooks', 'ledger'] as const;
export type QueueName = (typeof queueNames)[number];

export interface JobDefinition<Key extends string = string> {
  /** `<capability>.<imperative>`, e.g. `reminders.deliver`. */
  readonly name: string;
  readonly queue: QueueName;
  readonly payload: readonly Key[];
  /** How often the queue runs a failing job before it lets it go; 1 where rows say what is still to do. */
  readonly attempts: number;
  /** Milliseconds before the second run, doubled before each further one. */
  readonly backoffMs: number;
}

/** A job and what is done when it arrives. The queue may bring one job twice: `run` must not mind. */
export interface JobHandler<Key extends string = string> {
  readonly job: JobDefinition<Key>;
  readonly run: (payload: JobPayload<Key>) => Promise<void>;
}

const declared = new Map<string, JobDefinition>();

/** Declares a job beside its capability. Declaring one name twice is a programming error. */
export function defineJob<const Key extends string>(
  name: `${string}.${string}`,
  options: {
    readonly queue: QueueName;
    readonly payload: readonly Key[];
    readonly attempts: number;
    readonly backoffMs: number;
  },
): JobDefinition<Key> {
  if (declared.has(name)) throw new TypeError(`queue.declaredTwice ${name}`);
  const job = Object.freeze({ name, ...options });
  declared.set(name, job);
  return job;
}

/** All declared jobs by name. Complete once every capability is loaded. */
export function declaredJobs(): JobDefinition[] {
  return [...declared.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

/** Ties a handler to its job, with the payload's keys known to the compiler and checked when a job arrives. */
export function handleJob<Key extends string>(
  job: JobDefinition<Key>,
  run: (payload: JobPayload<Key>) => Promise<void>,
): JobHandler {
  return {
    job,
    run: async (payload) => {
      if (!hasKeys(job.payload, payload)) throw new TypeError(`queue.badPayload ${job.name}`);
      await run(payload);
    },
  };
}

function hasKeys<Key extends string>(keys: readonly Key[], payload: unknown): payload is JobPayload<Key> {
  return (
    typeof payload === 'object' &&
    payload !== null &&
    keys.every((key) => typeof Reflect.get(payload, key) === 'string')
  );
}

/**
 * The boot check: each declared job has exactly one handler and each handler a declared job.
 * @throws TypeError naming every job at fault
 */
export function assertOneHandlerEach(jobs: readonly JobDefinition[], handlers: readonly JobHandler[]): void {
  const faults = [
    ...jobs
      .filter((job) => handlers.filter((one) => one.job.name === job.name).length === 0)
      .map((job) => `queue.noHandler ${job.name}`),
    ...jobs
      .filter((job) => handlers.filter((one) => one.job.name === job.name).length > 1)
      .map((job) => `queue.manyHandlers ${job.name}`),
    ...handlers
      .filter((one) => !jobs.some((job) => job.name === one.job.name))
      .map((one) => `queue.notDeclared ${one.job.name}`),
  ];
  if (faults.length > 0) throw new TypeError(faults.join(', '));
}
