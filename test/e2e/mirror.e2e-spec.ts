import type { Side } from '#core/kernel';
import type { ActionDetailView } from '../../apps/api/src/actions/actions.views.js';
import type { AgendaView } from '../../apps/api/src/agenda/agenda.views.js';
import { answered, type TestClient } from '../support/app.js';
import { confirmInterpretation, submitDelegation } from '../support/delegation.js';
import { actionViewsOf, workOnActions } from '../support/mirror-actions.js';
import { agreeLine, escalationViewsOf, raiseCase } from '../support/mirror-escalations.js';
import { liveViewsOf, runSession } from '../support/mirror-live.js';
import { radioViewsOf, workOnCase } from '../support/mirror-radio.js';
import { recordStages, recordViewsOf } from '../support/mirror-records.js';
import { commitmentViewsOf, draftInstrument, keepPromise } from '../support/mirror-commitments.js';
import { comparable, mirrored, openMirroredDesk, viewsOf, type MirroredDesk, type Views } from '../support/mirror.js';

/** A stage of the scenario: what is done by whom, in terms of the side that hosts and the other. */
type Stage = (desk: MirroredDesk) => Promise<void>;

const ownLanguage = (side: Side): string => (side === 'kr' ? 'ko' : 'ja');
const agendaOf = (desk: MirroredDesk, client: TestClient) =>
  answered<AgendaView>(client.get(`sessions/${desk.sessionId}/agenda`));

async function addItem(desk: MirroredDesk, place: 'first' | 'second'): Promise<void> {
  const body = {
    lang: ownLanguage(desk[place]),
    title: `item of the ${place}`,
    description: 'words',
    privateNote: 'for ourselves',
    minutes: 30,
    objective: 'decide',
    lead: desk[place],
  };
  await answered((await desk.as(`secretariat.${place}`)).post(`sessions/${desk.sessionId}/agenda/items`, { body }));
}

async function exchange(desk: MirroredDesk, place: 'first' | 'second'): Promise<void> {
  const client = await desk.as(`secretariat.${place}`);
  await answered(
    client.post(`sessions/${desk.sessionId}/agenda/exchange`, { etag: (await agendaOf(desk, client)).etag }),
  );
}

async function translate(desk: MirroredDesk): Promise<void> {
  const client = await desk.as('interpreter');
  for (const gap of (await agendaOf(desk, client)).gaps) {
    const item = (await agendaOf(desk, client)).items.find((candidate) => candidate.id === gap.itemId);
    const text = `${gap.field} in other words`;
    await answered(
      client.put(`agenda-items/${gap.itemId}/texts/${gap.field}/${gap.lang}`, {
        etag: item?.etag ?? '',
        body: { text, status: 'checked', ofRevision: 1 },
      }),
    );
  }
}

async function sign(desk: MirroredDesk, place: 'first' | 'second'): Promise<void> {
  const client = await desk.as(`head.${place}`);
  const { etag, hash } = await agendaOf(desk, client);
  await answered(client.post(`sessions/${desk.sessionId}/agenda/sign`, { etag, body: { hash } }));
}

async function step(desk: MirroredDesk, place: 'first' | 'second', action: string): Promise<void> {
  const client = await desk.as(`secretariat.${place}`);
  const { etag } = await answered<{ etag: string }>(client.get(`sessions/${desk.sessionId}`));
  await answered(
    client.post(`sessions/${desk.sessionId}/steps`, {
      etag,
      body: { action },
    }),
  );
}

async function recordAction(desk: MirroredDesk, owner: string): Promise<void> {
  const body = {
    title: `owed by ${owner}`,
    lang: ownLanguage(desk.first),
    ownerPostId: await desk.postOf(owner),
    due: '2027-07-08',
  };
  await answered((await desk.as('secretariat.first')).post(`sessions/${desk.sessionId}/action-items`, { body }));
}

async function onAction(desk: MirroredDesk, name: string, path: string, body?: object): Promise<void> {
  const client = await desk.as(name);
  const [row] = await desk.test.admin<{ id: string }>(`select id from forum.action_item order by sequence limit 1`);
  const { etag } = await answered<ActionDetailView>(client.get(`action-items/${row?.id ?? ''}`));
  await answered(client.post(`action-items/${row?.id ?? ''}/${path}`, { etag, ...(body ? { body } : {}) }));
}

const done = { evidence: { kind: 'link', text: 'the report', url: 'https://example.org/report' } };

const stages: Readonly<Record<string, Stage>> = {
  'a draft of the host': (desk) => addItem(desk, 'first'),
  'items of both exchanged': async (desk) => {
    await exchange(desk, 'first');
    await addItem(desk, 'second');
    await exchange(desk, 'second');
  },
  'one key turned': async (desk) => {
    await translate(desk);
    await sign(desk, 'first');
  },
  'both keys turned': (desk) => sign(desk, 'second'),
  'one delegation submitted': async (desk) => {
    await step(desk, 'first', 'start-preparing');
    await submitDelegation(desk.test, desk.sessionId, desk.first);
  },
  'the session held': async (desk) => {
    await submitDelegation(desk.test, desk.sessionId, desk.second);
    await confirmInterpretation(desk.test, desk.sessionId, desk.first);
    await step(desk, 'second', 'mark-ready');
    await desk.moveClock('2027-06-10T18:30:00+09:00');
    await step(desk, 'first', 'open');
    await runSession(desk);
    await step(desk, 'first', 'hold');
  },
  ...recordStages,
  'actions of both recorded': async (desk) => {
    await recordAction(desk, 'official.second');
    await recordAction(desk, 'official.first');
  },
  'one overdue, one reported, returned and confirmed': async (desk) => {
    await desk.moveClock('2027-07-12T10:00:00+09:00');
    await onAction(desk, 'official.second', 'report-done', done);
    await onAction(desk, 'secretariat.first', 'return', { reason: 'a page is missing' });
    await onAction(desk, 'official.second', 'report-done', done);
    await onAction(desk, 'secretariat.first', 'confirm');
  },
  'actions blocked, commented on, handed on and left to silence': workOnActions,
  'an instrument that one side drafts': draftInstrument,
  'a promise that both record, one reports and the other confirms': keepPromise,
  'a radio case between report and coordination': workOnCase,
  'a case risen to ministers, and a line agreed on for another organisation': async (desk) => {
    await raiseCase(desk);
    await agreeLine(desk);
  },
};

/** design.md decision 12: swap the sides, and every view is the mirror image. */
describe('the desk seen in a mirror', () => {
  let desks: MirroredDesk[];
  beforeAll(async () => {
    desks = await Promise.all([openMirroredDesk('kr'), openMirroredDesk('jp')]);
  });
  afterAll(() => Promise.all(desks.map((desk) => desk.close())));

  it.each(Object.entries(stages))('is the same for %s', async (_name, stage) => {
    const [korean, japanese] = await Promise.all(
      desks.map(async (desk): Promise<Views> => {
        await stage(desk);
        return comparable({
          ...(await viewsOf(desk)),
          ...(await actionViewsOf(desk)),
          ...(await liveViewsOf(desk)),
          ...(await recordViewsOf(desk)),
          ...(await escalationViewsOf(desk)),
          ...(await commitmentViewsOf(desk)),
          ...(await radioViewsOf(desk)),
        });
      }),
    );
    expect(Object.keys(korean ?? {}).length).toBeGreaterThan(100);
    expect(mirrored(japanese ?? {})).toEqual(korean);
  });
});
