import type { Page } from 'playwright-core';
import type { Language } from '#core/kernel';
import { AgendaDesk } from '../support/agenda.js';
import { openTestDesk, type TestDesk } from '../support/browser.js';
import { saveSession } from '../support/factories/session.js';

const phone = { viewport: { width: 360, height: 780 }, isMobile: true, hasTouch: true };

/** The agenda as it is read and written: 11 March 2027, from 10:00 in Seoul. */
describe('the agenda through the browser', () => {
  let desk: TestDesk;
  let agenda: AgendaDesk;
  let path: string;
  let items: Record<'issues' | 'satellites' | 'research', string>;

  beforeAll(async () => {
    desk = await openTestDesk();
    await desk.setClock('2027-02-01T10:00:00+09:00');
    const { id } = await saveSession(desk);
    agenda = new AgendaDesk(desk, id);
    path = `/sessions/${id}/agenda`;
    const texts = {
      part: ['1부 주파수 협력', '第1部 周波数協力', 'Part 1: spectrum'],
      issues: ['간섭 사례 점검', '混信事案の確認', 'Review of interference cases'],
      lunch: ['오찬', '昼食', 'Lunch'],
      satellites: ['위성망 조정', '衛星網の調整', 'Coordination of satellite networks'],
      research: ['6G 공동연구', '6G共同研究', 'Joint study of 6G'],
    } as const;
    const ids = new Map<string, string>();
    for (const [name, [ko]] of Object.entries(texts)) {
      const kind = name === 'part' ? 'section' : name === 'lunch' ? 'break' : 'item';
      const over =
        kind === 'section'
          ? { kind, minutes: undefined, objective: undefined }
          : kind === 'break'
            ? { kind, minutes: 60, objective: undefined }
            : name === 'issues'
              ? { privateNote: '우리 측 발언요지: 3분기 이후로 제시' }
              : {};
      const known = new Set((await agenda.read('secretariat.kr')).items.map((item) => item.id));
      const added = await agenda.add('secretariat.kr', 'ko', ko, over);
      ids.set(name, added.items.find((item) => !known.has(item.id))?.id ?? '');
    }
    await agenda.exchange('secretariat.kr');
    for (const [name, [, ja, en]] of Object.entries(texts)) {
      await agenda.translate('interpreter', ids.get(name) ?? '', 'ja', ja);
      await agenda.translate('interpreter', ids.get(name) ?? '', 'en', en);
    }
    const idOf = (name: string): string => ids.get(name) ?? '';
    items = { issues: idOf('issues'), satellites: idOf('satellites'), research: idOf('research') };
  }, 90_000);
  afterAll(() => desk.close());

  const row = (page: Page, id: string) => page.locator(`#item-${id}`);
  const orderIn = async (page: Page): Promise<string[]> =>
    (await page.locator('li[data-kind] h2, li[data-kind] h3').allInnerTexts()).map((text) => text.trim());
  /** The handles come after the rows, for those who may move. */
  const gripOf = async (page: Page, id: string) => {
    const grip = row(page, id).locator('button[aria-describedby^="DndDescribedBy"]');
    await grip.waitFor();
    return grip;
  };

  it.each([
    ['delegate.kr', 'ko', '1부 주파수 협력', '간섭 사례 점검', '10:00~10:30', '다른 언어로 보기'],
    ['delegate.jp', 'ja', '第1部 周波数協力', '混信事案の確認', '10:00~10:30', '他の言語を表示'],
    ['delegate.kr', 'en', 'Part 1: spectrum', 'Review of interference cases', '10:00–10:30', 'Other languages'],
  ] as const)(
    'is read by %s in %s on a 360 px screen: sections as headings, times on the clock, the other languages folded',
    async (account, language: Language, section, title, time, others) => {
      const page = await desk.open(account, language, phone);
      await page.goto(path);
      await page.getByRole('heading', { level: 2, name: section }).waitFor();
      const item = row(page, items.issues);
      expect(await item.getByRole('heading', { level: 3 }).innerText()).toContain(title);
      expect(await item.innerText()).toContain(time);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
      const other = language === 'ko' ? '混信事案の確認' : '간섭 사례 점검';
      expect(await item.getByText(other).filter({ visible: true }).count()).toBe(0);
      await item.getByText(others).click();
      await item.getByText(other).filter({ visible: true }).waitFor();
      await page.context().close();
    },
  );

  it('shows a private note to its own side, visibly private, and not a letter of it to the other', async () => {
    const own = await desk.open('delegate.kr', 'ko');
    await own.goto(path);
    const note = row(own, items.issues).locator('.fd-private');
    expect(await note.innerText()).toMatch(/^발언요지\(내부\)\s+우리 측 발언요지: 3분기 이후로 제시/);
    await own.context().close();
    const other = await desk.open('secretariat.jp', 'ko');
    await other.goto(path);
    await row(other, items.issues).waitFor();
    expect(await other.locator('body').innerText()).not.toContain('3분기');
    expect(await other.content()).not.toContain('3분기');
    await other.context().close();
  });

  it.each([
    [
      'secretariat.kr',
      'ko',
      '6G 공동연구: 5개 중 5번째에서 이동을 시작합니다.',
      '5개 중 4번째 위치입니다.',
      '취소하였습니다',
    ],
    [
      'secretariat.jp',
      'ja',
      '6G共同研究の移動を開始しました。現在の位置は5件中5番目です。',
      '5件中4番目の位置です。',
      '取り消しました',
    ],
    ['secretariat.kr', 'en', 'Picked up Joint study of 6G. It is number 5 of 5.', 'at number 4 of 5.', 'Cancelled.'],
  ] as const)(
    'says to %s in %s what a key does while a row is moved',
    async (account, language, lifted, over, back) => {
      const page = await desk.open(account, language);
      await page.goto(path);
      const grip = await gripOf(page, items.research);
      const live = page.locator('[id^="DndLiveRegion"]');
      const heard = (text: string) => live.filter({ hasText: text }).waitFor({ state: 'attached' });
      await grip.focus();
      await page.keyboard.press('Space');
      await heard(lifted);
      await page.keyboard.press('ArrowUp');
      await heard(over);
      await page.keyboard.press('Escape');
      await heard(back);
      expect((await orderIn(page)).at(-1)).toContain('6G');
      await page.context().close();
    },
  );

  it('is put in order by keyboard alone, and the new order is kept', async () => {
    const page = await desk.open('secretariat.kr', 'ko');
    await page.goto(path);
    const grip = await gripOf(page, items.research);
    await grip.focus();
    await page.keyboard.press('Space');
    await page.locator('[id^="DndLiveRegion"]', { hasText: '이동을 시작합니다' }).waitFor({ state: 'attached' });
    await page.keyboard.press('ArrowUp');
    await page.locator('[id^="DndLiveRegion"]', { hasText: '4번째 위치' }).waitFor({ state: 'attached' });
    const moved = page.waitForResponse((answer) => answer.url().includes('/move'));
    await page.keyboard.press('Space');
    expect((await moved).status()).toBe(200);
    await page.waitForFunction(
      () => [...document.querySelectorAll('li[data-kind]')].at(-1)?.textContent.includes('위성망') === true,
    );
    const { items: now } = await agenda.read('secretariat.jp');
    expect(now.map(({ id }) => id).slice(-2)).toEqual([items.research, items.satellites]);
    await row(page, items.research)
      .getByRole('button', { name: /^더 보기/ })
      .click();
    await row(page, items.research).getByRole('button', { name: '아래로' }).click();
    await page.waitForFunction(
      () => [...document.querySelectorAll('li[data-kind]')].at(-1)?.textContent.includes('6G') === true,
    );
    await page.context().close();
  });

  it('is put in order by dragging', async () => {
    const page = await desk.open('secretariat.jp', 'ja', { viewport: { width: 1280, height: 1600 } });
    await page.goto(path);
    const grip = await gripOf(page, items.research);
    const from = await grip.boundingBox();
    const to = await row(page, items.satellites).boundingBox();
    if (!from || !to) throw new Error('a row is not on the page');
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await page.mouse.down();
    for (const step of [0.2, 0.6, 1]) {
      await page.mouse.move(from.x + 10, from.y + (to.y + 8 - from.y) * step);
    }
    const moved = page.waitForResponse((answer) => answer.url().includes('/move'));
    await page.mouse.up();
    expect((await moved).status()).toBe(200);
    const { items: now } = await agenda.read('secretariat.kr');
    expect(now.map(({ id }) => id).slice(-2)).toEqual([items.research, items.satellites]);
    await page.context().close();
  });

  it('two people write the same item: both texts stand side by side, each field is chosen, and nothing is lost', async () => {
    const first = await desk.open('secretariat.kr', 'ko');
    await first.goto(path);
    await row(first, items.issues).getByRole('button', { name: '수정' }).click();
    const form = first.getByRole('form', { name: '수정' });
    await form.getByLabel('제목(한국어)').fill('해안 간섭 사례 점검');
    await form.getByLabel('설명(한국어)').fill('부산과 대마도의 측정 결과를 검토한다.');

    await agenda.edit('head.kr', items.issues, {
      lang: 'ko',
      title: '간섭 사례 점검과 대책',
      description: '공동측정 일정을 정한다.',
      minutes: 45,
    });
    await form.getByRole('button', { name: '저장', exact: true }).click();
    const merge = form.getByRole('region', { name: '작성하는 동안 다른 사용자가 수정하였습니다' });
    await merge.waitFor();
    const shown = await merge.innerText();
    for (const text of ['해안 간섭 사례 점검', '간섭 사례 점검과 대책', '부산과 대마도', '공동측정 일정을 정한다.'])
      expect(shown).toContain(text);
    expect(await merge.locator('mark').allInnerTexts()).toEqual(
      expect.arrayContaining([expect.stringContaining('대책')]),
    );
    // What only the other changed is taken over; what was typed stands as it was.
    expect(await form.getByLabel('시간(분)').inputValue()).toBe('45');
    expect(await form.getByLabel('제목(한국어)').inputValue()).toBe('해안 간섭 사례 점검');

    const title = merge.getByRole('group', { name: '제목(한국어)' });
    await title.getByRole('button', { name: '저장된 문안 사용' }).click();
    expect(await form.getByLabel('제목(한국어)').inputValue()).toBe('간섭 사례 점검과 대책');
    await form.getByRole('button', { name: '저장', exact: true }).click();
    await form.waitFor({ state: 'detached' });
    const saved = (await agenda.read('head.kr')).items.find(({ id }) => id === items.issues);
    expect(saved).toMatchObject({
      minutes: 45,
      title: { all: { ko: { text: '간섭 사례 점검과 대책' } } },
      description: { all: { ko: { text: '부산과 대마도의 측정 결과를 검토한다.' } } },
    });
    await first.context().close();
  });

  it('a kept draft meets what was saved since, after a reload and a sign-in that ended', async () => {
    const page = await desk.open('secretariat.kr', 'ko');
    await page.goto(path);
    await row(page, items.research).getByRole('button', { name: '수정' }).click();
    const form = page.getByRole('form', { name: '수정' });
    await form.getByLabel('제목(한국어)').fill('6G 후보대역 공동연구');
    await page.waitForFunction(() => JSON.stringify(window.localStorage).includes('후보대역'));
    await agenda.edit('head.kr', items.research, { lang: 'ko', title: '6G 공동연구 추진' });
    await page.context().clearCookies();
    await page.reload();
    await page.waitForURL(/\/sign-in/);
    await page.getByLabel('전자우편').fill('secretariat.kr@forum.example');
    await page
      .getByLabel(/^비밀번호/)
      .first()
      .fill('forum-desk-demo');
    await page.getByRole('button', { name: '로그인', exact: true }).click();
    await row(page, items.research).getByRole('button', { name: '수정' }).click();
    const merge = page.getByRole('region', { name: '작성하는 동안 다른 사용자가 수정하였습니다' });
    await merge.waitFor();
    expect(await merge.innerText()).toContain('6G 공동연구 추진');
    expect(await form.getByLabel('제목(한국어)').inputValue()).toBe('6G 후보대역 공동연구');
    await page.context().close();
  });

  it('Enter while a syllable is composed sends nothing', async () => {
    const page = await desk.open('secretariat.kr', 'ko');
    await page.goto(path);
    await page.getByRole('button', { name: '안건 추가', exact: true }).click();
    const title = page.getByRole('form', { name: '안건 추가' }).getByLabel('제목(한국어)');
    await title.focus();
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().includes('/agenda/items')) sent.push(request.url());
    });
    const keys = await page.context().newCDPSession(page);
    await keys.send('Input.imeSetComposition', { text: '의제', selectionStart: 2, selectionEnd: 2 });
    await page.keyboard.press('Enter');
    // Had this Enter sent the form, there would be two requests in the end.
    await keys.send('Input.insertText', { text: '의제' });
    await page.keyboard.press('Enter');
    await page.waitForResponse((answer) => answer.url().includes('/agenda/items'));
    expect(sent).toHaveLength(1);
    await page.context().close();
  });
});
