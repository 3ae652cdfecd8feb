import { jobFaults } from './support/jobs.js';
import { isTest, readTree } from './support/source-tree.js';

describe('jobs', () => {
  it('have exactly one handler each, in the worker', () => {
    expect(jobFaults(readTree(['libs', 'apps']).filter((file) => !isTest(file.path)))).toEqual([]);
  });

  it('are seen by this check when they have no handler, two, or a handler elsewhere', () => {
    const job = {
      path: 'libs/forum/reminders/reminders.jobs.ts',
      text: "export const deliver = defineJob(\n  'reminders.deliver', {});",
    };
    const handler = {
      path: 'apps/worker/src/reminders/deliver.job.ts',
      text: 'return handleJob(deliver, async () => {});',
    };
    expect(jobFaults([job, handler])).toEqual([]);
    expect(jobFaults([job])).toHaveLength(1);
    expect(jobFaults([job, handler, handler])).toHaveLength(1);
    expect(jobFaults([handler])).toHaveLength(1);
    expect(jobFaults([job, { ...handler, path: 'apps/api/src/a.ts' }])).toHaveLength(1);
  });
});
