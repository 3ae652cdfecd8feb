import type { ActionDetailView } from '../../apps/api/src/actions/actions.views.js';
import type { ProposalView } from '../../apps/api/src/proposals/proposals.dto.js';
import { answered, type TestClient } from './app.js';
import { viewsAt, type MirroredDesk, type Views } from './mirror.js';

/** Records an item in one line, its owner by the code of the post, and gives its id. */
async function recordLine(desk: MirroredDesk, recorder: string, owner: string, title: string): Promise<string> {
  const [post] = await desk.test.admin<{ code: string }>('select code from forum.post where id = $1', [
    await desk.postOf(owner),
  ]);
  const body = { text: `@${post?.code ?? ''} !2027-08-05 ${title}`, lang: 'en' };
  const client = await desk.as(recorder);
  return (await answered<ActionDetailView>(client.post(`sessions/${desk.sessionId}/actions/line`, { body }))).id;
}

async function act(client: TestClient, id: string, step: string, body?: object): Promise<void> {
  const { etag } = await answered<ActionDetailView>(client.get(`action-items/${id}`));
  await answered(client.post(`action-items/${id}/${step}`, { etag, ...(body ? { body } : {}) }));
}

/** What both sides do with items between two sessions: silence agreed, work blocked, commented on, handed on, proposed to be called off. */
export async function workOnActions(desk: MirroredDesk): Promise<void> {
  const [first, second] = [await desk.as('secretariat.first'), await desk.as('secretariat.second')];
  const rules = `channels/${desk.channelId}/action-rules`;
  await answered(first.post(rules, { body: { silenceDays: 5 } }));
  const open = await answered<{ items: ProposalView[] }>(
    second.get(`proposals?subjectId=${desk.channelId}&state=open`),
  );
  const rule = open.items.find(({ kind }) => kind === 'channel.action-rules');
  await answered(second.post(`proposals/${rule?.id ?? ''}/accept`, { body: { hash: rule?.hash } }));

  const blocked = await recordLine(desk, 'secretariat.second', 'official.first', 'blocked by the first');
  const owner = await desk.as('official.first');
  await act(owner, blocked, 'block', { reason: 'a budget', expectedOn: '2027-07-20' });
  await act(await desk.as('official.second'), blocked, 'comments', { text: 'a word among ourselves' });

  const reported = await recordLine(desk, 'secretariat.first', 'official.second', 'reported by the second');
  const evidence = { kind: 'note', text: 'sent' };
  await act(await desk.as('official.second'), reported, 'report-done', { evidence });

  const handed = await recordLine(desk, 'secretariat.first', 'official.first', 'handed on by the first');
  await act(first, handed, 'reassign', { ownerPostId: await desk.postOf('secretariat.first') });
  await act(second, handed, 'cancel', { reason: 'no longer needed' });
}

/** What everybody sees of the lists and of how items are confirmed. */
export function actionViewsOf(desk: MirroredDesk): Promise<Views> {
  const names = ['secretariat', 'official', 'delegate'].flatMap((role) => [`${role}.first`, `${role}.second`]);
  return viewsAt(
    desk,
    [...names, 'observer'],
    [
      'action-items?scope=other&unfinished=true',
      'action-items?scope=deputy',
      'action-items?overdue=true',
      'action-handovers',
      `channels/${desk.channelId}/action-rules`,
    ],
  );
}
