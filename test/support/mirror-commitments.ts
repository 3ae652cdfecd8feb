import type { InstrumentDetailView } from '../../apps/api/src/commitments/instruments.views.js';
import type { ProposalListView } from '../../apps/api/src/proposals/proposals.dto.js';
import { answered } from './app.js';
import { viewsAt, type MirroredDesk, type Views } from './mirror.js';

const words = (text: string) => ({ lang: 'en', texts: { ko: text, ja: text, en: text } });

async function onInstrument(desk: MirroredDesk, name: string, path: string, body: object): Promise<void> {
  const client = await desk.as(name);
  const [row] = await desk.test.admin<{ id: string }>(`select id from forum.instrument limit 1`);
  const { etag } = await answered<InstrumentDetailView>(client.get(`instruments/${row?.id ?? ''}`));
  await answered(client.post(`instruments/${row?.id ?? ''}/${path}`, { etag, body }));
}

async function acceptOpen(desk: MirroredDesk, name: string, subjectType: string): Promise<void> {
  const client = await desk.as(name);
  const { items } = await answered<ProposalListView>(client.get(`proposals?subjectType=${subjectType}&state=open`));
  for (const { id, hash } of items) await answered(client.post(`proposals/${id}/accept`, { body: { hash } }));
}

/** A side writes an instrument for itself: one joint clause, and a proposal of its own. */
export async function draftInstrument(desk: MirroredDesk): Promise<void> {
  const body = { name: words('memorandum'), kind: 'memorandum', legal: 'non_binding', date: '2027-06-10' };
  await answered(
    (await desk.as('secretariat.first')).post('instruments', { body: { ...body, sessionId: desk.sessionId } }),
  );
  const joint = { text: words('exchange tables'), strength: 'joint_non_binding', actingSide: 'both', due: '2027-12' };
  await onInstrument(desk, 'secretariat.first', 'clauses', joint);
  const own = { text: words('meet more often'), strength: 'proposal', strengthSide: desk.first };
  await onInstrument(desk, 'official.first', 'clauses', { ...own, actingSide: desk.second });
  await onInstrument(desk, 'secretariat.first', 'clauses', { ...own, actingSide: desk.second });
}

/** Both record it; one side reports the joint promise with evidence, the other confirms. */
export async function keepPromise(desk: MirroredDesk): Promise<void> {
  const [unchecked] = await desk.test.admin<{ id: string }>(
    `select id from forum.commitment order by id offset 1 limit 1`,
  );
  await onInstrument(desk, 'secretariat.first', `clauses/${unchecked?.id ?? ''}/remove`, {});
  await onInstrument(desk, 'head.first', 'propose', { reason: 'as agreed' });
  await acceptOpen(desk, 'head.second', 'instrument');
  const [joint] = await desk.test.admin<{ id: string }>(`select id from forum.commitment order by id limit 1`);
  const client = await desk.as('secretariat.second');
  const { etag } = await answered<{ etag: string }>(client.get(`commitments/${joint?.id ?? ''}`));
  const evidence = { kind: 'link', url: 'https://example.org/tables', text: 'the tables' };
  await answered(client.post(`commitments/${joint?.id ?? ''}/steps`, { etag, body: { action: 'fulfil', evidence } }));
  await acceptOpen(desk, 'secretariat.first', 'commitment');
}

const accounts = [
  'secretariat.first',
  'secretariat.second',
  'official.first',
  'delegate.second',
  'interpreter',
  'observer',
];

/** What people see of instruments and promises, page by page and as a file. */
export async function commitmentViewsOf(desk: MirroredDesk): Promise<Views> {
  const instruments = await desk.test.admin<{ id: string }>(`select id from forum.instrument order by id`);
  const commitments = await desk.test.admin<{ id: string }>(`select id from forum.commitment order by id`);
  const pages = await viewsAt(desk, accounts, [
    'instruments',
    'commitments',
    'commitments/progress',
    ...instruments.map(({ id }) => `instruments/${id}`),
    ...commitments.map(({ id }) => `commitments/${id}`),
  ]);
  const files: Views = {};
  // A file of many sessions has no host: on neutral ones the order is fixed.
  for (const name of accounts.filter((account) => account.includes('.')))
    for (const list of ['commitments', 'action-items']) {
      const answer = await (await desk.as(name)).get(`${list}/export.csv`, { language: 'en' });
      files[`${name} ${list}/export.csv`] = answer.body.split('\r\n');
    }
  return { ...pages, ...files };
}
