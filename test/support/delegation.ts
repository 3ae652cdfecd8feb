import type { Side } from '#core/kernel';
import type { DelegationsView } from '../../apps/api/src/delegations/delegations.views.js';
import type { InterpretationView } from '../../apps/api/src/delegations/interpretation.dto.js';
import { answered, type TestApp } from './app.js';

/** A side drafts the shortest list there is: its head. */
export async function askForDelegation(test: TestApp, sessionId: string, side: Side): Promise<void> {
  const secretariat = await test.as(`secretariat.${side}`, { again: true });
  const [head] = await test.admin<{ id: string }>(
    `select h.post_id as id from forum.post_holder h join forum.user_account u on u.id = h.user_id where u.email = $1`,
    [`head.${side}@forum.example`],
  );
  await answered(
    secretariat.post(`sessions/${sessionId}/delegations/members`, { body: { postId: head?.id, role: 'head' } }),
  );
}

/** The same, approved by the head and submitted. */
export async function submitDelegation(test: TestApp, sessionId: string, side: Side): Promise<void> {
  await askForDelegation(test, sessionId, side);
  for (const [name, action] of [
    [`head.${side}`, 'approve'],
    [`secretariat.${side}`, 'submit'],
  ] as const) {
    const client = await test.as(name, { again: true });
    const { lists } = await answered<DelegationsView>(client.get(`sessions/${sessionId}/delegations`));
    await answered(client.post(`sessions/${sessionId}/delegations/${action}`, { etag: lists[0]?.etag ?? '' }));
  }
}

/** The host arranges consecutive interpretation and confirms it. */
export async function confirmInterpretation(test: TestApp, sessionId: string, host: Side): Promise<void> {
  const client = await test.as(`secretariat.${host}`, { again: true });
  const at = `sessions/${sessionId}/interpretation`;
  const { etag } = await answered<InterpretationView>(client.get(at));
  const body = {
    direction: host === 'kr' ? 'ko-en' : 'ja-en',
    mode: 'consecutive',
    provider: 'each_side',
    equipment: [],
    glossaryVersion: null,
    factorPercent: null,
  };
  const arranged = await answered<InterpretationView>(client.put(at, { etag, body }));
  await answered(client.post(`${at}/confirm`, { etag: arranged.etag }));
}
