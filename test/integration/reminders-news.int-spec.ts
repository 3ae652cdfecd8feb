import { historicText, newId, type Actor, type GivenTexts, type Language, type Side } from '#core/kernel';
import { installCatalogues } from '#platform/catalogues';
import { letterText } from '#platform/mail';
import { DraftEscalation, RaiseEscalation, ReturnEscalation } from '#forum/escalations';
import {
  AddMeetingItem,
  AddSupport,
  DraftPosition,
  ExchangeMeetingItem,
  ExchangePosition,
  MoveSupport,
} from '#forum/multilateral';
import { paperReleased } from '#forum/papers';
import {
  DraftIssue,
  ReportIssue,
  StepIssue,
  WritePosition,
  ExchangePosition as ExchangeRadioPosition,
} from '#forum/radio';
import { sessionProposed } from '#forum/sessions';
import { AcceptProposal } from '#forum/two-key';
import { writeLetter } from '../../libs/forum/reminders/domain/letter.js';
import type { ReminderToSend } from '../../libs/forum/reminders/domain/reminder.types.js';
import { findCause } from '../../libs/forum/reminders/queries/cause.js';
import { demoActor, workerActor } from '../support/actors.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

const words = (text: string): GivenTexts & Record<Language, string> => ({
  ko: `${text}-ko`,
  ja: `${text}-ja`,
  en: `${text}-en`,
});

