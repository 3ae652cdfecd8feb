import { RelayLoop } from './relay-loop.js';

describe('the loop of the relay', () => {
  it('goes on with the other steps when one fails, and tells of the failure', async () => {
    const failures: unknown[] = [];
    let reached = (): void => undefined;
    const thrice = new Promise<void>((resolve) => {
      reached = resolve;
    });
    let ran = 0;
    const failing = () => Promise.reject(new Error('the queue is down'));
    const counting = () => {
      ran += 1;
      if (ran === 3) reached();
      return Promise.resolve(0);
    };
    const loop = new RelayLoop([failing, counting], 1, (error) => failures.push(error));
    loop.start();
    await thrice;
    await loop.stop();
    expect(ran).toBe(failures.length);
    expect(failures[0]).toEqual(new Error('the queue is down'));
  });
});
