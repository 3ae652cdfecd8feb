import type { Side } from '#core/kernel';
import type { LiveView } from '../../apps/api/src/live/live.views.js';
import { answered, type TestApp, type TestClient } from './app.js';
import { submitDelegation } from './delegation.js';
import { saveSession } from './factories/session.js';

export interface RunningSession {
  readonly id: string;
  readonly channelId: string;
  /** Items of the adopted agenda, in order: one led by the host, one by the guest. */
  readonly items: readonly string[];
}

/** The day of the session, at its first minute. */
export const sessionStart = '2027-03-11T10:00:00+09:00';

/** A session with both lists in and an agenda that both have signed, ready to be opened, and opened unless told otherwise. */
export async function runningSession(
  test: TestApp,
  { host = 'kr', open = true }: { host?: Side; open?: boolean } = {},
): Promise<RunningSession> {
  await test.setClock('2027-02-01T10:00:00+09:00');
  const { id, agendaId, channelId } = await saveSession(test, { state: 'preparing', hostSide: host });
  for (const side of ['kr', 'jp'] as const) await submitDelegation(test, id, side);
  const guest: Side = host === 'kr' ? 'jp' : 'kr';
  for (const lead of [host, guest]) {
    const client = await test.as(`secretariat.${lead}`, { again: true });
    const body = { lang: 'en', title: `item led by ${lead}`, minutes: 30, objective: 'discuss', lead };
    await answered(client.post(`sessions/${id}/agenda/items`, { body }));
    const { etag } = await answered<{ etag: string }>(client.get(`sessions/${id}/agenda`));
    await answered(client.post(`sessions/${id}/agenda/exchange`, { etag }));
  }
  await test.admin(`update forum.agenda set state = 'agreed' where id = $1`, [agendaId]);
  await test.admin(`update forum.agenda_item set state = 'agreed' where agenda_id = $1`, [agendaId]);
  await test.admin(`update forum.session set state = 'ready' where id = $1`, [id]);
  const items = await test.admin<{ id: string }>(
    `select id from forum.agenda_item where agenda_id = $1 order by position, id`,
    [agendaId],
  );
  await test.setClock(sessionStart);
  if (open) await openSession(await test.as(`secretariat.${host}`, { again: true }), id);
  return { id, channelId, items: items.map((item) => item.id) };
}

/** Opens a ready session on its day. */
export async function openSession(client: TestClient, id: string): Promise<void> {
  const { etag } = await answered<{ etag: string }>(client.get(`sessions/${id}`));
  await answered(client.post(`sessions/${id}/steps`, { etag, body: { action: 'open' } }));
}

/** What an account sees of a running session, and does to it with what it has just read. */
export class LiveDesk {
  constructor(
    private readonly client: TestClient,
    private readonly sessionId: string,
  ) {}

  see(query = ''): Promise<LiveView> {
    return answered<LiveView>(this.client.get(`sessions/${this.sessionId}/live?${query}`));
  }

  /** An act on the run itself, with the version just read. */
  async act(path: string, body: object = {}): Promise<LiveView> {
    const { etag } = await this.see();
    return answered<LiveView>(this.client.post(`sessions/${this.sessionId}/live/${path}`, { etag, body }));
  }

  write(path: string, text: string, lang = 'en'): Promise<LiveView> {
    return answered<LiveView>(this.client.post(`sessions/${this.sessionId}/live/${path}`, { body: { lang, text } }));
  }

  ask(memberId?: string): Promise<LiveView> {
    return answered<LiveView>(
      this.client.post(`sessions/${this.sessionId}/live/speakers`, { body: memberId ? { memberId } : {} }),
    );
  }
}
