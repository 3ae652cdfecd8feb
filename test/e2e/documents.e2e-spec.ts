import { historicText, LANGUAGES, newId, pair, type Language, type Viewer } from '#core/kernel';
import { insertAction } from '#forum/actions';
import type { AgendaView } from '../../apps/api/src/agenda/agenda.views.js';
import type { DelegationsView } from '../../apps/api/src/delegations/delegations.views.js';
import { workerActor } from '../support/actors.js';
import { answered, createTestApp, type TestApp, type TestClient } from '../support/app.js';
import { askForDelegation, submitDelegation } from '../support/delegation.js';
import { saveSession } from '../support/factories/session.js';
import { readPdf, withoutSpace } from '../support/read-pdf.js';

const items = 20;

/** What item `n` is called; the others are made of it so that every text is its own. */
const titles: Record<Language, (n: number) => string> = {
  ko: (n) => `${String(n)}차 이동통신 주파수 정책`,
  ja: (n) => `移動通信の周波数政策その${String(n)}`,
  en: (n) => `Mobile spectrum policies, part ${String(n)}`,
};
const details: Record<Language, string> = {
  ko: '806~821 MHz 대역의 직접파 간섭(直·令·骨)을 설명하고 대책을 논의한다.',
  ja: '806~821 MHz帯の直接波干渉(直・令・骨)を説明し、対策を協議する。',
  en: 'Both sides explain interference in 806–821 MHz (直, 令, 骨) and discuss what to do.',
};

