import { longestSendMs } from '#platform/mail';
import { afterFailure } from './outcome.js';
import { maxAttempts, queueLeaseSeconds, queueRoom, sendLeaseSeconds, waitSeconds } from './retry.js';

const deferred = { code: 'mail.deferred', permanent: false, mayHaveGone: false };
const silent = { code: 'mail.unanswered', permanent: false, mayHaveGone: true };
const refused = { code: 'mail.refused', permanent: true, mayHaveGone: false };
const first = { attempt: 1, inDoubt: false };

describe('what becomes of a mail that was not handed over', () => {
  it('is another try, later each time, and in the end somebody has to look', () => {
    expect(afterFailure(deferred, first, 'resend', 0.5)).toEqual({ state: 'planned', wait: 10 });
    expect(afterFailure(deferred, { ...first, attempt: 4 }, 'hold', 0.5)).toEqual({ state: 'planned', wait: 80 });
    expect(afterFailure(deferred, { ...first, attempt: maxAttempts }, 'resend', 0)).toEqual({ state: 'failed' });
    expect(afterFailure(refused, first, 'resend', 0)).toEqual({ state: 'failed' });
  });

  it('is a doubt once the relay may have it, which no later answer but a refusal ends', () => {
    expect(afterFailure(silent, first, 'resend', 0.5)).toEqual({ state: 'in_doubt', wait: 10 });
    expect(afterFailure(deferred, { attempt: 2, inDoubt: true }, 'resend', 0.5)).toEqual({
      state: 'in_doubt',
      wait: 20,
    });
    expect(afterFailure(refused, { attempt: 2, inDoubt: true }, 'resend', 0.5)).toEqual({ state: 'failed' });
    expect(afterFailure(silent, { attempt: maxAttempts, inDoubt: true }, 'resend', 0)).toEqual({ state: 'in_doubt' });
  });

  it('waits for a person with each new doubt where the policy is to hold, and for nobody otherwise', () => {
    expect(afterFailure(silent, first, 'hold', 0.5)).toEqual({ state: 'in_doubt' });
    expect(afterFailure(deferred, { attempt: 2, inDoubt: true }, 'hold', 0.5)).toEqual({ state: 'in_doubt', wait: 20 });
  });

  it('waits for a person when the reader may have three copies, not for what left none', () => {
    expect(afterFailure(silent, { attempt: 2, inDoubt: true }, 'resend', 0.5)).toEqual({ state: 'in_doubt', wait: 20 });
    for (const policy of ['resend', 'ask'] as const)
      expect(afterFailure(silent, { attempt: 3, inDoubt: true }, policy, 0.5)).toEqual({ state: 'in_doubt' });
    expect(afterFailure(silent, { attempt: 9, inDoubt: false }, 'resend', 0)).toMatchObject({ wait: 1_920 });
    expect(afterFailure(deferred, { attempt: 3, inDoubt: true }, 'resend', 0.5)).toMatchObject({ wait: 40 });
  });

  it('comes back scattered, within an hour and a quarter', () => {
    expect([waitSeconds(1, 0), waitSeconds(1, 0.999)]).toEqual([8, 12]);
    expect([waitSeconds(30, 0), waitSeconds(30, 0.999)]).toEqual([2_700, 4_498]);
  });
});

describe('the leases', () => {
  it('outlast the longest try, and cost less than a minute after a kill', () => {
    expect(sendLeaseSeconds * 1_000).toBeGreaterThan(longestSendMs + 10_000);
    expect(Math.max(sendLeaseSeconds, queueLeaseSeconds)).toBeLessThan(60);
  });

  it('are given to no more than the mail server takes within them', () => {
    expect(queueRoom(null)).toBe(2_000);
    expect(queueRoom(5)).toBe(120);
    expect(queueRoom(5) / 5).toBeLessThan(queueLeaseSeconds);
    expect(queueRoom(1_000)).toBe(2_000);
  });
});
