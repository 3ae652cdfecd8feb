import type { Page } from 'playwright-core';
import { openTestDesk, type TestDesk } from '../support/browser.js';
import { openSmtpSink, type SmtpSink } from '../support/smtp-sink.js';
import { startWorkerProcess, type WorkerProcess } from '../support/worker-process.js';

const phone = { viewport: { width: 360, height: 780 }, isMobile: true, hasTouch: true };

/** The main job, once through, as people do it: session IL-SE-2, Seoul, 11 March 2027. */
describe('the thread through the browser', () => {
  let desk: TestDesk;
  let sink: SmtpSink;
  let worker: WorkerProcess;
  let sessionPath: string;
  let actionPath: string;

  beforeAll(async () => {
    desk = await openTestDesk();
    sink = await openSmtpSink();
    await desk.setClock('2027-02-01T10:00:00+09:00');
    worker = await startWorkerProcess(desk, { SMTP_URL: sink.url, PUBLIC_URL: desk.address });
  }, 60_000);
  afterAll(async () => {
    await worker.stop();
    await sink.close();
    await desk.close();
  });

  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
  const says = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();

  it('a Korean secretariat signs in, opens the session from the first page and writes its agenda in Korean', async () => {
    const page = await desk.open('anonymous', 'ko');
    await page.goto('/');
    await page.getByLabel('전자우편').fill('secretariat.kr@forum.example');
    await page
      .getByLabel(/^비밀번호/)
      .first()
      .fill('forum-desk-demo');
    await press(page, '로그인');
    await page.getByRole('link', { name: '제7차 한·일 전파국장회의' }).first().click();
    await page.getByRole('link', { name: '의제', exact: true }).click();
    await page.waitForURL(/\/agenda$/);
    sessionPath = new URL(page.url()).pathname.replace(/\/agenda$/, '');
    await press(page, '안건 추가');
    await page.getByLabel('제목(한국어)').fill('6G 후보대역 공동연구');
    await page.getByLabel('시간(분)').fill('30');
    await page.getByLabel('발언요지(내부)').fill('우리 측 발언요지');
    await page.getByRole('form').getByRole('button', { name: '안건 추가' }).click();
    await says(page, '6G 후보대역 공동연구');
    await press(page, '상대 측에 제시');
    await says(page, '상대 측에 제시하였습니다.');
    await page.context().close();
  });

  it('an interpreter supplies Japanese and English', async () => {
    const page = await desk.open('interpreter', 'en');
    await page.goto(`${sessionPath}/agenda`);
    const item = page.getByRole('listitem').filter({ hasText: '6G 후보대역 공동연구' }).first();
    for (const [language, text] of [
      ['日本語', '6G候補帯域の共同研究'],
      ['English', 'Joint study of candidate bands for 6G'],
    ] as const) {
      await item.getByRole('button', { name: /^Translate/ }).click();
      await page
        .getByRole('group', { name: 'Language to translate into' })
        .getByRole('button', { name: language })
        .click();
      await page.getByRole('form').getByRole('textbox', { name: language }).first().waitFor();
      await page.getByRole('form').getByRole('textbox').first().fill(text);
      await page.getByRole('form').getByRole('button', { name: 'Save' }).click();
      await page.getByRole('form').waitFor({ state: 'detached' });
    }
    await says(page, 'Joint study of candidate bands for 6G');
    await page.context().close();
  });

  it('both heads read the list and sign the same text', async () => {
    for (const [account, language, sign, done] of [
      ['head.kr', 'ko', '서명', '서명하였습니다.'],
      ['head.jp', 'ja', '署名する', '署名しました。'],
    ] as const) {
      const page = await desk.open(account, language);
      await page.goto(`${sessionPath}/agenda`);
      await press(page, sign);
      await page.getByRole('dialog').getByRole('button', { name: sign, exact: true }).click();
      await says(page, done);
      await page.context().close();
    }
    const [row] = await desk.admin<{ hashes: number; keys: number }>(
      `select count(distinct content_hash)::int as hashes, count(*)::int as keys from forum.key_turn where cleared_at is null`,
    );
    expect(row).toEqual({ hashes: 1, keys: 2 });
  });

  it('a Japanese delegate reads it in Japanese on a 360 px screen, without scrolling sideways and without the Korean side’s notes', async () => {
    const page = await desk.open('delegate.jp', 'ja', phone);
    await page.goto(`${sessionPath}/agenda`);
    await says(page, '6G候補帯域の共同研究');
    expect(await page.locator('html').getAttribute('lang')).toBe('ja');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    expect(await page.getByRole('main').innerText()).not.toContain('우리 측 발언요지');
    await page.context().close();
  });

  it('the session is prepared by both secretariats, opened on its day and held', async () => {
    /** Each step: the button, and what the page says once it is done. */
    const take = async (
      account: string,
      language: 'ko' | 'ja',
      steps: readonly (readonly [string, string])[],
      path = sessionPath,
    ) => {
      const page = await desk.open(account, language);
      await page.goto(path);
      for (const [name, done] of steps) {
        await press(page, name);
        await says(page, done);
      }
      await page.context().close();
    };
    const lists = `${sessionPath}/delegations`;
    /** The secretariat names the head, the head approves, the secretariat submits. */
    const submitList = async (
      side: 'kr' | 'jp',
      words: Readonly<
        Record<'add' | 'post' | 'head' | 'role' | 'leads' | 'approve' | 'approved' | 'submit' | 'done', string>
      >,
    ) => {
      const language = side === 'kr' ? 'ko' : 'ja';
      const page = await desk.open(`secretariat.${side}`, language);
      await page.goto(lists);
      await press(page, words.add);
      const form = page.getByRole('form', { name: words.add });
      // Of a field that must be filled the label ends in a mark.
      const post = form.getByRole('combobox', { name: new RegExp(`^${words.post}`) });
      await post.locator('option', { hasText: words.head }).first().waitFor({ state: 'attached' });
      const labels = await post.locator('option').allInnerTexts();
      await post.selectOption({ label: labels.find((label) => label.includes(words.head)) ?? '' });
      await form.getByRole('combobox', { name: new RegExp(`^${words.role}`) }).selectOption({ label: words.leads });
      await form.getByRole('button', { name: words.add }).click();
      await form.waitFor({ state: 'detached' });
      await page.context().close();
      await take(`head.${side}`, language, [[words.approve, words.approved]], lists);
      await take(`secretariat.${side}`, language, [[words.submit, words.done]], lists);
    };
    await take('secretariat.kr', 'ko', [['준비 시작', '준비를 시작하였습니다.']]);
    await submitList('kr', {
      add: '대표단원 추가',
      post: '직위',
      head: '전파정책국장',
      role: '역할',
      leads: '수석대표',
      approve: '명단 승인',
      approved: '명단을 승인하였습니다.',
      submit: '명단 제출',
      done: '대표단 명단을 제출하였습니다.',
    });
    const arranging = await desk.open('secretariat.kr', 'ko');
    await arranging.goto(lists);
    await press(arranging, '통역 준비 입력');
    for (const [label, choice] of [
      ['통역 언어', '한국어 ↔ 일본어'],
      ['통역 방식', '순차통역'],
      ['통역 담당 측', '각 측이 자국 발언자 담당'],
    ] as const)
      await arranging
        .getByRole('form')
        .getByLabel(new RegExp(`^${label}`))
        .selectOption({ label: choice });
    await arranging.getByRole('form').getByRole('button', { name: '저장' }).click();
    await arranging.getByRole('form').waitFor({ state: 'detached' });
    await press(arranging, '통역 준비 확인');
    await says(arranging, '통역 준비를 확인하였습니다.');
    await arranging.context().close();
    await submitList('jp', {
      add: '代表団員を追加する',
      post: '職',
      head: '電波部長',
      role: '役割',
      leads: '首席代表',
      approve: '代表団名簿を承認する',
      approved: '名簿を承認しました。',
      submit: '代表団名簿を提出する',
      done: '代表団名簿を提出しました。',
    });
    await take('secretariat.jp', 'ja', [['準備完了とする', '準備完了としました。']]);
    await desk.setClock('2027-03-11T18:30:00+09:00');
    await take('secretariat.kr', 'ko', [
      ['개회', '개회하였습니다.'],
      ['개최 완료로 기록', '개최 완료로 기록하였습니다.'],
    ]);
    await desk.waitForRows(`select 1 from forum.session where code = 'IL-SE-2' and state = 'held'`);
  }, 120_000);

  it('an action for a Japanese post is recorded in three languages, for the commitment it serves', async () => {
    const page = await desk.open('secretariat.kr', 'ko');
    await page.goto(`${sessionPath}/actions`);
    await press(page, '후속조치 과제 등록');
    const form = page.getByRole('form');
    await form.getByLabel('제목(한국어)').fill('봄철 공동측정 결과 송부');
    await form.getByLabel('제목(日本語)').fill('春季の共同測定結果の送付');
    await form.getByLabel('제목(English)').fill('Send the results of the spring measurements');
    const owner = form.getByLabel('담당 직위');
    await owner.selectOption({
      label:
        (await owner.locator('option').allInnerTexts()).find((label) => label.includes('총무성 전파감시 담당과장')) ??
        '',
    });
    const commitment = form.getByLabel('합의사항');
    await commitment.selectOption({
      label: (await commitment.locator('option').allInnerTexts()).find((label) => label.includes('C2023-R1')) ?? '',
    });
    await form.getByLabel('기한').fill('2027-05-06');
    await form.getByRole('button', { name: '후속조치 과제 등록' }).click();
    const link = page.getByRole('link', { name: '봄철 공동측정 결과 송부' }).first();
    actionPath = (await link.getAttribute('href')) ?? '';
    await page.context().close();
  });

  it('its reminder arrives by SMTP in Japanese at 09:30 of the right working day; its link opens the item, which is reported done in three clicks', async () => {
    await desk.setClock('2027-04-22T09:30:01+09:00');
    const toOwner = () => sink.delivered.find((one) => one.envelope.to.includes('official.jp@forum.example'));
    await sink.waitForDelivered(1);
    for (let count = 1; toOwner() === undefined; count += 1) await sink.waitForDelivered(count);
    const mail = toOwner();
    expect(mail?.email.subject).toContain('期限のお知らせ');
    const link = /http:\/\/\S+\/actions\/\S+/.exec(mail?.email.text ?? '')?.[0] ?? '';
    expect(new URL(link).pathname).toBe(actionPath);
    const page = await desk.open('official.jp', 'ja');
    await page.goto(link);
    const form = page.getByRole('form', { name: /^完了を報告/ });
    await form.getByRole('textbox', { name: '説明' }).fill('測定結果報告書を送付済み');
    await form.getByRole('button', { name: /^完了を報告/ }).click();
    await says(page, '完了を報告しました。');
    await page.context().close();
  });

  it('the Korean side confirms, and the commitment page shows the chain', async () => {
    const page = await desk.open('secretariat.kr', 'ko');
    await page.goto(actionPath);
    await press(page, '완료 확인');
    await says(page, '완료를 확인하였습니다.');
    await page.locator('a[href^="/commitments/"]').first().click();
    const chain = page.locator('[data-kind]');
    await chain.first().waitFor();
    const kinds = await chain.evaluateAll((nodes) => nodes.map((node) => node.getAttribute('data-kind')));
    expect(kinds).toEqual(expect.arrayContaining(['clause', 'session', 'action', 'evidence', 'confirmation']));
    await page.context().close();
  });
});
