import type { ProposalListView } from '../../apps/api/src/proposals/proposals.dto.js';
import type { SessionDetailView } from '../../apps/api/src/sessions/sessions.dto.js';
import { invitationFor } from '#forum/invitations';
import { createTestApp, type TestApp, type TestClient } from '../support/app.js';
import { demoActor } from '../support/actors.js';
import { saveSession } from '../support/factories/session.js';
import { parseCalendar } from '../support/ics.js';

const terms = {
  startDate: '2027-03-11',
  startTime: '10:00',
  endTime: '17:00',
  zone: 'Asia/Tokyo',
  place: { lang: 'ko', text: '도쿄', ja: '東京', en: 'Tokyo' },
  country: 'JP',
  format: 'in_person',
  level: 'dg',
  hostSide: 'jp',
};

/** What both secretariats do on their pages, and what calendars learn of it. */
describe('a session in calendars', () => {
  let test: TestApp;
  let korea: TestClient;
  let japan: TestClient;
  let id: string;

  beforeAll(async () => {
    test = await createTestApp();
    await test.setClock('2026-11-10T10:00:00+09:00');
    [korea, japan] = await Promise.all([test.as('secretariat.kr'), test.as('secretariat.jp')]);
  });
  afterAll(() => test.close());

  const send = async (path: string, body: object = {}, client = korea): Promise<SessionDetailView> => {
    const { etag } = (await client.get(`sessions/${id}`)).json<SessionDetailView>();
    const answer = await client.post(`sessions/${id}/${path}`, { etag, body });
    expect([answer.statusCode, answer.statusCode < 300 ? '' : answer.body]).toEqual([answer.statusCode, '']);
    return answer.json<SessionDetailView>();
  };
  const accept = async (client = japan): Promise<void> => {
    const open = await client.get(`proposals?subjectType=session&subjectId=${id}&state=open`);
    const [proposal] = open.json<ProposalListView>().items;
    const answer = await client.post(`proposals/${proposal?.id ?? ''}/accept`, { body: { hash: proposal?.hash } });
    expect(answer.statusCode).toBe(200);
  };
  /** Method, number, state and start of what each side's secretariat would be sent, and the UIDs. */
  const invitations = async (): Promise<string[]> => {
    const lines: string[] = [];
    for (const [side, language] of [
      ['kr', 'ko'],
      ['jp', 'ja'],
    ] as const) {
      const actor = await demoActor(test, `secretariat.${side}`);
      const file = await invitationFor(test.database.reader(actor), {
        sessionId: id,
        postId: actor.postIds[0] ?? '',
        side,
        language,
        publicUrl: 'http://localhost:3000',
        organizer: { name: '', address: 'desk@forum.example' },
      });
      const [event] = file ? parseCalendar(file.content).events : [];
      if (file) expect(event?.uid).toBe(id);
      lines.push(file ? [file.method, file.sequence, event?.status, event?.start.slice(0, 10)].join(' ') : 'none');
    }
    return lines;
  };
  const both = (line: string): string[] => [line, line];

  it('is invited to once both have signed its day, and follows every move under one UID with a rising number', async () => {
    const past = await saveSession(test, { startDate: '2026-03-12', startsAt: null, endsAt: null, state: 'held' });
    const draft = await korea.post('sessions', { body: { channelId: past.channelId, ...terms } });
    ({ id } = draft.json<SessionDetailView>());
    expect(await invitations()).toEqual(both('none'));
    await send('propose');
    expect(await invitations()).toEqual(both('none'));
    await accept();
    expect(await invitations()).toEqual(both('REQUEST 0 CONFIRMED 2027-03-11'));

    await send('arrangement', { ...terms, startDate: '2027-03-18' });
    expect(await invitations()).toEqual(both('REQUEST 0 CONFIRMED 2027-03-11'));
    await accept();
    expect(await invitations()).toEqual(both('REQUEST 1 CONFIRMED 2027-03-18'));

    await send('level', { level: 'vice_minister' });
    await accept();
    expect(await invitations()).toEqual(both('REQUEST 1 CONFIRMED 2027-03-18'));

    await send('postpone', { lang: 'ja', reason: 'SEALED 国会日程のため' }, japan);
    expect(await invitations()).toEqual(both('CANCEL 2 CANCELLED 2027-03-18'));
    await send('arrangement', { ...terms, startDate: '2027-04-21' }, japan);
    await accept(korea);
    expect(await invitations()).toEqual(both('REQUEST 3 CONFIRMED 2027-04-21'));

    await send('cancel', { lang: 'ko', reason: 'SEALED 취소' });
    expect(await invitations()).toEqual(both('CANCEL 4 CANCELLED 2027-04-21'));
    const file = await japan.get(`sessions/${id}/calendar.ics`);
    expect(parseCalendar(file.body).events).toMatchObject([{ uid: id, sequence: 4, status: 'CANCELLED' }]);
    expect(file.body).not.toContain('SEALED');
  });
});
