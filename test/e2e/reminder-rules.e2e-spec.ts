import { newId, type Language, type Side } from '#core/kernel';
import { channelChanged } from '#forum/channels';
import type { ProposalView } from '../../apps/api/src/proposals/proposals.dto.js';
import type {
  ReminderRulesPreviewView,
  ReminderRulesView,
  ReminderRuleView,
} from '../../apps/api/src/reminder-rules/reminder-rules.views.js';
import type { SessionDetailView } from '../../apps/api/src/sessions/sessions.dto.js';
import { demoActor, workerActor } from '../support/actors.js';
import { answered, createTestApp, type TestApp, type TestClient } from '../support/app.js';
import { postOf } from '../support/factories/action-items.js';
import { saveSession } from '../support/factories/session.js';

interface Problem {
  readonly code: string;
  readonly detail: string;
  readonly fields: { readonly path: string; readonly code: string; readonly detail: string }[];
}

/** One reminder as it is planned: of what, by which rule, when and to whom. */
interface Planned {
  readonly subjectId: string;
  readonly rule: string;
  readonly offsetDays: number;
  readonly ruleDate: string;
  readonly postId: string;
  readonly side: Side;
  readonly day: string;
  readonly delivery: string;
}

const LANGUAGES: readonly Language[] = ['ko', 'ja', 'en'];
const other = { kr: 'jp', jp: 'kr' } as const;

