import { setTimeout as pause } from 'node:timers/promises';
import { historicText, newId, type Actor, type Language, type Side } from '#core/kernel';
import { installCatalogues } from '#platform/catalogues';
import { letterText } from '#platform/mail';
import { CheckArrangement, commitmentStatusChanged } from '#forum/commitments';
import { AddContribution, MoveContribution } from '#forum/multilateral';
import { AddMeasurement, DraftIssue, ExchangeMeasurement, ReportIssue, StepIssue } from '#forum/radio';
import type { Tx } from '#platform/database';
import { listReminders, planScheduled, retryLeftBehind } from '#forum/reminders';
import { AddHoliday } from '#forum/working-days';
import { writeDigest } from '../../libs/forum/reminders/domain/digest-letter.js';
import { writeLetter } from '../../libs/forum/reminders/domain/letter.js';
import type { ReminderToSend } from '../../libs/forum/reminders/domain/reminder.types.js';
import { planDues } from '../../libs/forum/reminders/actions/plan-dues.js';
import { planSilence } from '../../libs/forum/reminders/actions/plan-silence.js';
import { workerActor } from '../../libs/forum/reminders/actions/worker-actor.js';
import { findCause } from '../../libs/forum/reminders/queries/cause.js';
import { instrumentDues } from '../../libs/forum/reminders/queries/instrument-cause.js';
import { demoActor } from '../support/actors.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

