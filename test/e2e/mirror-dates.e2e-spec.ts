import type { Side } from '#core/kernel';
import type { DelegationsView } from '../../apps/api/src/delegations/delegations.views.js';
import type { DatePollView } from '../../apps/api/src/date-polls/date-polls.views.js';
import type { ProposalListView } from '../../apps/api/src/proposals/proposals.dto.js';
import type { SessionDetailView } from '../../apps/api/src/sessions/sessions.dto.js';
import { answered } from '../support/app.js';
import { comparable, mirrored, openMirroredDesk, viewsAt, type MirroredDesk, type Views } from '../support/mirror.js';

type Place = 'first' | 'second';

/** One desk on its way: the session that is proposed on it, its poll and its feeds. */
interface Journey extends MirroredDesk {
  newSession: string;
  poll: string;
  readonly feeds: string[];
}

const zones: Readonly<Record<Side, string>> = { kr: 'Asia/Seoul', jp: 'Asia/Tokyo' };
const watchers = ['secretariat.first', 'secretariat.second', 'delegate.second', 'company.first'];

/** Without a host the order of the sides on a neutral page is fixed, so only the sides look at the calendar. */
const calendar = 'calendar?from=2027-09-06&to=2027-09-19';

/** The second side hosts, since the first one did last. */
const termsOf = (desk: Journey, startDate: string): object => ({
  startDate,
  startTime: '10:00',
  endTime: '17:00',
  zone: zones[desk.second],
  place: { lang: 'en', text: 'in the capital', ko: 'somewhere', ja: 'somewhere' },
  country: desk.second.toUpperCase(),
  format: 'in_person',
  level: 'dg',
  hostSide: desk.second,
});

async function send(desk: Journey, name: string, path: string, body: object): Promise<void> {
  const client = await desk.as(name);
  const { etag } = await answered<SessionDetailView>(client.get(`sessions/${desk.newSession}`));
  await answered(client.post(`sessions/${desk.newSession}/${path}`, { etag, body }));
}

async function accept(desk: Journey, name: string): Promise<void> {
  const client = await desk.as(name);
  const { items } = await answered<ProposalListView>(client.get('proposals?state=open&waiting=me'));
  const [open] = items;
  await answered(client.post(`proposals/${open?.id ?? ''}/accept`, { body: { hash: open?.hash } }));
}

const listOf = (views: DelegationsView, side: Side) => views.lists.find((list) => list.side === side);

async function onList(desk: Journey, place: Place, name: string, path: string, body: object = {}): Promise<void> {
  const client = await desk.as(name);
  const lists = await answered<DelegationsView>(client.get(`sessions/${desk.newSession}/delegations`));
  const etag = listOf(lists, desk[place])?.etag ?? '';
  await answered(client.post(`sessions/${desk.newSession}/delegations/${path}`, { etag, body }));
}

async function fillList(desk: Journey, place: Place): Promise<void> {
  const secretariat = `secretariat.${place}`;
  const head = { postId: await desk.postOf(`head.${place}`), role: 'head' };
  const member = { postId: await desk.postOf(`delegate.${place}`), role: 'member' };
  await onList(desk, place, secretariat, 'members', head);
  await onList(desk, place, secretariat, 'members', member);
  await onList(desk, place, `head.${place}`, 'approve');
  await onList(desk, place, secretariat, 'submit');
}

async function onPoll(desk: Journey, name: string, path: string, body: object = {}): Promise<void> {
  const client = await desk.as(name);
  const { etag } = await answered<DatePollView>(client.get(`date-polls/${desk.poll}`));
  await answered(client.post(`date-polls/${desk.poll}/${path}`, { etag, body }));
}

async function answer(desk: Journey, place: Place, word: string): Promise<void> {
  const client = await desk.as(`secretariat.${place}`);
  const postId = await desk.postOf(`head.${place}`);
  const { etag, slots } = await answered<DatePollView>(client.get(`date-polls/${desk.poll}`));
  const participants = [{ postId, role: 'head' }];
  await answered(client.put(`date-polls/${desk.poll}/participants`, { etag, body: { participants } }));
  for (const slot of slots)
    await answered(
      (await desk.as(`head.${place}`)).put(`date-poll-slots/${slot.id}/answers/${postId}`, { body: { answer: word } }),
    );
  await onPoll(desk, `secretariat.${place}`, 'hand-over');
}

