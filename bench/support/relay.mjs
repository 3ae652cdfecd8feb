/** A real SMTP server on loopback that takes every mail, each after the same time. */
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';

/** @param {number} answerMs how long the relay looks into a mail before it takes it */
export async function openRelay(answerMs) {
  const state = { taken: 0, bytes: 0, last: 0 };
  let waiting = () => undefined;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    logger: false,
    onData: (stream, _session, callback) => {
      stream.on('data', (chunk) => {
        state.bytes += chunk.length;
      });
      stream.on('end', () => {
        void (answerMs > 0 ? pause(answerMs) : Promise.resolve()).then(() => {
          state.taken += 1;
          state.last = performance.now();
          callback();
          waiting();
        });
      });
    },
  });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  return {
    url: `smtp://127.0.0.1:${server.server.address().port}`,
    state,
    /** Resolves with the instant of the last one, on the clock of `performance`. @throws when it takes too long */
    until: (count, patienceMs) =>
      new Promise((done, fail) => {
        const timer = setTimeout(() => fail(new Error(`${state.taken} of ${count} mails came`)), patienceMs);
        waiting = () => {
          if (state.taken < count) return;
          clearTimeout(timer);
          done(state.last);
        };
        waiting();
      }),
    reset: () => {
      state.taken = 0;
      state.bytes = 0;
    },
    close: () => new Promise((done) => server.close(done)),
  };
}
