import type { LightMyRequestResponse } from 'fastify';
import type { ProposalListView, ProposalView } from '../../apps/api/src/proposals/proposals.dto.js';
import type { RadioIssueDetailView } from '../../apps/api/src/radio/radio.views.js';
import { answered, type TestClient } from './app.js';

/** Writes a case of the client's side down. */
export const draftIssue = (client: TestClient, over: object = {}): Promise<RadioIssueDetailView> =>
  answered<RadioIssueDetailView>(
    client.post('radio-issues', {
      body: {
        lang: 'ko',
        title: '해안 이동통신 신호',
        type: 'interference_case',
        bands: [{ text: '860–870 MHz' }],
        ...over,
      },
    }),
  );

/** Acts on a case with the version the client sees now. */
export async function onIssue(
  client: TestClient,
  id: string,
  action: string,
  body: object = {},
  etag?: string,
): Promise<LightMyRequestResponse> {
  const seen = etag ?? (await answered<RadioIssueDetailView>(client.get(`radio-issues/${id}`))).etag;
  return client.post(`radio-issues/${id}/${action}`, { etag: seen, body });
}

/** A case of the client's side that both sides see. */
export async function reportedIssue(client: TestClient, over: object = {}): Promise<RadioIssueDetailView> {
  const { id } = await draftIssue(client, over);
  return answered<RadioIssueDetailView>(onIssue(client, id, 'report'));
}

/** The one open proposal about a case. */
export async function openProposalOf(client: TestClient, id: string): Promise<ProposalView> {
  const { items } = await answered<ProposalListView>(
    client.get(`proposals?subjectType=radio_issue&subjectId=${id}&state=open`),
  );
  const [open] = items;
  if (!open) throw new Error('no open proposal');
  return open;
}

/** Turns the second key on it. */
export async function accept(client: TestClient, id: string): Promise<void> {
  const { id: proposalId, hash } = await openProposalOf(client, id);
  await answered(client.post(`proposals/${proposalId}/accept`, { body: { hash } }));
}
