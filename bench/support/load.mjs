/** Asks one address over so many kept connections, one request after another on each. */
import { Agent, request } from 'node:http';

/** @returns {Promise<{ perSecond: number, times: number[], bytes: number }>} `times` in ms */
export async function load(url, { connections = 32, headers = {}, ms = 4_000 } = {}) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times = [];
  let bytes = 0;
  const began = performance.now();
  const until = began + ms;
  const ask = () =>
    new Promise((done, fail) => {
      const asked = performance.now();
      const one = request(url, { agent, headers }, (answer) => {
        let size = 0;
        answer.on('data', (chunk) => {
          size += chunk.length;
        });
        answer.on('end', () => {
          if (answer.statusCode !== 200) fail(new Error(`${url} answered ${answer.statusCode}`));
          bytes = size;
          times.push(performance.now() - asked);
          done();
        });
      });
      one.on('error', fail);
      one.end();
    });
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < until) await ask();
    }),
  );
  const perSecond = times.length / ((performance.now() - began) / 1_000);
  agent.destroy();
  return { perSecond, times, bytes };
}