describe('the rules by which a channel reminds', () => {
  let test: TestApp;
  let who: Record<'kr' | 'jp' | 'headKr' | 'officialKr' | 'observer', TestClient>;
  let sessionId: string;
  let channelId: string;

  beforeAll(async () => {
    test = await createTestApp();
    await test.setClock('2027-01-05T01:00:00Z');
    const [kr, jp, headKr, officialKr, observer] = await Promise.all(
      ['secretariat.kr', 'secretariat.jp', 'head.kr', 'official.kr', 'observer'].map((name) => test.as(name)),
    );
    if (!kr || !jp || !headKr || !officialKr || !observer) throw new Error('nobody signed in');
    who = { kr, jp, headKr, officialKr, observer };
    ({ id: sessionId, channelId } = await saveSession(test, {
      startDate: '2027-04-21',
      startsAt: '2027-04-21T01:00:00Z',
      endsAt: '2027-04-21T08:00:00Z',
    }));
    const owners = await Promise.all([demoActor(test, 'official.kr'), demoActor(test, 'official.jp')]);
    await test.admin(`update forum.channel set audience = 'public' where id = $1`, [channelId]);
    await test.admin(`update forum.session set state = 'held' where id = $1`, [sessionId]);
    for (const [index, due] of ['2027-05-06', '2027-05-14'].entries()) {
      const owner = owners[index];
      const body = { title: `측정 결과 교환 ${String(index)}`, lang: 'ko', ownerPostId: owner && postOf(owner), due };
      await answered(kr.post(`sessions/${sessionId}/action-items`, { body }));
    }
    await test.admin(`update forum.session set state = 'date_agreed' where id = $1`, [sessionId]);
    await planAnew();
  });
  afterAll(() => test.close());

  const path = () => `channels/${channelId}/reminder-rules`;
  const read = (client = who.kr): Promise<ReminderRulesView> => answered(client.get(path()));
  const ruleOf = (view: ReminderRulesView, code: string): ReminderRuleView => {
    const rule = view.rules.find((one) => one.code === code);
    if (!rule) throw new Error(`no rule ${code}`);
    return rule;
  };
  /** A rule as the standard has it, with what is wanted otherwise. */
  const wanted = async (code: string, over: Partial<ReminderRuleView> = {}) => {
    const { offset, remindAt, escalations, delivery, enabled } = { ...ruleOf(await read(), code).standard, ...over };
    return { code, offset, remindAt, escalations, delivery, enabled };
  };
  const otherRules = async () => [
    await wanted('agenda_proposal', { offset: -35, remindAt: [-5, 0] }),
    await wanted('translations', { enabled: false }),
    await wanted('action-item', { remindAt: [-10, 0] }),
  ];
  const propose = async (client: TestClient, rules: readonly object[], etag?: string): Promise<ReminderRulesView> =>
    answered(
      client.post(path(), { etag: etag ?? (await read(client)).etag, body: { rules, reason: '의제 조율 기간' } }),
    );
  const waiting = async (client: TestClient): Promise<ProposalView> => {
    const [proposal] = (await read(client)).proposals;
    if (!proposal) throw new Error('nothing waits');
    return proposal;
  };
  const accept = async (client: TestClient) => {
    const { id, hash } = await waiting(client);
    return client.post(`proposals/${id}/accept`, { body: { hash } });
  };
  const preview = (client: TestClient, rules: readonly object[]): Promise<ReminderRulesPreviewView> =>
    answered(client.post(`${path()}/preview`, { body: { rules } }));
  /** As after any change of the channel's state. */
  const planAnew = () =>
    test.database.runInTx(workerActor, (tx) =>
      tx.publish(
        channelChanged,
        { channelId, what: 'resumed' },
        { audience: 'joint', subjectType: 'channel', subjectId: channelId },
      ),
    );
  const planned = (): Promise<Planned[]> =>
    test.admin<Planned>(
      `select subject_id as "subjectId", rule, offset_days as "offsetDays", rule_date as "ruleDate", recipient_post_id as "postId",
              recipient_side as side, to_char(due_at at time zone zone, 'YYYY-MM-DD') as day, delivery
         from forum.reminder where state = 'planned' and due_at > forum.now()
          and (subject_id = $1 or subject_id in (select id from forum.action_item where channel_id = $2))`,
      [sessionId, channelId],
    );
  const rows = async (): Promise<unknown> => [
    await test.admin('select code, change from forum.channel_reminder_rule order by code'),
    await test.admin('select count(*)::int as n from forum.proposal'),
    await test.admin('select count(*)::int as n from forum.outbox_event'),
    await planned(),
  ];
  /** Post, day, object and rule of every line, in an order of its own. */
  const linesOf = (view: ReminderRulesPreviewView, which: (change: string) => boolean): string[] =>
    view.own.messages
      .filter(({ change }) => which(change))
      .flatMap(({ day, delivery, lines }) =>
        lines.map((line) =>
          [day, delivery, line.path, line.rule, line.offsetDays, line.ruleDate, line.post.id].join(' '),
        ),
      )
      .sort();
  const asLines = (found: readonly Planned[], side: Side): string[] =>
    found
      .filter((row) => row.side === side)
      .map((row) =>
        [
          row.day,
          row.delivery,
          row.subjectId === sessionId ? `/sessions/${sessionId}` : `/actions/${row.subjectId}`,
          row.rule,
          row.offsetDays,
          row.ruleDate,
          row.postId,
        ].join(' '),
      )
      .sort();

  it('are the table of domain.md 4 until both sides agree on others, the same for both and read by all who see the channel', async () => {
    const [kr, jp, observer] = await Promise.all([read(who.kr), read(who.jp), read(who.observer)]);
    expect(jp).toEqual(kr);
    expect(observer.rules).toEqual(kr.rules);
    expect([kr.etag, kr.proposals, kr.history, kr.rules.filter(({ changed }) => changed)]).toEqual(['"0"', [], [], []]);
    expect(ruleOf(kr, 'commitments_reviewed')).toMatchObject({
      anchor: 'session_start',
      offset: -45,
      owner: 'both_secretariats',
      remindAt: [-14, 0],
      escalations: [],
      delivery: 'digest',
      choosesDate: true,
    });
    expect(kr.allowedActions.map(({ action, allowed }) => [action, allowed])).toEqual([
      ['preview', true],
      ['propose', true],
    ]);
    for (const client of [who.officialKr, who.observer])
      expect((await read(client)).allowedActions).toEqual(
        ['preview', 'propose'].map((action) => ({ action, allowed: false, reason: 'common.forbidden' })),
      );
  });

  it('are refused in three languages where they cannot hold, and nothing is written', async () => {
    const before = await rows();
    const { etag } = await read();
    const good = await otherRules();
    const ask = (client: TestClient, rules: unknown, options: object = {}) =>
      client.post(path(), { etag, ...options, body: { rules } });
    const codeOf = async (answer: ReturnType<typeof ask>) => {
      const { statusCode, json } = await answer;
      return [statusCode, json<Problem>().code];
    };
    expect(await codeOf(ask(who.officialKr, good))).toEqual([403, 'common.forbidden']);
    expect(await codeOf(ask(who.observer, good))).toEqual([403, 'common.forbidden']);
    expect(await codeOf(who.kr.post(path(), { body: { rules: good } }))).toEqual([428, 'common.preconditionNeeded']);
    expect(await codeOf(ask(who.kr, good, { etag: '"1"' }))).toEqual([412, 'common.staleVersion']);
    expect(await codeOf(ask(who.kr, [{ code: 'translations' }]))).toEqual([400, 'common.invalid']);
    expect(await codeOf(ask(who.kr, 'all'))).toEqual([400, 'common.invalid']);
    expect(await codeOf(ask(who.kr, [await wanted('translations')]))).toEqual([422, 'reminder-rules.nothingChanges']);
    const unseen = `channels/${newId()}/reminder-rules`;
    expect(await codeOf(who.kr.post(unseen, { etag, body: { rules: good } }))).toEqual([
      404,
      'reminder-rules.channelNotFound',
    ]);

    const bad = [
      await wanted('agenda_proposal', { remindAt: [0, -1] }),
      await wanted('action-item', { escalations: [{ at: 1, to: 'both_secretariats' }] }),
    ];
    for (const url of [path(), `${path()}/preview`]) {
      const said = new Set<string>();
      for (const language of LANGUAGES) {
        const answer = await who.kr.post(url, { etag, language, body: { rules: bad } });
        const problem = answer.json<Problem>();
        expect([answer.statusCode, problem.code]).toEqual([422, 'reminder-rules.unfit']);
        expect(problem.fields.map((field) => [field.path, field.code])).toEqual([
          ['rules.0.remindAt', 'reminder-rules.daysUnsorted'],
          ['rules.1.escalations', 'reminder-rules.otherSideFirst'],
        ]);
        said.add(problem.detail + problem.fields.map(({ detail }) => detail).join(''));
      }
      expect(said.size).toBe(3);
    }
    expect(await rows()).toEqual(before);
  });

  it('tell nobody of a channel that one side only drafts', async () => {
    const id = newId();
    await test.admin(
      `insert into forum.channel (id, code, position, name, state, nominal_level, audience, origin_side)
       select $1, $2, 1001, name, 'proposed', 'dg', 'kr', 'kr' from forum.channel where id = $3`,
      [id, `DRAFT-${id}`, channelId],
    );
    const url = `channels/${id}/reminder-rules`;
    const draft = await answered<ReminderRulesView>(who.kr.get(url));
    expect(draft.allowedActions[1]?.reason).toBe('reminder-rules.channelNotShared');
    const refused = await who.kr.post(`${url}/preview`, { body: { rules: await otherRules() } });
    expect([refused.statusCode, refused.json<Problem>().code]).toEqual([409, 'reminder-rules.channelNotShared']);
    const hidden = await who.jp.get(url);
    const missing = await who.jp.get(`channels/${newId()}/reminder-rules`);
    expect([hidden.statusCode, hidden.json<Problem>().code, missing.json<Problem>().code]).toEqual([
      404,
      'reminder-rules.channelNotFound',
      'reminder-rules.channelNotFound',
    ]);
  });

  it('show what they would send before anybody agrees: the own side in full, of the other how many and when, and write nothing', async () => {
    const before = await rows();
    const now = await planned();
    const rules = await otherRules();
    const [kr, jp] = [await preview(who.kr, rules), await preview(who.jp, rules)];
    expect(await rows()).toEqual(before);

    // What holds now is what is planned, and what one side is told of the other it could count itself.
    for (const [view, side] of [
      [kr, 'kr'],
      [jp, 'jp'],
    ] as const) {
      const gone = linesOf(view, (change) => change === 'gone' || change === 'same');
      expect(asLines(now, side)).toEqual(expect.arrayContaining(gone));
      expect(view.own.hasMore).toBe(false);
      expect(view.notReckoned).toEqual([]);
    }
    expect([kr.other.before, kr.other.after]).toEqual([jp.own.before.messages, jp.own.after.messages]);
    expect([jp.other.before, jp.other.after]).toEqual([kr.own.before.messages, kr.own.after.messages]);
    expect(kr.other.days.reduce((sum, { after }) => sum + after, 0)).toBe(kr.other.after);
    expect(Object.keys(kr.other)).toEqual(['before', 'after', 'days']);
    expect(new Set(kr.other.days.flatMap((day) => Object.keys(day)))).toEqual(new Set(['day', 'before', 'after']));
    expect(kr.own.after.people).toBeGreaterThan(0);

    // T-35 of 21 April is 17 March; five days before it the secretariats are told, in the day's one mail.
    const agenda = kr.own.messages.find(({ lines }) =>
      lines.some(({ rule, offsetDays }) => rule === 'agenda_proposal' && offsetDays === -5),
    );
    expect(agenda).toMatchObject({ day: '2027-03-12', delivery: 'digest', change: expect.not.stringMatching('gone') });
    expect(agenda?.lines[0]).toMatchObject({ ruleDate: '2027-03-17', path: `/sessions/${sessionId}` });
    const unreckoned = await preview(who.kr, [await wanted('poll-chase', { remindAt: [0] })]);
    expect(unreckoned).toMatchObject({ notReckoned: ['poll-chase'] });
    expect(unreckoned.own.messages.every(({ change }) => change === 'same')).toBe(true);
  });

  it.each<Side>(['kr', 'jp'])(
    'hold once %s has proposed them and the other side agrees, for dates and reminders alike',
    async (side) => {
      const proposer = who[side];
      const decider = who[other[side]];
      const { etag, history } = await read();
      const rules = await otherRules();
      const will = { [side]: await preview(proposer, rules), [other[side]]: await preview(decider, rules) };
      await propose(proposer, rules, etag);
      const proposal = await waiting(decider);
      expect(proposal).toMatchObject({ kind: 'channel.reminder-rules', proposedBy: side, reason: '의제 조율 기간' });
      expect(proposal.content).toMatchObject({
        changes: [
          { code: 'agenda_proposal', before: { offset: -30 }, after: { offset: -35, remindAt: [-5, 0] } },
          { code: 'translations', before: { enabled: true }, after: { enabled: false } },
          { code: 'action-item', before: { remindAt: [-14, -7, -1, 0, 1, 7] }, after: { remindAt: [-10, 0] } },
        ],
      });
      expect((await accept(proposer)).statusCode).toBe(403);
      expect(ruleOf(await read(), 'agenda_proposal').offset).toBe(-30);
      const again = await proposer.post(path(), { etag, body: { rules } });
      expect(again.json<Problem>().code).toBe('two-key.alreadyProposed');

      expect((await accept(decider)).statusCode).toBe(200);
      const view = await read();
      expect(view.rules.filter(({ changed }) => changed).map(({ code }) => code)).toEqual(
        rules.map(({ code }) => code),
      );
      expect(ruleOf(view, 'agenda_proposal')).toMatchObject({ offset: -35, standard: { offset: -30 } });
      expect([view.proposals, view.history.length]).toEqual([[], history.length + 1]);
      expect(view.history[0]).toMatchObject({
        id: proposal.id,
        state: 'accepted',
        keys: [{ turned: true }, { turned: true }],
      });
      expect(view.etag).not.toBe(etag);
      for (const client of [who.kr, who.observer]) {
        const session = await client.get(`sessions/${sessionId}`);
        if (session.statusCode === 200)
          expect(
            session.json<SessionDetailView>().deadlines.find(({ rule }) => rule === 'agenda_proposal'),
          ).toMatchObject({ offsetDays: -35, date: '2027-03-17' });
      }
      const told = await test.admin(
        `select event, audience, subject_id from forum.outbox_event where event = 'channel.reminderRulesChanged' order by id desc limit 1`,
      );
      expect(told).toEqual([{ event: 'channel.reminderRulesChanged', audience: 'joint', subject_id: channelId }]);

      // What was shown before is what is planned after, line for line, on both sides.
      await planAnew();
      const found = await planned();
      for (const reader of ['kr', 'jp'] as const) {
        const shown = will[reader];
        expect(shown && linesOf(shown, (change) => change !== 'gone')).toEqual(asLines(found, reader));
      }
      expect(found.some(({ rule }) => rule === 'translations')).toBe(false);

      // An older reading proposes nothing any more; with no rules at all it is the standard again.
      const late = await proposer.post(path(), { etag, body: { rules: [] } });
      expect([late.statusCode, late.json<Problem>().code]).toEqual([412, 'common.staleVersion']);
      await propose(decider, []);
      expect((await accept(proposer)).statusCode).toBe(200);
      expect((await read()).rules.filter(({ changed }) => changed)).toEqual([]);
      await planAnew();
      expect((await planned()).some(({ rule }) => rule === 'translations')).toBe(true);
    },
  );

  it('are not agreed on when others were agreed on meanwhile, and leave everything as it was', async () => {
    await propose(who.kr, [await wanted('draft_minutes', { offset: 5 })]);
    const first = await waiting(who.kr);
    await propose(who.jp, [await wanted('draft_minutes', { offset: 6 })]);
    expect((await accept(who.kr)).statusCode).toBe(200);
    await test.admin(
      `update forum.proposal set state = 'open', decided_at = null, decided_by_side = null, decided_by_post_id = null,
                             replaced_by_id = null where id = $1`,
      [first.id],
    );
    const before = await rows();
    const said = new Set<string>();
    for (const language of LANGUAGES) {
      const answer = await who.jp.post(`proposals/${first.id}/accept`, { language, body: { hash: first.hash } });
      expect([answer.statusCode, answer.json<Problem>().code]).toEqual([409, 'reminder-rules.rulesMoved']);
      said.add(answer.json<Problem>().detail);
    }
    expect(said.size).toBe(3);
    expect(await rows()).toEqual(before);
    await answered(who.kr.post(`proposals/${first.id}/withdraw`));
  });

  it('show what is due and waits to leave, what is told long after a session, and of many lines in one mail the first fifty', async () => {
    const told = (view: ReminderRulesPreviewView, rule: string, offset: number) =>
      view.own.messages
        .filter(
          ({ change, lines }) =>
            change !== 'gone' && lines.some((line) => line.rule === rule && line.offsetDays === offset),
        )
        .map(({ day }) => day);
    // T-30 of 21 April is 19 March; the mail of a week before is due since half an hour.
    const at = async (instant: string): Promise<void> => {
      await test.setClock(instant);
      who = { ...who, kr: await test.as('secretariat.kr', { again: true }) };
    };
    await at('2027-03-12T10:00:00+09:00');
    expect(told(await preview(who.kr, []), 'agenda_proposal', -7)).toEqual(['2027-03-12']);
    const without = await wanted('agenda_proposal', { remindAt: [-3, 0] });
    expect(told(await preview(who.kr, [without]), 'agenda_proposal', -7)).toEqual([]);
    await test.admin(
      `update forum.reminder set state = 'sent', sent_at = forum.now() where state = 'planned' and due_at <= forum.now()`,
    );
    expect(told(await preview(who.kr, []), 'agenda_proposal', -7)).toEqual([]);

    // Eighty days after the session its minutes are still to come where a channel gives them 120.
    await test.admin(`update forum.session set state = 'held' where id = $1`, [sessionId]);
    await at('2027-07-10T10:00:00+09:00');
    const minutes = await wanted('minutes_agreed', { offset: 120, remindAt: [-7, 0], escalations: [] });
    expect(told(await preview(who.kr, [minutes]), 'minutes_agreed', 0)).toEqual(['2027-08-19']);

    const owner = await demoActor(test, 'official.kr');
    await test.admin(
      `insert into forum.action_item (id, number, series, sequence, session_id, channel_id, title, owner_side, owner_post_id, due, state, joint, audience)
       select gen_random_uuid(), 'MANY-' || n, 'MANY', n, $1, $2, '{"source":"ko","revision":1,"ko":{"text":"교환","of":1,"status":"authentic"}}',
              'kr', $3, '2027-09-16', 'open', true, 'joint' from generate_series(1, 60) as n`,
      [sessionId, channelId, postOf(owner)],
    );
    const many = (await preview(who.kr, [])).own.messages.filter(({ lines }) =>
      lines.some((line) => line.number?.startsWith('MANY-') && line.offsetDays === -14),
    );
    expect(many.map(({ lineCount, lines }) => [lineCount, lines.length])).toEqual([[60, 50]]);
    await test.admin(`delete from forum.action_item where series = 'MANY'`);
    await test.admin(`update forum.session set state = 'date_agreed' where id = $1`, [sessionId]);
    await at('2027-01-05T01:00:00Z');
  });

  it('send nothing while the channel is suspended, and stay as they are once it has ended', async () => {
    await test.admin(`update forum.channel set state = 'suspended' where id = $1`, [channelId]);
    const silent = await preview(who.kr, await otherRules());
    expect([silent.own.after, silent.own.messages, silent.other]).toEqual([
      { people: 0, messages: 0 },
      [],
      { before: 0, after: 0, days: [] },
    ]);
    await test.admin(`update forum.channel set state = 'concluded' where id = $1`, [channelId]);
    expect((await read()).allowedActions[1]).toMatchObject({ allowed: false, reason: 'reminder-rules.channelOver' });
    const answer = await who.kr.post(path(), { etag: (await read()).etag, body: { rules: await otherRules() } });
    expect([answer.statusCode, answer.json<Problem>().code]).toEqual([409, 'reminder-rules.channelOver']);
  });
});
