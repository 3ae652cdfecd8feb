import { AnswerSlot, CreatePoll, findPoll, HandOver, HoldSlot, NameParticipants, SharePoll } from '#forum/date-polls';
import type { PollRow } from '#forum/date-polls';
import type { Actor, DomainError } from '#core/kernel';
import { demoActor } from '../support/actors.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { saveSession } from '../support/factories/session.js';

describe('a date poll under load', () => {
  let test: TestDatabase;
  let korea: Actor;
  let japan: Actor;
  let poll: PollRow;

  const read = async (actor: Actor, id: string): Promise<PollRow> => {
    const row = await findPoll(test.database.reader(actor), actor.side, id);
    if (!row) throw new Error('no poll');
    return row;
  };
  const codes = (results: readonly PromiseSettledResult<unknown>[]): string[] =>
    results.map((one) => (one.status === 'fulfilled' ? 'done' : (one.reason as DomainError).code)).sort();

  beforeAll(async () => {
    test = await createTestDatabase('record');
    await test.setClock('2027-01-11T10:00:00+09:00');
    [korea, japan] = await Promise.all([demoActor(test, 'secretariat.kr'), demoActor(test, 'secretariat.jp')]);
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    const { id: sessionId, channelId } = await saveSession(test);
    const id = await new CreatePoll(test.database).run(korea, {
      channelId,
      sessionId,
      zone: 'Asia/Seoul',
      minutes: 120,
      format: 'in_person',
      deadline: '2027-01-20T09:00:00Z',
      slots: ['2027-05-18T01:00:00Z', '2027-05-19T05:00:00Z'],
      bothHeads: false,
    });
    await new SharePoll(test.database).run(korea, { pollId: id, version: 1 });
    for (const actor of [korea, japan])
      await new NameParticipants(test.database).run(actor, {
        pollId: id,
        participants: [{ postId: actor.postIds[0] ?? '', role: 'required' }],
      });
    poll = await read(korea, id);
  });

  it('lets one of two sides hold a slot when both try at once', async () => {
    const hold = (actor: Actor) =>
      new HoldSlot(test.database).run(actor, {
        slotId: poll.slots[0]?.id ?? '',
        version: poll.version,
        until: '2027-01-18T09:00:00Z',
      });
    expect(codes(await Promise.allSettled([hold(korea), hold(japan)]))).toEqual(['common.staleVersion', 'done']);
    const rows = await test.admin('select 1 from forum.session_hold where slot_id = $1', [poll.slots[0]?.id]);
    expect(rows).toHaveLength(1);
  });

  it('keeps one row for many answers of a post at once, and the other side’s beside it', async () => {
    const answer = (actor: Actor, said: 'yes' | 'no') =>
      new AnswerSlot(test.database).run(actor, {
        slotId: poll.slots[0]?.id ?? '',
        postId: actor.postIds[0] ?? '',
        answer: said,
      });
    await Promise.all([
      ...Array.from({ length: 8 }, (_, index) => answer(korea, index % 2 === 0 ? 'yes' : 'no')),
      ...Array.from({ length: 4 }, () => answer(japan, 'yes')),
    ]);
    const rows = await test.admin<{ audience: string }>(
      'select audience from forum.date_poll_answer where slot_id = $1 order by audience',
      [poll.slots[0]?.id],
    );
    expect(rows.map(({ audience }) => audience)).toEqual(['jp', 'kr']);
    expect((await read(japan, poll.id)).version).toBe(poll.version);
  });

  it('hands over both sides at the same time one after the other, and tells the later one to look again', async () => {
    for (const actor of [korea, japan])
      for (const { id } of poll.slots)
        await new AnswerSlot(test.database).run(actor, { slotId: id, postId: actor.postIds[0] ?? '', answer: 'yes' });
    const over = (actor: Actor) => new HandOver(test.database).run(actor, { pollId: poll.id, version: poll.version });
    expect(codes(await Promise.allSettled([over(korea), over(japan)]))).toEqual(['common.staleVersion', 'done']);
  });

  it('gives a side’s role no row of the other side’s posts and answers, and takes none written for it', async () => {
    const japanese = test.database.readAs('forum_jp');
    expect(await japanese.query(`select 1 from forum.date_poll_participant where audience = 'kr'`)).toEqual([]);
    expect(await japanese.query(`select 1 from forum.date_poll_answer where audience = 'kr'`)).toEqual([]);
    await expect(
      japanese.query(
        `insert into forum.date_poll_participant (id, poll_id, post_id, role, audience) values (gen_random_uuid(), $1, $2, 'head', 'kr')`,
        [poll.id, korea.postIds[0]],
      ),
    ).rejects.toMatchObject({ driverError: { code: '42501' } });
  });
});
