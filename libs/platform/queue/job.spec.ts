import { assertOneHandlerEach, declaredJobs, defineJob, handleJob } from './job.js';

const done = () => Promise.resolve();
const job = defineJob('spec.first', { queue: 'ledger', payload: ['rowId'], attempts: 1, backoffMs: 0 });

describe('jobs', () => {
  it('are declared once', () => {
    expect(() => defineJob('spec.first', { queue: 'mail', payload: [], attempts: 1, backoffMs: 0 })).toThrow(
      'queue.declaredTwice spec.first',
    );
    expect(declaredJobs()).toContain(job);
  });

  it('refuse a payload without their keys', async () => {
    const handler = handleJob(job, done);
    await expect(handler.run({ other: 'x' })).rejects.toThrow('queue.badPayload spec.first');
    await expect(handler.run({ rowId: 'x' })).resolves.toBeUndefined();
  });

  it('pass the boot check with one handler each', () => {
    expect(() => {
      assertOneHandlerEach([job], [handleJob(job, done)]);
    }).not.toThrow();
  });

  it.each([
    ['no handler', [], 'queue.noHandler spec.first'],
    ['two handlers', [handleJob(job, done), handleJob(job, done)], 'queue.manyHandlers spec.first'],
    [
      'a handler nobody declared',
      [handleJob(job, done), handleJob({ ...job, name: 'spec.ghost' }, done)],
      'queue.notDeclared spec.ghost',
    ],
  ])('fail the boot check with %s', (_case, handlers, fault) => {
    expect(() => {
      assertOneHandlerEach([job], handlers);
    }).toThrow(fault);
  });
});