/** Every row of domain.md 4 that is planned from dates of its own, and the news that is told at once. */
describe('reminders of what has dates of its own', () => {
  let test: TestDatabase;
  let kr: Actor;
  let jp: Actor;
  let officialKr: Actor;

  beforeAll(async () => {
    installCatalogues({ strict: true });
    test = await createTestDatabase('record');
    [kr, jp, officialKr] = await Promise.all([
      demoActor(test, 'secretariat.kr'),
      demoActor(test, 'secretariat.jp'),
      demoActor(test, 'official.kr'),
    ]);
  });
  afterAll(() => test.close());

  interface Planned {
    rule: string;
    offset: number;
    ruleDate: string;
    side: Side;
    post: string;
    due: string;
    delivery: string;
  }
  /** Plans until nobody can be at it by what was true before: transactions of other databases of the server count, too. */
  const settled = async (): Promise<void> => {
    for (;;) {
      await planScheduled(test.database).catch(() => 0);
      const open = await test.admin('select 1 from forum.reminder_schedule where settles_at is not null limit 1');
      if (open.length === 0) return;
      await pause(10);
    }
  };
  /** What is planned about an object beside news, in short: rule, days from its date, post, day and hour there, alone or in the day's mail. */
  const planned = async (subjectId: string): Promise<string[]> => {
    const rows = await test.admin<Planned>(
      `select r.rule, r.offset_days as offset, p.code as post, r.rule_date as "ruleDate", to_char(r.due_at at time zone r.zone, 'MM-DD HH24:MI') as due, r.delivery
         from forum.reminder r join forum.post p on p.id = r.recipient_post_id
        where r.subject_id = $1 and r.state = 'planned' and r.rule not in ('radio-reported','radio-measurement-exchanged')
        order by r.due_at, r.rule, p.code desc`,
      [subjectId],
    );
    return rows.map(({ rule, offset, post, due, delivery }) => `${rule} ${String(offset)} ${post} ${due} ${delivery}`);
  };
  /** The letters of what is planned under a rule to one side, in all three languages; null where its cause is gone. */
  const letters = async (
    subjectId: string,
    rule: string,
    side: Side,
  ): Promise<Record<Language | 'day', string> | null> => {
    const [row] = await test.admin<ReminderToSend>(
      `select id, subject_type as "subjectType", subject_id as "subjectId", rule, offset_days as "offsetDays", recipient_post_id as "recipientPostId",
              recipient_side as "recipientSide", rule_date::text as "ruleDate", occurrence, zone, attempt, cause, coalesce(message_id, '') as "messageId"
         from forum.reminder where subject_id = $1 and rule = $2 and recipient_side = $3 and state = 'planned' order by due_at limit 1`,
      [subjectId, rule, side],
    );
    if (!row) throw new Error(`nothing planned: ${rule}`);
    const reminder = { ...row, ruleDate: row.ruleDate.slice(0, 10) };
    const cause = await findCause(test.database.readAs(side === 'kr' ? 'forum_kr' : 'forum_jp'), reminder);
    if (cause?.fingerprint !== reminder.cause) return null;
    const digest = (): string =>
      letterText(
        writeDigest({
          recipient: { email: '', language: 'ko', post: historicText({ ko: 'X' }, 'ko') },
          side,
          posts: [],
          today: reminder.ruleDate,
          items: [{ reminder, cause, href: '' }],
          unsubscribe: '',
        }),
      );
    const letter = (language: Language): string => {
      const post = { source: language, revision: 1 } as const;
      const written = writeLetter({
        reminder,
        cause,
        recipient: { email: '', language, post: { ...post, [language]: { text: 'X', of: 1, status: 'authentic' } } },
        today: reminder.ruleDate,
        href: `https://desk.example${cause.path}`,
      });
      return `${written.subject}\n${letterText(written)}`;
    };
    return { ko: letter('ko'), ja: letter('ja'), en: letter('en'), day: digest() };
  };
  const versionOf = async (table: string, id: string): Promise<number> =>
    (await test.admin<{ version: number }>(`select version from forum.${table} where id = $1`, [id]))[0]?.version ?? 0;

  describe('a case of the radio register', () => {
    const report = async (actor: Actor): Promise<string> => {
      const issueId = await new DraftIssue(test.database).run(actor, {
        lang: 'ko',
        title: '해안 이동통신 신호',
        type: 'interference_case',
        bands: [{ text: '860–870 MHz' }],
      });
      await new ReportIssue(test.database).run(actor, { issueId, version: await versionOf('radio_issue', issueId) });
      return issueId;
    };
    const step = async (actor: Actor, issueId: string, name: 'acknowledge'): Promise<void> =>
      new StepIssue(test.database).run(actor, {
        issueId,
        version: await versionOf('radio_issue', issueId),
        step: name,
      });

    it('asks the side that did not report for its acknowledgement, then its next level', async () => {
      await test.setClock('2027-03-02T10:00:00+09:00');
      const issueId = await report(kr);
      // Five common working days after 2 March: the 9th.
      expect(await planned(issueId)).toEqual([
        'radio-acknowledge -2 JP-SEC 03-05 09:30 digest',
        'radio-acknowledge 0 JP-SEC 03-09 09:30 single',
        'radio-acknowledge 1 JP-SEC 03-10 09:30 single',
        'radio-acknowledge-overdue 1 JP-RADIO-DG 03-10 09:30 single',
      ]);
      const asked = await letters(issueId, 'radio-acknowledge', 'jp');
      expect(asked?.ja).toContain('【期限のお知らせ】電波事案の受理確認');
      expect(asked?.ja).toContain('韓国側から通報のあった');
      expect(asked?.ja).toContain('期限: 令和9年3月9日(火)');
      expect(asked?.ko).toContain('접수를 확인하여 주시기 바랍니다');
      expect(asked?.en).toContain(`https://desk.example/radio/${issueId}`);
      const up = await letters(issueId, 'radio-acknowledge-overdue', 'jp');
      expect(up?.ja).toContain('完了がまだ記録されていないため');
      // Of the other side nothing is planned, and nothing is to be read.
      const seen = await test.database
        .readAs('forum_kr')
        .query('select 1 from forum.reminder where subject_id = $1', [issueId]);
      expect(seen).toEqual([]);
    });

    it('asks both for measurements once it is acknowledged, and nobody once one is exchanged', async () => {
      await test.setClock('2027-03-02T10:00:00+09:00');
      const issueId = await report(jp);
      expect((await planned(issueId)).every((row) => row.includes(' KR-'))).toBe(true);
      await step(officialKr, issueId, 'acknowledge');
      const rows = await planned(issueId);
      expect(rows.filter((row) => row.startsWith('radio-acknowledge'))).toEqual([]);
      // 30 days after 2 March is 1 April, a working day of both.
      expect(rows).toEqual([
        'radio-measure -2 KR-SEC 03-30 09:30 digest',
        'radio-measure -2 JP-SEC 03-30 09:30 digest',
        'radio-measure 0 KR-SEC 04-01 09:30 single',
        'radio-measure 0 JP-SEC 04-01 09:30 single',
        'radio-measure 1 KR-SEC 04-02 09:30 single',
        'radio-measure 1 JP-SEC 04-02 09:30 single',
        'radio-measure-overdue 1 KR-RADIO-DG 04-02 09:30 single',
        'radio-measure-overdue 1 JP-RADIO-DG 04-02 09:30 single',
      ]);
      expect((await letters(issueId, 'radio-measure', 'kr'))?.ko).toContain('측정 결과 교환 기한을 안내해 드립니다');
      const measurementId = await new AddMeasurement(test.database).run(kr, {
        issueId,
        lang: 'ko',
        measuredOn: '2027-03-01',
        strength: 41.5,
      });
      expect(await planned(issueId)).toHaveLength(8);
      const version = await versionOf('radio_measurement', measurementId);
      await new ExchangeMeasurement(test.database).run(kr, { issueId, measurementId, version });
      expect(await planned(issueId)).toEqual([]);
    });

    it('follows the rules both sides agreed for its channel, planned anew by the worker', async () => {
      await test.setClock('2027-03-02T10:00:00+09:00');
      const issueId = await report(kr);
      await test.admin(
        `update forum.radio_issue set channel_id = (select id from forum.channel where code = 'CH-RADIO-DG') where id = $1`,
        [issueId],
      );
      const agree = (change: object) =>
        test.admin(
          `insert into forum.channel_reminder_rule (id, channel_id, code, change, audience)
           select gen_random_uuid(), id, 'radio-acknowledge', $1, 'joint' from forum.channel where code = 'CH-RADIO-DG'
           on conflict on constraint uq_channel_reminder_rule_channel_id_code do update set change = excluded.change`,
          [JSON.stringify(change)],
        );
      await agree({ offset: 7, remindAt: [0], escalations: [{ at: 2, to: 'both_heads' }] });
      await planScheduled(test.database);
      // Whatever target a rule names, the other side never hears what a side has not done.
      expect(await planned(issueId)).toEqual([
        'radio-acknowledge 0 JP-SEC 03-11 09:30 single',
        'radio-acknowledge-overdue 2 JP-RADIO-DG 03-15 09:30 single',
      ]);
      // Three days above that meet on the Monday, for a post that is told as head and as the next level: one mail, the last.
      const ups = [
        { at: 4, to: 'both_heads' },
        { at: 2, to: 'both_heads' },
        { at: 3, to: 'next_level' },
      ];
      await agree({ offset: 7, remindAt: [0], escalations: ups });
      await planScheduled(test.database);
      expect((await planned(issueId)).slice(1)).toEqual(['radio-acknowledge-overdue 4 JP-RADIO-DG 03-15 09:30 single']);
      await agree({ offset: 7, remindAt: [0], escalations: [{ at: 2, to: 'both_heads' }] });
      await planScheduled(test.database);
      // What is agreed holds at once, also of what is planned and not planned anew yet.
      expect(await letters(issueId, 'radio-acknowledge', 'jp')).not.toBeNull();
      await agree({ offset: 7, remindAt: [1], escalations: [{ at: 2, to: 'both_heads' }] });
      expect(await letters(issueId, 'radio-acknowledge', 'jp')).toBeNull();
      expect(await letters(issueId, 'radio-acknowledge-overdue', 'jp')).not.toBeNull();
      await agree({ enabled: false });
      expect(await letters(issueId, 'radio-acknowledge-overdue', 'jp')).toBeNull();
      await planScheduled(test.database);
      expect(await planned(issueId)).toEqual([]);
      await test.admin(`delete from forum.channel_reminder_rule`);
    });

    it('is silent while its channel rests', async () => {
      await test.setClock('2027-03-02T10:00:00+09:00');
      const issueId = await report(kr);
      const [channel] = await test.admin<{ id: string }>(`select id from forum.channel where code = 'CH-RADIO-DG'`);
      await test.admin(`update forum.radio_issue set channel_id = $2 where id = $1`, [issueId, channel?.id]);
      await test.admin(`update forum.channel set state = 'suspended' where id = $1`, [channel?.id]);
      expect(await letters(issueId, 'radio-acknowledge', 'jp')).toBeNull();
      await test.admin(`update forum.channel set state = 'active' where id = $1`, [channel?.id]);
      expect(await letters(issueId, 'radio-acknowledge', 'jp')).not.toBeNull();
    });

    it('is no exception: promises, arrangements and reports of completion of a channel that rests are silent too', async () => {
      await test.setClock('2027-01-12T09:00:00+09:00');
      const [session] = await test.admin<{ id: string; channel: string }>(
        `select s.id, s.channel_id as channel from forum.session s join forum.channel c on c.id = s.channel_id
          where c.state = 'active' and s.audience not in ('kr','jp') and not s.illustrative order by s.id limit 1`,
      );
      const [promise] = await test.admin<{ id: string }>(
        `update forum.commitment set status = 'in_progress', status_as_of = '2027-01-12', session_id = $1
          where id = (select id from forum.commitment where strength = 'joint_political' and not chapeau order by position desc limit 1) returning id`,
        [session?.id],
      );
      const [report] = await test.admin<{ id: string }>(
        `update forum.action_item set state = 'done_claimed', answer_until = '2027-01-20', channel_id = $1, illustrative = false
          where id = (select id from forum.action_item where owner_side = 'kr' and audience = 'joint' order by number desc limit 1) returning id`,
        [session?.channel],
      );
      const arrangement = newId();
      await test.admin(
        `insert into forum.instrument (id, code, name, kind, date_value, date_precision, sort_date, legal, source_codes, evidence, audience, session_id)
         select $1, 'IN-REST', name, 'agency_arrangement', '2027-01-11', 'day', '2027-01-11', 'agency_level', '{}', 'web', 'joint', $2 from forum.instrument limit 1`,
        [arrangement, session?.id],
      );
      const ids = [promise?.id ?? '', report?.id ?? '', arrangement];
      const look = async () => {
        await planScheduled(test.database);
        await test.database.runInTx(workerActor, (tx) => planSilence(tx, report?.id ?? ''));
        return Promise.all(ids.map(async (id) => (await planned(id)).length > 0));
      };
      const turn = (state: string) =>
        test.admin(`update forum.channel set state = $2 where id = $1`, [session?.channel, state]);
      expect(await look()).toEqual([true, true, true]);
      await turn('suspended');
      expect(await letters(ids[0] ?? '', 'commitment-review', 'kr')).toBeNull();
      expect(await letters(ids[1] ?? '', 'action-silence', 'jp')).toBeNull();
      expect(await letters(ids[2] ?? '', 'arrangement_posted', 'kr')).toBeNull();
      await test.admin(`delete from forum.reminder where subject_id = any ($1)`, [ids]);
      expect(await look()).toEqual([false, false, false]);
      await turn('active');
      expect(await look()).toEqual([true, true, true]);
      // Other days were agreed since it was planned: it is not told on the old ones.
      expect(await letters(ids[1] ?? '', 'action-silence', 'jp')).not.toBeNull();
      await test.admin(
        `insert into forum.channel_reminder_rule (id, channel_id, code, change, audience) values ($1, $2, 'action-silence', $3, 'joint')`,
        [newId(), session?.channel, { remindAt: [-3] }],
      );
      expect(await letters(ids[1] ?? '', 'action-silence', 'jp')).toBeNull();
      await test.admin(`delete from forum.channel_reminder_rule where code = 'action-silence'`);
      await test.admin(`update forum.commitment set session_id = null where id = $1`, [promise?.id]);
    });
  });

  describe('an arrangement between agencies', () => {
    const conclude = async (on: string, tx?: Tx): Promise<string> => {
      const id = newId();
      const name = JSON.stringify({
        source: 'ko',
        revision: 1,
        ko: { text: '위성망 조정 약정', of: 1, status: 'authentic' },
      });
      const sql = `insert into forum.instrument (id, code, name, kind, date_value, date_precision, sort_date, legal, source_codes, evidence, audience)
         values ($1, $2, $3, 'agency_arrangement', $4::text, 'day', $4::text::date, 'agency_level', '{}', 'web', 'joint')`;
      const values = [id, `IN-T-${id.slice(-6)}`, name, on];
      await (tx ? tx.query(sql, values) : test.admin(sql, values));
      return id;
    };

    it('is to be posted by the Korean side alone within ten days, and the Korean head hears on the day', async () => {
      await test.setClock('2027-04-20T09:00:00+09:00');
      const id = await conclude('2027-04-20');
      await planScheduled(test.database);
      // S+10 is Friday 30 April; Japan's Golden Week does not count.
      const rows = [
        'arrangement_posted -5 KR-SEC 04-23 09:30 digest',
        'arrangement_posted -1 KR-SEC 04-29 09:30 digest',
        'arrangement_posted 0 KR-SEC 04-30 09:30 single',
        'arrangement_posted-overdue 0 KR-RADIO-DG 04-30 09:30 single',
      ];
      expect(await planned(id)).toEqual(rows);
      expect((await letters(id, 'arrangement_posted', 'kr'))?.ko).toContain('체결일: 2027. 4. 20.(화)');
      const check = { id, makesNoRights: true, makesNoBudget: true, makesNoExemption: true };
      await new CheckArrangement(test.database).run(kr, check);
      expect(await planned(id)).toEqual(rows);
      await new CheckArrangement(test.database).run(kr, { ...check, postedOn: '2027-04-22' });
      expect(await planned(id)).toEqual([]);
    });

    it('is planned anew for who is secretariat now, and not because a channel got another name', async () => {
      await test.setClock('2027-05-11T09:00:00+09:00');
      const id = await conclude('2027-05-11');
      await planScheduled(test.database);
      await test.admin(`update forum.channel set version = version + 1`);
      expect(await planScheduled(test.database)).toBe(0);
      await test.admin(`update forum.multilateral_meeting set version = version + 1`);
      const marks = () => test.admin(`select name, basis, planned_at from forum.reminder_schedule order by name`);
      const before = await marks();
      await planScheduled(test.database);
      const kinds = (await marks()).filter((row) => !before.some((old) => JSON.stringify(old) === JSON.stringify(row)));
      expect(kinds).toMatchObject([{ name: 'multilateral_meeting' }]);
      // Another post is secretariat: it is told instead, at once and not only from the next day on.
      const hold = (from: string, to: string) =>
        test.admin(
          `update forum.post_holder set post_id = (select id from forum.post where code = $2)
            where post_id = (select id from forum.post where code = $1)`,
          [from, to],
        );
      await test.admin(
        `insert into forum.post (id, code, body_id, side, title, rank) select $1, 'KR-SEC-NEXT', body_id, side, title, rank from forum.post where code = 'KR-SEC'`,
        [newId()],
      );
      await hold('KR-SEC', 'KR-SEC-NEXT');
      await planScheduled(test.database);
      expect((await planned(id))[0]).toBe('arrangement_posted -5 KR-SEC-NEXT 05-14 09:30 digest');
      await hold('KR-SEC-NEXT', 'KR-SEC');
      await planScheduled(test.database);
      expect((await planned(id))[0]).toBe('arrangement_posted -5 KR-SEC 05-14 09:30 digest');
    });

    it('is planned also while another kind cannot be', async () => {
      await test.setClock('2027-05-10T09:00:00+09:00');
      const id = await conclude('2027-05-10');
      const broken = `where name = 'radio_issue'`;
      await test.admin(
        `alter table forum.reminder_schedule add constraint ck_broken check (name <> 'radio_issue') not valid`,
      );
      await test.admin(`delete from forum.reminder_schedule ${broken}`);
      await expect(planScheduled(test.database)).rejects.toThrow('ck_broken');
      expect((await planned(id)).at(-1)).toBe('arrangement_posted-overdue 0 KR-RADIO-DG 05-20 09:30 single');
      await test.admin(`alter table forum.reminder_schedule drop constraint ck_broken`);
      await planScheduled(test.database);
      expect(await test.admin(`select name from forum.reminder_schedule ${broken}`)).toHaveLength(1);
    });

    it('that cannot be planned holds up no other one, is counted, and is tried again by itself or when somebody asks', async () => {
      await test.setClock('2027-06-14T09:00:00+09:00');
      const [broken, sound] = [await conclude('2027-06-14'), await conclude('2027-06-14')];
      await test.admin(
        `create function public.refuse() returns trigger language plpgsql as $$ begin raise exception 'no room'; end $$`,
      );
      await test.admin(
        `create trigger refuse before insert or update on forum.reminder for each row when (new.subject_id = '${broken}') execute function public.refuse()`,
      );
      await expect(planScheduled(test.database)).rejects.toThrow('no room');
      expect(await planned(sound)).toHaveLength(4);
      await settled();
      expect(await planScheduled(test.database)).toBe(0);
      const health = () =>
        test.database.readAs('forum_admin').query('select objects::int, kinds::int from forum.left_behind_health()');
      expect(await health()).toEqual([{ objects: 1, kinds: 0 }]);
      const left = () =>
        test.admin<{ tries: number }>(
          `select kind, object_id as id, tries, round(extract(epoch from again_at - failed_at) / 60)::int as minutes from forum.reminder_left_behind`,
        );
      const tries = (await left())[0]?.tries ?? 0;
      const after = (count: number) => ({ kind: 'instrument', id: broken, tries: count, minutes: 2 ** (count - 1) });
      expect(await left()).toEqual([after(tries)]);
      // Not before its time, and then less and less often.
      expect(await retryLeftBehind(test.database)).toBe(0);
      await test.setClock('2027-06-14T15:00:00+09:00');
      await expect(retryLeftBehind(test.database)).rejects.toThrow('no room');
      expect(await retryLeftBehind(test.database)).toBe(0);
      expect(await left()).toEqual([after(tries + 1)]);
      await test.admin('drop trigger refuse on forum.reminder');
      expect(await test.database.readAs('forum_admin').query('select forum.retry_left_behind()::int as asked')).toEqual(
        [{ asked: 1 }],
      );
      expect(await retryLeftBehind(test.database)).toBe(1);
      expect(await planned(broken)).toHaveLength(4);
      expect(await health()).toEqual([{ objects: 0, kinds: 0 }]);
    });

    it('that has no dates any more is taken back, whatever made it so', async () => {
      await test.setClock('2027-06-15T09:00:00+09:00');
      const id = await conclude('2027-06-15');
      await planScheduled(test.database);
      expect(await planned(id)).toHaveLength(4);
      await test.admin(`update forum.instrument set state = 'withdrawn' where id = $1`, [id]);
      await test.setClock('2027-06-16T09:00:00+09:00');
      await planScheduled(test.database);
      expect(await planned(id)).toEqual([]);
    });

    it('follows also where somebody was still planning by the old calendar', async () => {
      await test.setClock('2027-06-17T09:00:00+09:00');
      await planScheduled(test.database);
      let id = '';
      await test.database.runInTx(workerActor, async (tx) => {
        id = await conclude('2027-06-15', tx);
        await planDues(tx, instrumentDues, [id]);
        await new AddHoliday(test.database).run(kr, {
          ...{
            date: '2027-06-25',
            kind: 'temporary',
            status: 'gazetted',
            names: { ko: '임시공휴일' },
            citation: '국무회의 의결',
          },
        });
        await planScheduled(test.database);
      });
      expect((await planned(id)).at(-1)).toBe('arrangement_posted-overdue 0 KR-RADIO-DG 06-25 09:30 single');
      await settled();
      expect((await planned(id)).at(-1)).toBe('arrangement_posted-overdue 0 KR-RADIO-DG 06-28 09:30 single');
    });

    it('is planned once by two workers, and anew when a holiday moves its day', async () => {
      await test.setClock('2027-06-01T09:00:00+09:00');
      const id = await conclude('2027-06-01');
      const runs = await Promise.all([planScheduled(test.database), planScheduled(test.database)]);
      expect(Math.max(...runs)).toBeGreaterThan(0);
      expect(await planScheduled(test.database)).toBe(0);
      expect((await planned(id)).at(-1)).toBe('arrangement_posted-overdue 0 KR-RADIO-DG 06-11 09:30 single');
      await new AddHoliday(test.database).run(kr, {
        date: '2027-06-11',
        names: { ko: '임시공휴일', ja: '臨時休日', en: 'Temporary holiday' },
        kind: 'temporary',
        status: 'gazetted',
        citation: '국무회의 의결',
      });
      await planScheduled(test.database);
      expect((await planned(id)).at(-1)).toBe('arrangement_posted-overdue 0 KR-RADIO-DG 06-14 09:30 single');
    });
  });

  describe('what both sides promised', () => {
    it('is looked at 180 days after the last news of it, again after another 180, and counted anew with each news', async () => {
      await test.setClock('2027-01-12T09:00:00+09:00');
      const [promise] = await test.admin<{ id: string }>(
        `update forum.commitment set status = 'in_progress', status_as_of = '2027-01-12'
          where id = (select id from forum.commitment where strength = 'joint_political' and not chapeau order by position limit 1) returning id`,
      );
      const id = promise?.id ?? '';
      await planScheduled(test.database);
      // 12 January and 180 days: Sunday 11 July.
      const both = (day: string, offset: string) => [
        `commitment-review ${offset} KR-SEC ${day} 09:30 digest`,
        `commitment-review ${offset} JP-SEC ${day} 09:30 digest`,
      ];
      expect(await planned(id)).toEqual([...both('06-28', '-14'), ...both('07-12', '0')]);
      const letter = await letters(id, 'commitment-review', 'jp');
      expect(letter?.ja).toContain('【期限のお知らせ】合意事項の進捗確認');
      expect(letter?.en).toContain(`/commitments/${id}`);
      await test.admin(`delete from forum.reminder where subject_id = $1`, [id]);
      await test.setClock('2027-08-02T09:00:00+09:00');
      await planScheduled(test.database);
      // Another 180 days: Friday 7 January 2028.
      expect(await planned(id)).toEqual([...both('12-24', '-14'), ...both('01-07', '0')]);
      await test.admin(`update forum.commitment set status_as_of = '2027-08-02' where id = $1`, [id]);
      expect(await letters(id, 'commitment-review', 'kr')).toBeNull();
      await test.database.runInTx(kr, (tx) =>
        tx.publish(
          commitmentStatusChanged,
          { commitmentId: id, version: 2 },
          { audience: 'joint', subjectType: 'commitment', subjectId: id },
        ),
      );
      expect((await planned(id)).at(-1)).toBe('commitment-review 0 JP-SEC 01-31 09:30 digest');
      await test.admin(`update forum.commitment set status = 'fulfilled' where id = $1`, [id]);
      expect(await letters(id, 'commitment-review', 'kr')).toBeNull();
    });
  });

  describe('a contribution to a meeting of another organisation', () => {
    const draft = async (joint: boolean): Promise<string> => {
      const [meeting] = await test.admin<{ id: string }>(
        `update forum.multilateral_meeting set date_value = '2027-10-18', date_precision = 'day', date_end = null
          where id = (select id from forum.multilateral_meeting order by position limit 1) returning id`,
      );
      return new AddContribution(test.database).run(kr, {
        meetingId: meeting?.id ?? '',
        lang: 'ko',
        title: { ko: '의제 1.7에 대한 기고', ja: '議題1.7に関する寄書', en: 'Contribution on item 1.7' },
        joint,
        // 23:00 in Geneva on Friday 1 October: the 2nd in Seoul and Tokyo.
        deadline: { date: '2027-10-01', time: '23:00', zone: 'Europe/Zurich' },
      });
    };
    const move = async (contributionId: string, action: 'share' | 'withdraw'): Promise<void> => {
      const version = await versionOf('multilateral_contribution', contributionId);
      await new MoveContribution(test.database).run(kr, { contributionId, version, action });
    };

    it('is its own side’s while it is a draft, then of both: to decide, to write, and to send before the deadline there', async () => {
      await test.setClock('2027-07-01T09:00:00+09:00');
      const id = await draft(true);
      const own = await planned(id);
      expect(own).toHaveLength(12);
      expect(own.filter((row) => row.includes(' JP-'))).toEqual([]);
      await move(id, 'share');
      const both = await planned(id);
      expect(both.filter((row) => row.includes(' KR-'))).toEqual(own);
      expect(both).toHaveLength(24);
      // M-60 is Thursday 19 August, M-30 Saturday 18 September, three days before the deadline Tuesday 28 September; Chuseok is on 14–16 September.
      expect(own).toEqual([
        'contribution-decide -7 KR-SEC 08-12 09:30 digest',
        'contribution-decide -1 KR-SEC 08-18 09:30 digest',
        'contribution-decide 0 KR-SEC 08-19 09:30 single',
        'contribution-decide-overdue 0 KR-RADIO-DG 08-19 09:30 single',
        'contribution-text -7 KR-SEC 09-10 09:30 digest',
        'contribution-text -1 KR-SEC 09-13 09:30 digest',
        'contribution-text 0 KR-SEC 09-17 09:30 single',
        'contribution-text-overdue 0 KR-RADIO-DG 09-17 09:30 single',
        'contribution-submit -7 KR-SEC 09-21 09:30 digest',
        'contribution-submit -1 KR-SEC 09-27 09:30 digest',
        'contribution-submit 0 KR-SEC 09-28 09:30 single',
        'contribution-submit-overdue 0 KR-RADIO-DG 09-28 09:30 single',
      ]);
      const letter = await letters(id, 'contribution-submit', 'jp');
      expect(letter?.ja).toContain('機関の提出期限: 令和9年10月1日(金) 23:00');
      expect(letter?.ko).toContain('[기한 안내] 기고서 제출');
      expect(letter?.en).toContain('/multilateral/');
      await move(id, 'withdraw');
      expect(await planned(id)).toEqual([]);
    });

    it('follows the meeting when its date is moved, also where the other side drafts in private', async () => {
      await test.setClock('2027-07-01T09:00:00+09:00');
      const id = await draft(false);
      await planScheduled(test.database);
      await test.admin(
        `update forum.multilateral_meeting set date_value = '2027-11-15', version = version + 1
          where id = (select meeting_id from forum.multilateral_contribution where id = $1)`,
        [id],
      );
      expect(await letters(id, 'contribution-decide', 'kr')).toBeNull();
      await planScheduled(test.database);
      expect((await planned(id)).filter((row) => row.startsWith('contribution-decide 0'))).toEqual([
        'contribution-decide 0 KR-SEC 09-13 09:30 single',
      ]);
    });
  });

  describe('what rests', () => {
    it('is told to each secretariat on its own first working day of a month, and only what rests on its side', async () => {
      await test.setClock('2027-04-20T09:00:00+09:00');
      await planScheduled(test.database);
      const posts = await test.admin<{ id: string; code: string }>(
        `select id, code from forum.post where code in ('KR-SEC','JP-SEC') order by code desc`,
      );
      // 1 May is a Saturday and a Korean holiday with a substitute on Monday; Japan's Golden Week ends on 5 May.
      expect((await Promise.all(posts.map(({ id }) => planned(id)))).flat()).toEqual([
        'monthly-waiting 0 KR-SEC 05-04 09:30 digest',
        'monthly-waiting 0 JP-SEC 05-06 09:30 digest',
      ]);
      const [krPost = '', jpPost = ''] = posts.map(({ id }) => id);
      expect(await letters(jpPost, 'monthly-waiting', 'jp')).toBeNull();
      await test.admin(
        `update forum.action_item set state = 'blocked', owner_side = 'kr', illustrative = false
          where id = (select id from forum.action_item where owner_side = 'kr' order by number limit 1)`,
      );
      const own = await letters(krPost, 'monthly-waiting', 'kr');
      expect(own?.ko).toContain('지연 사유 발생 과제: 1건');
      expect(own?.ko).not.toContain('중단된 협의 채널(건)');
      // In the day's one mail the items are named as well: no other mail does.
      expect(own?.day).toContain('지연 사유 발생 과제: 1건\n– 2027-');
      expect(await letters(jpPost, 'monthly-waiting', 'jp')).toBeNull();
      await test.admin(
        `update forum.channel set state = 'suspended', version = version + 1 where code = 'CH-RADIO-DG'`,
      );
      expect((await letters(jpPost, 'monthly-waiting', 'jp'))?.ja).toContain('中断中のチャンネル: 1件');
      await test.admin(`update forum.channel set state = 'active', version = version + 1 where code = 'CH-RADIO-DG'`);
    });

    it('is planned once however often it runs, keeps what is due while no mail leaves, and is told late after an outage', async () => {
      const [post] = await test.admin<{ id: string }>(`select id from forum.post where code = 'KR-SEC'`);
      const id = post?.id ?? '';
      await test.setClock('2027-05-04T15:00:00+09:00');
      await planScheduled(test.database);
      expect(await planned(id)).toEqual(['monthly-waiting 0 KR-SEC 05-04 09:30 digest']);
      await test.admin(`delete from forum.reminder where subject_id = $1`, [id]);
      await test.setClock('2027-07-02T08:00:00+09:00');
      await planScheduled(test.database);
      expect(await planned(id)).toEqual(['monthly-waiting 0 KR-SEC 07-02 08:01 digest']);
      await test.admin(`update forum.reminder set state = 'cancelled' where subject_id = $1`, [id]);
      await test.setClock('2027-07-05T08:00:00+09:00');
      await planScheduled(test.database);
      expect(await planned(id)).toEqual([]);
    });

    it('is no affair of a post that is a secretariat no more, whoever holds it then', async () => {
      await test.setClock('2027-08-20T09:00:00+09:00');
      await planScheduled(test.database);
      const [post] = await test.admin<{ id: string }>(`select id from forum.post where code = 'KR-SEC'`);
      const id = post?.id ?? '';
      expect(await planned(id)).toEqual(['monthly-waiting 0 KR-SEC 09-01 09:30 digest']);
      expect(await letters(id, 'monthly-waiting', 'kr')).not.toBeNull();
      const hold = (from: string, to: string) =>
        test.admin(
          `update forum.post_holder set post_id = (select id from forum.post where code = $2) where post_id = (select id from forum.post where code = $1)`,
          [from, to],
        );
      await hold('KR-SEC', 'KR-SEC-NEXT');
      expect(await letters(id, 'monthly-waiting', 'kr')).toBeNull();
      await planScheduled(test.database);
      expect(await planned(id)).toEqual([]);
      await hold('KR-SEC-NEXT', 'KR-SEC');
      await planScheduled(test.database);
      expect(await planned(id)).toEqual(['monthly-waiting 0 KR-SEC 09-01 09:30 digest']);
    });
  });

  describe('exhibitions and exchanges', () => {
    it('remind the side that invites of the steps to the next edition once its days are known, and anew when they move', async () => {
      await test.setClock('2027-04-12T09:00:00+09:00');
      const [show] = await test.admin<{ id: string }>(
        `select id from forum.exhibition where side = 'jp' order by position limit 1`,
      );
      const id = show?.id ?? '';
      await planScheduled(test.database);
      expect(await planned(id)).toEqual([]);
      const set = (startsOn: string) =>
        test.admin(
          `update forum.exhibition set starts_on = $2::text::date, ends_on = $2::text::date + 3, version = version + 1 where id = $1`,
          [id, startsOn],
        );
      await set('2027-10-12');
      await planScheduled(test.database);
      // E-120, E-90, E-60, E-30 (a Sunday, so Friday), E-14, E+14.
      expect((await planned(id)).filter((row) => row.includes(' 0 '))).toEqual([
        'exhibition-invite 0 JP-SEC 06-14 09:30 single',
        'exhibition-apply 0 JP-SEC 07-14 09:30 single',
        'exhibition-allot 0 JP-SEC 08-13 09:30 single',
        'exhibition-list 0 JP-SEC 09-10 09:30 single',
        'exhibition-shipping 0 JP-SEC 09-28 09:30 single',
        'exhibition-report 0 JP-SEC 10-26 09:30 single',
      ]);
      const letter = await letters(id, 'exhibition-invite', 'jp');
      expect(letter?.ja).toContain('日時: 令和9年10月12日(火)');
      expect(letter?.ko).toContain('[기한 안내] 전시회 초청장 발송');
      await set('2027-10-19');
      expect(await letters(id, 'exhibition-invite', 'jp')).toBeNull();
      await planScheduled(test.database);
      expect((await planned(id)).filter((row) => row.includes(' 0 '))[0]).toBe(
        'exhibition-invite 0 JP-SEC 06-21 09:30 single',
      );
    });

    it('remind the side that hosts an exchange of its call, of the papers for visas, and of the report', async () => {
      await test.setClock('2027-02-01T09:00:00+09:00');
      const [programme] = await test.admin<{ id: string }>(
        `update forum.exchange_programme set host_side = 'kr', call_ends_on = '2027-03-31', arrives_on = '2027-07-01', ends_on = '2027-08-20', version = 2
          where id = (select id from forum.exchange_programme order by position limit 1) returning id`,
      );
      const id = programme?.id ?? '';
      await planScheduled(test.database);
      // Thirty days after 20 August is a Sunday before a Japanese holiday.
      expect((await planned(id)).filter((row) => row.includes(' 0 '))).toEqual([
        'exchange-call 0 KR-SEC 03-31 09:30 single',
        'exchange-visa 0 KR-SEC 05-17 09:30 single',
        'exchange-report 0 KR-SEC 09-21 09:30 single',
      ]);
      expect(await planned(id)).toHaveLength(9);
      expect((await letters(id, 'exchange-visa', 'kr'))?.ko).toContain('도착일: 2027. 7. 1.(목)');
    });
  });

  it('stand in the list of their side with the title and the page of what they are about', async () => {
    const listed = async (side: Side): Promise<string[]> => {
      const reader = test.database.readAs(side === 'kr' ? 'forum_kr' : 'forum_jp');
      const { items } = await listReminders(reader, { order: 'earliest', limit: 500 });
      return [
        ...new Set(items.map(({ subjectType, path }) => `${subjectType} ${path.replace(/[0-9a-f-]{36}/gu, 'id')}`)),
      ];
    };
    const both = [
      'radio_issue /radio/id',
      'commitment /commitments/id',
      'multilateral_meeting /multilateral/id',
      'post /actions',
    ];
    expect(await listed('kr')).toEqual(
      expect.arrayContaining([
        ...both,
        'instrument /instruments/id',
        'exchange_programme /records/exchange-programmes',
      ]),
    );
    const japan = await listed('jp');
    expect(japan).toEqual(expect.arrayContaining([...both, 'exhibition /records/exhibitions']));
    expect(japan).not.toContain('instrument /instruments/id');
  });
});