/** What one side did, and the other side or both learn of at once. */
describe('news of what a side did', () => {
  let test: TestDatabase;
  let kr: Actor;
  let jp: Actor;

  beforeAll(async () => {
    installCatalogues({ strict: true });
    test = await createTestDatabase('record');
    [kr, jp] = await Promise.all([demoActor(test, 'secretariat.kr'), demoActor(test, 'secretariat.jp')]);
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    await test.setClock('2027-01-12T10:00:00+09:00');
    await test.admin('delete from forum.reminder');
  });

  /** Rule and post of everything planned, in the order it was. */
  const planned = async (): Promise<string[]> => {
    const rows = await test.admin<{ rule: string; post: string }>(
      `select r.rule, p.code as post from forum.reminder r join forum.post p on p.id = r.recipient_post_id where r.state = 'planned' order by r.rule, p.code desc`,
    );
    return rows.map(({ rule, post }) => `${rule} ${post}`);
  };
  /** The letters of a rule's notice to one side in all three languages; null once it no longer is so. */
  const letters = async (rule: string, side: Side): Promise<Record<Language, string> | null> => {
    const [row] = await test.admin<ReminderToSend>(
      `select id, subject_type as "subjectType", subject_id as "subjectId", rule, offset_days as "offsetDays", recipient_post_id as "recipientPostId",
              recipient_side as "recipientSide", rule_date::text as "ruleDate", occurrence, zone, attempt, cause, coalesce(message_id, '') as "messageId"
         from forum.reminder where rule = $1 and recipient_side = $2 and state = 'planned'`,
      [rule, side],
    );
    if (!row) throw new Error(`nothing planned: ${rule}`);
    const reader = test.database.readAs(side === 'kr' ? 'forum_kr' : 'forum_jp');
    const cause = await findCause(reader, row);
    if (cause?.fingerprint !== row.cause) return null;
    const letter = (language: Language): string => {
      const post = historicText({ [language]: 'X' }, language);
      const href = `https://desk.example${cause.path}`;
      const written = writeLetter({
        reminder: row,
        cause,
        recipient: { email: '', language, post },
        today: row.ruleDate,
        href,
      });
      return `${written.subject}\n${letterText(written)}`;
    };
    return { ko: letter('ko'), ja: letter('ja'), en: letter('en') };
  };
  const versionOf = async (table: string, id: string): Promise<number> =>
    (await test.admin<{ version: number }>(`select version from forum.${table} where id = $1`, [id]))[0]?.version ?? 0;
  const idOf = async (sql: string): Promise<string> => (await test.admin<{ id: string }>(sql))[0]?.id ?? '';

  describe('a matter that rises', () => {
    const accept = async (actor: Actor, subjectId: string): Promise<void> => {
      const [open] = await test.admin<{ id: string; hash: string }>(
        `select id, content_hash as hash from forum.proposal where subject_id = $1 and state = 'open' order by created_at desc limit 1`,
        [subjectId],
      );
      await new AcceptProposal(test.database).run(actor, { proposalId: open?.id ?? '', hash: open?.hash ?? '' });
    };

    it('is told once for each step: let in to who raised it, on an agenda to both, given back to who proposed that', async () => {
      const [radioDg, forum] = [
        await idOf(`select id from forum.channel where code = 'CH-RADIO-DG'`),
        await idOf(`select id from forum.channel where code = 'CH-DPF'`),
      ];
      await test.admin(`update forum.channel set state = 'active' where id = any ($1)`, [[radioDg, forum]]);
      await test.admin(`update forum.session set state = 'cancelled' where start_date >= '2027-01-01'`);
      const issue = newId();
      await test.admin(
        `insert into forum.radio_issue (id, code, position, title, type, services, status, level, channel_id, audience)
         values ($1, 'NEWS-RI', 9000, $2, 'interference_case', '{land_mobile}', 'under_coordination', 'director_general', $3, 'joint')`,
        [
          issue,
          historicText({ ko: '800MHz 혼신', ja: '800MHz帯の混信', en: 'Interference at 800 MHz' }, 'ko'),
          radioDg,
        ],
      );
      const escalationId = await new DraftEscalation(test.database).run(kr, {
        matter: { kind: 'radio_issue', id: issue },
        toChannelId: forum,
        lang: 'ko',
        title: words('혼신'),
        summary: words('경위'),
        request: words('요청'),
      });
      const raise = { escalationId, version: await versionOf('escalation', escalationId) };
      await new RaiseEscalation(test.database).run(kr, raise);
      expect(await planned()).toEqual(['proposal-opened JP-SEC']);

      await test.setClock('2027-01-12T11:00:00+09:00');
      await accept(jp, escalationId);
      expect(await planned()).toEqual(['escalation-accepted KR-SEC']);
      const accepted = await letters('escalation-accepted', 'kr');
      expect(accepted?.ko).toContain('[안내] 상위급 회부에 대한 상대 측 동의 – 혼신-ko');
      expect(accepted?.ja).toContain('チャンネル: ');

      // The ministers' next session is proposed an hour later: the matter comes onto its agenda.
      await test.setClock('2027-01-12T12:00:00+09:00');
      const [sessionId, agendaId] = [newId(), newId()];
      await test.admin(
        `insert into forum.session (id, channel_id, date_value, start_date, zone, host_side, level, state, audience)
         values ($1, $2, '2027-09-09', '2027-09-09', 'Asia/Seoul', 'kr', 'minister', 'date_agreed', 'joint')`,
        [sessionId, forum],
      );
      await test.admin(`insert into forum.agenda (id, session_id) values ($1, $2)`, [agendaId, sessionId]);
      await test.database.runInTx(jp, (tx) =>
        tx.publish(
          sessionProposed,
          { sessionId, version: 1 },
          { audience: 'joint', subjectType: 'session', subjectId: sessionId },
        ),
      );
      const placed = await planned();
      expect(placed.filter((row) => row.startsWith('escalation-placed'))).toEqual([
        'escalation-placed KR-SEC',
        'escalation-placed JP-SEC',
      ]);
      expect((await letters('escalation-placed', 'jp'))?.ja).toContain('会合: ');

      await test.setClock('2027-01-12T13:00:00+09:00');
      const version = await versionOf('escalation', escalationId);
      await new ReturnEscalation(test.database).run(jp, { escalationId, version, reason: '実務者で続ける' });
      await test.admin(`delete from forum.reminder where rule <> 'escalation-placed'`);
      await accept(kr, escalationId);
      expect((await planned()).filter((row) => !row.startsWith('escalation-placed'))).toEqual([
        'escalation-returned JP-SEC',
      ]);
      expect((await letters('escalation-returned', 'jp'))?.en).toContain('given back to a lower level');
      expect(await letters('escalation-placed', 'kr')).toBeNull();
      expect(await letters('escalation-accepted', 'kr').catch((error: unknown) => String(error))).toContain(
        'nothing planned',
      );
    });
  });

  it('tells of a request for support and of its answer by the meeting alone, never by the candidate', async () => {
    const meetingId = await idOf(
      `select id from forum.multilateral_meeting where audience not in ('kr','jp') order by position limit 1`,
    );
    const office = words('의장');
    const supportId = await new AddSupport(test.database).run(kr, {
      meetingId,
      lang: 'ko',
      office,
      candidate: '홍길동',
    });
    expect(await planned()).toEqual([]);
    const move = async (actor: Actor, action: 'ask' | 'decline'): Promise<string> =>
      new MoveSupport(test.database).run(actor, {
        supportId,
        version: await versionOf('multilateral_support', supportId),
        action,
      });
    await move(kr, 'ask');
    expect(await planned()).toEqual(['support-asked JP-SEC']);
    const asked = await letters('support-asked', 'jp');
    expect(asked?.ja).toContain('【お知らせ】韓国側からの支持要請');
    for (const letter of Object.values(asked ?? {})) expect(letter).not.toMatch(/홍길동|의장/);
    await move(jp, 'decline');
    expect(await letters('support-asked', 'jp')).toBeNull();
    expect((await letters('support-answered', 'kr'))?.ko).toContain('우리 측의 지지 요청에 일본 측이 회신하였습니다');
  });

  it('tells of a position that was laid open, in a meeting of others and on a radio case, and of the report itself', async () => {
    const meetingId = await idOf(
      `select id from forum.multilateral_meeting where audience not in ('kr','jp') order by position limit 1`,
    );
    const itemId = await new AddMeetingItem(test.database).run(jp, { meetingId, lang: 'ja', title: words('議題') });
    await new ExchangeMeetingItem(test.database).run(jp, {
      itemId,
      version: await versionOf('multilateral_item', itemId),
    });
    const positionId = await new DraftPosition(test.database).run(jp, { itemId, lang: 'ja', texts: words('立場') });
    expect(await planned()).toEqual([]);
    const version = await versionOf('multilateral_position', positionId);
    await new ExchangePosition(test.database).run(jp, { positionId, version });
    expect(await planned()).toEqual(['position-exchanged KR-SEC']);
    const shown = await letters('position-exchanged', 'kr');
    expect(shown?.ko).toContain('[안내] 일본 측의 입장 제시');
    expect(shown?.ko).not.toContain('立場');

    await test.admin('delete from forum.reminder');
    const issueId = await new DraftIssue(test.database).run(jp, {
      lang: 'ja',
      title: '携帯電話の電波',
      type: 'interference_case',
      bands: [{ text: '860–870 MHz' }],
    });
    await new ReportIssue(test.database).run(jp, { issueId, version: await versionOf('radio_issue', issueId) });
    expect((await planned()).filter((row) => row.startsWith('radio-reported'))).toEqual(['radio-reported KR-SEC']);
    expect((await letters('radio-reported', 'kr'))?.ko).toContain('일본 측이 아래 전파 사안을 통보하였습니다');
    await new StepIssue(test.database).run(kr, {
      issueId,
      version: await versionOf('radio_issue', issueId),
      step: 'acknowledge',
    });
    expect(await letters('radio-reported', 'kr')).toBeNull();
    const given = { issueId, version: 0, lang: 'ko' as const, text: '우리 측 입장' };
    await new WritePosition(test.database).run(kr, given);
    await new ExchangeRadioPosition(test.database).run(kr, {
      issueId,
      version: await versionOf(
        'radio_position',
        await idOf(`select id from forum.radio_position where radio_issue_id = '${issueId}'`),
      ),
    });
    expect((await letters('radio-position-exchanged', 'jp'))?.ja).toContain('韓国側の立場の提示');
  });

  it('tells the other side of papers, several of one session together, also when their moment came by itself', async () => {
    const sessionId = await idOf(
      `select id from forum.session where audience = 'joint' order by start_date desc limit 1`,
    );
    const share = async (actor: Actor, side: Side = 'jp'): Promise<void> => {
      const id = newId();
      await test.admin(
        `insert into forum.paper (id, session_id, origin_side, title, original_lang, state, shared_at, audience)
         values ($1, $2, $4, $3, 'ja', 'released', forum.now(), 'joint')`,
        [id, sessionId, historicText({ ja: '説明資料' }, 'ja'), side],
      );
      await test.database.runInTx(actor, (tx) =>
        tx.publish(
          paperReleased,
          { sessionId, paperId: id },
          { audience: 'joint', subjectType: 'paper', subjectId: id },
        ),
      );
    };
    await share(jp);
    await share(workerActor);
    expect(await planned()).toEqual(['paper-released KR-SEC']);
    const letter = await letters('paper-released', 'kr');
    expect(letter?.ko).toContain('[안내] 일본 측의 회의 자료 배포');
    expect(letter?.en).toContain(`/sessions/${sessionId}/papers`);
    // The other side answers with its own before the mail could leave: what it is to be told of stays.
    await share(kr, 'kr');
    expect(await planned()).toEqual(['paper-released KR-SEC', 'paper-released JP-SEC']);
  });
});
