import type { LiveView } from '../../apps/api/src/live/live.views.js';
import { answered } from './app.js';
import { LiveDesk } from './live.js';
import { viewsAt, type MirroredDesk, type Views } from './mirror.js';

const names = [
  ...['secretariat', 'head', 'delegate'].flatMap((role) => [`${role}.first`, `${role}.second`]),
  ...['company.first', 'company.second', 'interpreter', 'observer'],
];

/** What was seen while the session ran. */
const whileRunning = new WeakMap<MirroredDesk, Views>();

/** An open session runs: an item, speakers of both sides, decisions, notes of each side for itself. */
export async function runSession(desk: MirroredDesk): Promise<void> {
  const as = async (name: string) => new LiveDesk(await desk.as(name), desk.sessionId);
  const first = await as('secretariat.first');
  const [row] = (await first.see()).rows;
  await first.act('go-to', { itemId: row?.id });
  for (const name of ['head.first', 'head.second', 'secretariat.first']) await (await as(name)).ask();
  await (await as('secretariat.second')).act('give-floor');
  const { decisions } = await first.write('decisions', 'what the first side wrote', 'en');
  await first.write('notes', 'of the first side', 'en');
  await (await as('secretariat.second')).write('notes', 'of the second side', 'en');
  const [decision] = decisions;
  await answered<LiveView>(
    (await desk.as('head.second')).post(`live-decisions/${decision?.id ?? ''}/accept`, { etag: decision?.etag ?? '' }),
  );
  whileRunning.set(desk, await seen(desk, 'running '));
}

/** What everybody saw of the run while it ran and sees once it is over; nothing at the other stages. */
export async function liveViewsOf(desk: MirroredDesk): Promise<Views> {
  const before = whileRunning.get(desk);
  if (!before) return {};
  whileRunning.delete(desk);
  return { ...before, ...(await seen(desk, '')) };
}

/** Two desks are never asked at the same second, and the projector counts sessions in every language: neither is a matter of sides. */
async function seen(desk: MirroredDesk, prefix: string): Promise<Views> {
  const paths = ['', '/projector', '/events'].map((rest) => `sessions/${desk.sessionId}/live${rest}`);
  const views = await viewsAt(desk, names, paths);
  const text = JSON.stringify(views)
    .replace(/"((?:elapsed|remaining)Seconds|overrunMinutes)":-?\d+/g, '"$1":0')
    .replace(/제7차 |第7回|7th /g, '');
  return Object.fromEntries(
    Object.entries(JSON.parse(text) as Views).map(([name, view]) => [`live ${prefix}${name}`, view]),
  );
}