const stages: Readonly<Record<string, (desk: Journey) => Promise<void>>> = {
  'feeds of both and a draft of one': async (desk) => {
    for (const name of ['secretariat.first', 'secretariat.second', 'interpreter']) {
      const body = { kind: 'channel', channelId: desk.channelId, language: 'en' };
      const feed = await answered<{ address: string }>((await desk.as(name)).post('me/calendar-feeds', { body }));
      desk.feeds.push(new URL(feed.address).pathname);
    }
    const body = { channelId: desk.channelId, ...termsOf(desk, '2027-09-09') };
    const draft = await answered<SessionDetailView>((await desk.as('secretariat.first')).post('sessions', { body }));
    desk.newSession = draft.id;
  },
  'a proposal and the counter-proposal': async (desk) => {
    await send(desk, 'secretariat.first', 'propose', { reason: 'as last year' });
    await send(desk, 'secretariat.second', 'arrangement', termsOf(desk, '2027-09-16'));
  },
  'a date agreed': (desk) => accept(desk, 'secretariat.first'),
  'one delegation handed over, the other a draft': async (desk) => {
    await fillList(desk, 'second');
    await onList(desk, 'first', 'secretariat.first', 'members', {
      postId: await desk.postOf('official.first'),
      role: 'member',
    });
  },
  'a poll with the word of one side': async (desk) => {
    const body = {
      channelId: desk.channelId,
      zone: zones[desk.first],
      minutes: 120,
      format: 'online',
      deadline: '2027-06-30T17:00:00+09:00',
      slots: ['2027-07-14T10:00:00+09:00', '2027-07-15T10:00:00+09:00'],
    };
    const poll = await answered<DatePollView>((await desk.as('secretariat.second')).post('date-polls', { body }));
    desk.poll = poll.id;
    await onPoll(desk, 'secretariat.second', 'share');
    await answer(desk, 'second', 'yes');
  },
  'the words of both': (desk) => answer(desk, 'first', 'if_needed'),
  'a change of level asked for and the date put off': async (desk) => {
    await send(desk, 'secretariat.second', 'level', { level: 'vice_minister' });
    await send(desk, 'head.first', 'postpone', { lang: 'en', reason: 'the venue is closed' });
  },
  'called off': (desk) => send(desk, 'secretariat.second', 'cancel', { lang: 'en', reason: 'no date was found' }),
};

const pathsOf = (desk: Journey): string[] => {
  const session = `sessions/${desk.newSession}`;
  return [
    'home',
    'reminders',
    'channels',
    `channels/${desk.channelId}`,
    `channels/${desk.channelId}/next-session`,
    'sessions?when=upcoming',
    'proposals',
    calendar,
    session,
    `${session}/delegations`,
    `${session}/interpretation`,
    `${session}/programme`,
    `${session}/calendar.ics`,
    'date-polls',
    ...(desk.poll === '' ? [] : [`date-polls/${desk.poll}`]),
    ...desk.feeds,
  ];
};

/** As mirror.e2e-spec, on the way from a draft to a session that is called off: channels, sessions, delegations, polls and feeds. */
describe('finding a date, seen in a mirror', () => {
  let desks: Journey[];
  beforeAll(async () => {
    desks = (await Promise.all([openMirroredDesk('kr'), openMirroredDesk('jp')])).map((desk) => ({
      ...desk,
      newSession: desk.sessionId,
      poll: '',
      feeds: [],
    }));
  });
  afterAll(() => Promise.all(desks.map((desk) => desk.close())));

  it.each(Object.entries(stages))('is the same for %s', async (_name, stage) => {
    const [korean, japanese] = await Promise.all(
      desks.map(async (desk): Promise<Views> => {
        await stage(desk);
        const paths = pathsOf(desk);
        const neutral = paths.filter((path) => path !== calendar);
        return comparable({
          ...(await viewsAt(desk, watchers, paths)),
          ...(await viewsAt(desk, ['observer'], neutral)),
        });
      }),
    );
    expect(Object.keys(korean ?? {}).length).toBeGreaterThan(70);
    expect(mirrored(japanese ?? {})).toEqual(korean);
  });
});
