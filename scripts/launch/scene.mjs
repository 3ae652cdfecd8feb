/** A desk at work, made over the API as people would: an agenda in three languages that one side has signed. */

const password = 'forum-desk-demo';

/** What Seoul adds to the agenda that the record brings along. */
const added = {
  minutes: 15,
  objective: 'decide',
  ko: '공동 측정 일정',
  ja: '共同測定の日程',
  en: 'Schedule of joint measurements',
};

/** Signs a demo account in. @returns {Promise<{ cookie: { name: string, value: string }, ask: Function }>} */
export async function signIn(address, account) {
  const answer = await fetch(`${address}/api/v1/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: `${account}@forum.example`, password }),
  });
  const [name = '', value = ''] = (answer.headers.getSetCookie()[0] ?? '').split(';')[0].split(/=(.*)/s);
  const ask = async (method, path, { body, etag } = {}) => {
    const response = await fetch(`${address}/api/v1/${path}`, {
      method,
      headers: {
        cookie: `${name}=${value}`,
        ...(etag === undefined ? {} : { 'if-match': etag }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status} ${text}`);
    return text === '' ? null : JSON.parse(text);
  };
  return { cookie: { name, value }, ask };
}

/** @returns {Promise<string>} id of the session whose agenda Seoul has signed and Tokyo has not */
export async function prepareScene(address) {
  const [secretariat, interpreter, head] = await Promise.all(
    ['secretariat.kr', 'interpreter', 'head.kr'].map((account) => signIn(address, account)),
  );
  const sessions = (await secretariat.ask('GET', 'sessions?when=upcoming')).items;
  const session = sessions.find((one) => one.code === 'IL-SE-2');
  if (!session) throw new Error('the record has no session IL-SE-2');
  const path = `sessions/${session.id}`;

  const detail = await secretariat.ask('GET', path);
  if (detail.allowedActions.some((one) => one.action === 'start-preparing' && one.allowed)) {
    await secretariat.ask('POST', `${path}/steps`, { etag: detail.etag, body: { action: 'start-preparing' } });
  }
  const { minutes, objective, ko, ...translations } = added;
  await secretariat.ask('POST', `${path}/agenda/items`, { body: { title: ko, lang: 'ko', minutes, objective } });
  const drafted = await secretariat.ask('GET', `${path}/agenda`);
  await secretariat.ask('POST', `${path}/agenda/exchange`, { etag: drafted.etag });
  for (const [lang, text] of Object.entries(translations)) {
    const agenda = await interpreter.ask('GET', `${path}/agenda`);
    const item = agenda.items.find(
      (one) => one.title.text === ko || Object.values(translations).includes(one.title.text),
    );
    await interpreter.ask('PUT', `agenda-items/${item.id}/texts/title/${lang}`, {
      etag: item.etag,
      body: { text, status: 'checked', ofRevision: item.title.revision },
    });
  }
  const ready = await head.ask('GET', `${path}/agenda`);
  await head.ask('POST', `${path}/agenda/sign`, { etag: ready.etag, body: { hash: ready.hash } });
  return session.id;
}