describe('the documents of a session', () => {
  let test: TestApp;
  let korea: TestClient;
  let japan: TestClient;
  let session: { id: string; channelId: string; agendaId: string };

  beforeAll(async () => {
    test = await createTestApp();
    [korea, japan] = await Promise.all([test.as('secretariat.kr'), test.as('secretariat.jp')]);
    session = await saveSession(test);
    await namePair(session.channelId);
    await saveItems(session.agendaId);
  });
  afterAll(() => test.close());

  /** A channel whose name has the pair of countries in it, as most have, in each side's own order or one for both. */
  async function namePair(channelId: string): Promise<void> {
    for (const [lang, name] of [
      ['ko', `${pair('kr', 'ko')} 전파국장회의`],
      ['ja', `${pair('jp', 'ja')}電波局長級会合`],
      ['en', `${pair('kr', 'en')} Radio Directors-General Meeting`],
    ] as const) {
      await test.admin(`update forum.channel_name set text = $3 where channel_id = $1 and language = $2`, [
        channelId,
        lang,
        name,
      ]);
    }
  }

  async function saveItems(agendaId: string): Promise<void> {
    await test.admin(`update forum.agenda set state = 'exchanged', audience = 'joint' where id = $1`, [agendaId]);
    for (let n = 1; n <= items; n += 1) {
      const texts = (words: (lang: Language) => string) =>
        historicText({ ko: words('ko'), ja: words('ja'), en: words('en') }, n % 2 === 0 ? 'ja' : 'ko');
      await test.admin(
        `insert into forum.agenda_item (id, agenda_id, position, kind, proposer_side, lead_side, minutes, objective, title, description, state, audience)
         values ($1, $2, $3, 'item', $4, $4, 15, 'discuss', $5, $6, 'exchanged', 'joint')`,
        [
          newId(),
          agendaId,
          n,
          n % 2 === 0 ? 'jp' : 'kr',
          texts((lang) => (n === 1 ? `${titles[lang](n)} {PAIR}: {PARTY1} / {PARTY2}` : titles[lang](n))),
          n % 5 === 0 ? texts((lang) => details[lang]) : null,
        ],
      );
    }
  }

  const ask = (client: TestClient, file: string, query = '', language?: Language) =>
    client.get(
      `sessions/${session.id}/documents/${file}${query === '' ? '' : `?${query}`}`,
      language ? { language } : {},
    );
  const pdfOf = async (client: TestClient, query: string, kind = 'agenda') => {
    const answer = await ask(client, `${kind}.pdf`, query);
    expect({ status: answer.statusCode, type: answer.headers['content-type'] }).toEqual({
      status: 200,
      type: 'application/pdf',
    });
    return readPdf(answer.rawPayload);
  };
  const pageOf = async (client: TestClient, query: string, kind = 'agenda'): Promise<string> => {
    const answer = await ask(client, `${kind}.html`, query);
    expect(answer.statusCode).toBe(200);
    return answer.body;
  };
  const agendaFor = (client: TestClient): Promise<AgendaView> =>
    answered(client.get(`sessions/${session.id}/agenda?texts=all`));

  it.each([['ko'], ['ja'], ['en']] as [Language][])(
    'print a 20-item agenda in %s: every word once, in order',
    async (lang) => {
      const pdf = await pdfOf(korea, `languages=${lang}&copy=neutral`);
      const { hash, version } = await agendaFor(korea);
      let from = 0;
      for (let n = 1; n <= items; n += 1) {
        const title = withoutSpace(titles[lang](n));
        const at = pdf.text.indexOf(title, from);
        expect({ n, found: at >= from }).toEqual({ n, found: true });
        if (n % 5 === 0) expect(pdf.text.slice(at, at + 400)).toContain(withoutSpace(details[lang]));
        from = at + title.length;
      }
      expect(pdf).toMatchObject({ lang, tagged: true, allFontsEmbedded: true });
      expect(pdf.pages).toBeGreaterThan(1);
      for (const [index, margin] of pdf.margins.entries()) {
        expect(margin).toContain(`${String(index + 1)}/${String(pdf.pages)}`);
        expect(margin).toContain(hash ?? 'no hash');
      }
      expect(version).toBe(0);
      expect(pdf.text.endsWith({ ko: '끝.', ja: '以上', en: 'Japaneseside' }[lang])).toBe(true);
    },
  );

  it('print three languages in columns, each run told in its language, the head on every page', async () => {
    const pdf = await pdfOf(japan, 'languages=en,ja,ko&copy=jp');
    for (let n = 2; n <= items; n += 1) {
      const row = LANGUAGES.map((lang) => pdf.text.indexOf(withoutSpace(titles[lang](n))));
      const [ko = -1, ja = -1, en = -1] = row;
      expect({ n, inOrder: ja >= 0 && ja < ko && ko < en }).toEqual({ n, inOrder: true });
    }
    expect(pdf.lang).toBe('ko');
    expect(pdf.languages).toEqual(expect.arrayContaining(['en', 'ja']));
    expect(pdf.fonts.map((name) => name.slice(7))).toEqual(
      expect.arrayContaining(['NotoSansJP-Regular', 'NotoSansKR-Regular']),
    );
    for (const margin of pdf.margins.slice(1)) expect(margin).toContain('時間');
  });

  it('differ between the copies in tokens only (acceptance case 2)', async () => {
    for (const lang of LANGUAGES) {
      const [kr, jp, neutral] = await Promise.all(
        (['kr', 'jp', 'neutral'] as const).map((copy) => pageOf(korea, `languages=${lang}&copy=${copy}`)),
      );
      const party = {
        ko: ['대한민국', '일본국'],
        ja: ['大韓民国', '日本国'],
        en: ['the Republic of Korea', 'Japan'],
      }[lang];
      const blank = (page: string, copy: Viewer): string => {
        const [first = 0, second = 1] = copy === 'jp' ? [1, 0] : [0, 1];
        return page
          .replace(/<header>.*<\/header>/u, '')
          .replaceAll(pair(copy, lang), '{PAIR}')
          .replaceAll(`<strong>${party[first] ?? ''}</strong>`, '{PARTY1}')
          .replaceAll(`<strong>${party[second] ?? ''}</strong>`, '{PARTY2}');
      };
      expect(blank(jp ?? '', 'jp')).toBe(blank(kr ?? '', 'kr'));
      expect(blank(neutral ?? '', 'neutral')).toBe(blank(kr ?? '', 'kr'));
      expect(kr).not.toBe(jp);
      const labels = [kr, jp, neutral].map((page) => /<header>(.*)<\/header>/u.exec(page ?? '')?.[1] ?? '');
      expect(labels.map((label) => label.replace(/^<p>.*?<\/p>/u, ''))).toEqual([labels[2], labels[2], labels[2]]);
    }
  });

  it('print both orders of the pair in an English title on the neutral copy, and each side’s own on its own', async () => {
    const title = async (copy: Viewer) =>
      /<title>([^<]*)</u.exec(await pageOf(japan, `languages=en&copy=${copy}`))?.[1];
    expect(await title('neutral')).toContain(`${pair('kr', 'en')} / ${pair('jp', 'en')} Radio`);
    expect(await title('jp')).toContain(`7th ${pair('jp', 'en')} Radio`);
    const japanese = async (copy: Viewer) => (await pdfOf(korea, `languages=ja&copy=${copy}`)).title;
    expect(await japanese('kr')).toContain(pair('kr', 'ja'));
    expect(await japanese('jp')).toContain(pair('jp', 'ja'));
  });

  it('number, date and end as each country does', async () => {
    const [ko, ja, en] = await Promise.all(LANGUAGES.map((lang) => pageOf(korea, `languages=${lang}&copy=neutral`)));
    expect(ko).toContain('2027. 3. 11.(목) 10:00~17:00 (KST, UTC+9)');
    expect(ja).toContain('令和9年3月11日(木) 10:00~17:00 (KST, UTC+9)');
    expect(en).toContain('11 March 2027 (Thu.) 10:00–17:00 (KST, UTC+9)');
    const numbers = [ko, ja, en].map((page) => page?.match(/<td class="center"><p>(\d+\.?)<\/p>/gu)?.[1]);
    expect(numbers.map((cell) => cell?.replace(/<[^>]*>/gu, ''))).toEqual(['2.', '2', '2.']);
  });

  describe('keep to themselves', () => {
    const secret = '우리 측만 아는 안건';
    const note = '우리 측 발언요지';

    beforeAll(async () => {
      const body = { lang: 'ko', title: secret, minutes: 30, objective: 'decide', privateNote: note };
      await answered(korea.post(`sessions/${session.id}/agenda/items`, { body }));
      const [shared] = (await agendaFor(korea)).items;
      const at = { etag: shared?.etag ?? '', body: { lang: 'ko', privateNote: `${note} 공유 안건` } };
      await answered(korea.patch(`agenda-items/${shared?.id ?? ''}`, at));
    });

    it('what a side has not shown, in every format and copy, even when that side prints it', async () => {
      for (const client of [korea, japan, await test.as('interpreter'), await test.as('auditor')]) {
        for (const copy of ['kr', 'jp', 'neutral']) {
          const query = `languages=ko,ja,en&copy=${copy}`;
          const page = await pageOf(client, query);
          expect(page).not.toMatch(/아는 안건|발언요지/u);
        }
      }
      const pdf = await pdfOf(korea, 'languages=ko&copy=kr');
      expect(pdf.text + pdf.margins.join('')).not.toMatch(/아는안건|발언요지|내부/u);
      const [own, other] = await Promise.all(
        [korea, japan].map((client) => ask(client, 'agenda.html', 'languages=ko&copy=kr')),
      );
      expect(own?.headers['etag']).toBe(other?.headers['etag']);
    });

    it('but print it for the side that asks for its own notes, marked on every page', async () => {
      const pdf = await pdfOf(korea, 'languages=ko&notes=own');
      expect(pdf.text).toContain(withoutSpace(secret));
      expect(pdf.text).toContain(withoutSpace(`${note} 공유 안건`));
      for (const margin of pdf.margins) expect(margin).toContain('내부용');
      const japanese = await pdfOf(japan, 'languages=ko&notes=own');
      expect(japanese.text).not.toMatch(/아는안건|발언요지/u);
    });

    it('and never on the other side’s copy', async () => {
      for (const [language, words] of [
        ['ko', '우리 측 보관용'],
        ['ja', '自国側の保管用'],
        ['en', 'own side’s copy'],
      ] as const) {
        const answer = await ask(korea, 'agenda.pdf', 'notes=own&copy=jp', language);
        expect({ status: answer.statusCode, ...answer.json<{ code: string }>() }).toMatchObject({
          status: 422,
          code: 'documents.notesOnOwnCopyOnly',
        });
        expect(answer.body).toContain(words);
      }
      expect((await ask(await test.as('interpreter'), 'agenda.pdf', 'notes=own')).statusCode).toBe(403);
    });
  });

  it('list the participants as each side gave them, the own side left, and nobody’s needs', async () => {
    await submitDelegation(test, session.id, 'kr');
    await askForDelegation(test, session.id, 'jp');
    const { lists } = await answered<DelegationsView>(japan.get(`sessions/${session.id}/delegations`));
    const head = lists[0]?.members[0];
    await answered(
      japan.put(`delegation-members/${head?.id ?? ''}/needs`, {
        etag: head?.needs?.etag ?? '"0"',
        body: { diet: 'SECRETDIET', access: '' },
      }),
    );
    const own = await pageOf(korea, 'languages=ko', 'participants');
    const other = await pageOf(japan, 'languages=ja', 'participants');
    const internal = await pageOf(japan, 'languages=ja&notes=own', 'participants');
    expect(own).toContain('수석대표');
    expect(own.indexOf('한국 측</strong>')).toBeLessThan(own.indexOf('일본 측</strong>'));
    expect(other.indexOf('日本側</strong>')).toBeLessThan(other.indexOf('韓国側</strong>'));
    expect(other.match(/首席代表/gu)).toHaveLength(1);
    expect(internal.match(/首席代表/gu)).toHaveLength(2);
    for (const page of [own, other, internal]) expect(page).not.toContain('SECRETDIET');
    const columns = await pdfOf(korea, 'languages=ko,ja,en', 'participants');
    expect(columns.text).toContain('한국측/韓国側/Koreanside');
  });

  it('table the actions of the session, and own ones only on the own print', async () => {
    const [post] = await test.admin<{ id: string }>(
      `select id from forum.post where side = 'kr' order by rank, id limit 1`,
    );
    for (const joint of [true, false]) {
      const words = joint ? '함께하는 과제' : '우리만의 과제';
      await test.database.runInTx(workerActor, (tx) =>
        insertAction(tx, {
          series: '2027-T7',
          sessionId: session.id,
          channelId: session.channelId,
          commitmentId: null,
          title: historicText({ ko: words }, 'ko'),
          owners: [{ id: post?.id ?? '', side: 'kr' }],
          due: '2027-05-06',
          state: 'open',
          joint,
          audience: joint ? 'joint' : 'kr',
          illustrative: false,
        }),
      );
    }
    const shared = await pdfOf(korea, 'languages=ko', 'actions');
    expect(shared.text).toContain('2027-T7-A1함께하는과제');
    expect(shared.text).toContain('2027.5.6.(목)');
    expect(shared.text).not.toContain('우리만의');
    expect((await pdfOf(korea, 'languages=ko&notes=own', 'actions')).text).toContain('우리만의과제');
    expect((await pdfOf(japan, 'languages=ko&notes=own', 'actions')).text).not.toContain('우리만의');
    const japanese = await pageOf(japan, 'languages=ja', 'actions');
    expect(japanese).toContain('[韓国語原文]');
    expect(japanese).toContain('<span lang="ko">함께하는 과제</span>');
    expect(japanese).toContain('令和9年5月6日(木)');
  });

  it('are files with names for every computer, told apart by their content', async () => {
    const word = await ask(korea, 'agenda.docx', 'languages=ko,ja&copy=kr');
    expect(word.headers['content-disposition']).toMatch(/^attachment; filename=".*\.docx"; filename\*=UTF-8''/u);
    expect(decodeURIComponent(String(word.headers['content-disposition']))).toContain(
      `제7차 ${pair('kr', 'ko')} 전파국장회의 의제(안)`,
    );
    expect(word.rawPayload.subarray(0, 2).toString()).toBe('PK');
    const again = await korea.get(`sessions/${session.id}/documents/agenda.docx?languages=ko,ja&copy=kr`, {
      headers: { 'if-none-match': String(word.headers['etag']) },
    });
    expect({ status: again.statusCode, bytes: again.rawPayload.length }).toEqual({ status: 304, bytes: 0 });
    const other = await ask(korea, 'agenda.docx', 'languages=ko,ja&copy=jp');
    expect(other.headers['etag']).not.toBe(word.headers['etag']);
  });

  it('are shown as pages that can run nothing', async () => {
    const page = await ask(korea, 'agenda.html', 'languages=ko');
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.headers['content-disposition']).toMatch(/^inline/u);
    expect(page.headers['content-security-policy']).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox allow-modals",
    );
    expect(page.headers['cache-control']).toBe('private, no-cache');
    expect(page.headers['content-language']).toBe('ko');
  });

  it('are refused alike where there is nothing to know of, and asked for with care', async () => {
    const missing = await korea.get(`sessions/${newId()}/documents/agenda.pdf`);
    expect({ status: missing.statusCode, code: missing.json<{ code: string }>().code }).toEqual({
      status: 404,
      code: 'sessions.notFound',
    });
    for (const file of [
      'minutes.pdf',
      'agenda.exe',
      'agenda',
      'agenda.pdf.html',
      'constructor.pdf',
      '..%2fagenda.pdf',
    ]) {
      expect({ file, status: (await ask(korea, file)).statusCode }).toEqual({ file, status: 404 });
    }
    for (const query of ['languages=xx', 'copy=cn', 'notes=all', 'languages=ko,ja,en,ko', 'languages=', 'size=a3']) {
      expect({ query, status: (await ask(korea, 'agenda.pdf', query)).statusCode }).toEqual({ query, status: 400 });
    }
    expect((await test.anonymous.get(`sessions/${session.id}/documents/agenda.pdf`)).statusCode).toBe(401);
    const company = await (await test.as('company.kr')).get(`sessions/${session.id}/documents/participants.html`);
    expect(company.statusCode).toBe(404);
  });
});
