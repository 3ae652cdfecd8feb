import type { RadioIssueDetailView } from '../../apps/api/src/radio/radio.views.js';
import { answered } from './app.js';
import { viewsAt, type MirroredDesk, type Views } from './mirror.js';
import { accept, onIssue, reportedIssue } from './radio.js';

/** The first side reports a case and gives its position; the second acknowledges, drafts its own and agrees to a measure. */
export async function workOnCase(desk: MirroredDesk): Promise<void> {
  const [first, second] = [await desk.as('secretariat.first'), await desk.as('secretariat.second')];
  const { id } = await reportedIssue(first, { lang: 'en', title: 'signals', channelId: desk.channelId });
  await answered(onIssue(second, id, 'steps/acknowledge'));
  for (const [name, client] of [
    ['first', first],
    ['second', second],
  ] as const) {
    const path = `radio-issues/${id}/position`;
    await answered(client.put(path, { etag: '"0"', body: { lang: 'en', text: `position of the ${name}` } }));
    const body = { lang: 'en', measuredOn: '2027-05-03', strength: 40 };
    const { measurements } = await answered<RadioIssueDetailView>(
      client.post(`radio-issues/${id}/measurements`, { body }),
    );
    const own = measurements.find(({ exchangedAt }) => exchangedAt === null);
    if (name === 'first') {
      await answered(client.post(`${path}/exchange`, { etag: '"1"' }));
      await answered(client.post(`radio-issues/${id}/measurements/${own?.id ?? ''}/exchange`, { etag: '"1"' }));
    }
  }
  await answered(onIssue(second, id, 'steps/start-coordination'));
  await answered(onIssue(second, id, 'measures', { lang: 'en', text: 'tilt', actingSide: desk.first }));
  await accept(first, id);
}

/** What everybody sees of the register. */
export async function radioViewsOf(desk: MirroredDesk): Promise<Views> {
  const issues = await desk.test.admin<{ id: string }>(
    `select id from forum.radio_issue where audience = 'joint' and code like 'RI-%' order by position`,
  );
  const names = ['secretariat', 'official'].flatMap((role) => [`${role}.first`, `${role}.second`]);
  const views = await viewsAt(
    desk,
    [...names, 'observer'],
    ['radio-issues', ...issues.map(({ id }) => `radio-issues/${id}?texts=all`)],
  );
  // The name of a side within the name of a field is a side too.
  return JSON.parse(
    JSON.stringify(views).replace(/"position(Kr|Jp)"/g, (_, side: string) => `"position ${side.toLowerCase()}"`),
  ) as Views;
}
