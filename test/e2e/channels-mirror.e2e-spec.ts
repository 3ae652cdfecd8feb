import type { Side } from '#core/kernel';
import type { ChannelDetailView } from '../../apps/api/src/channels/channels.dto.js';
import type { ProposalListView } from '../../apps/api/src/proposals/proposals.dto.js';
import { comparable, mirrored, openMirroredDesk, type MirroredDesk, type Views } from '../support/mirror.js';

const own = (side: Side): string => (side === 'kr' ? 'ko' : 'ja');

/** A channel from its draft to the suspension by one side, as `first` and `second` live it; what everybody sees after each step. */
async function liveThrough(desk: MirroredDesk): Promise<Views> {
  const [first, second] = [await desk.as('secretariat.first'), await desk.as('secretariat.second')];
  const names = [
    { language: own(desk.first), text: 'as the first calls it' },
    { language: 'en', text: 'as both call it' },
  ];
  const body = { lang: own(desk.first), names, level: 'dg', cadenceMonths: 12 };
  const { id } = (await first.post('channels', { body })).json<ChannelDetailView>();
  const views: Views = {};
  const look = async (step: string): Promise<void> => {
    for (const name of ['secretariat.first', 'head.first', 'delegate.second', 'secretariat.second', 'observer']) {
      const client = await desk.as(name);
      for (const path of [`channels/${id}`, 'channels', 'channels/timeline', `proposals?subjectId=${id}`]) {
        const answer = await client.get(path, { language: 'en' });
        views[`${step} ${name} ${path.replace(id, '{id}')}`] = {
          status: answer.statusCode,
          body: answer.json<unknown>(),
        };
      }
    }
  };
  const act = async (client: typeof first, path: string, input: object): Promise<void> => {
    const { etag } = (await client.get(`channels/${id}`)).json<{ etag?: string }>();
    const answer = await client.post(`channels/${id}/${path}`, { etag: etag ?? '', body: input });
    if (answer.statusCode !== 200) throw new Error(`${path} ${answer.body}`);
  };
  const accept = async (client: typeof first): Promise<void> => {
    const [open] = (await client.get(`proposals?subjectId=${id}&state=open`)).json<ProposalListView>().items;
    const answer = await client.post(`proposals/${open?.id ?? ''}/accept`, { body: { hash: open?.hash ?? '' } });
    if (answer.statusCode !== 200) throw new Error(answer.body);
  };
  await look('draft');
  const reference = { kind: 'citation', text: 'minutes of the first meeting' };
  await act(first, 'proposals/agreement', { lang: 'en', reference });
  await look('proposed');
  await accept(second);
  await look('agreed');
  await act(second, 'own-name', { language: own(desk.second), text: 'as the second calls it', from: '2027-05-20' });
  await look('named');
  await act(first, 'proposals/spawn', {
    lang: 'en',
    names,
    level: 'minister',
    reference,
    why: 'ministers asked for it',
  });
  await accept(second);
  await look('spawned');
  await desk.test.admin(`update forum.channel set state = 'active' where id = $1`, [id]);
  await act(second, 'suspend', { lang: own(desk.second), reason: 'a reason of the second' });
  await look('suspended');
  await act(first, 'proposals/resumption', { lang: 'en', why: 'the reason is gone' });
  await accept(second);
  await look('resumed');
  // The kind of a name holds its side's code: parted, so that it is mirrored like every other.
  return comparable(JSON.parse(JSON.stringify(views).replaceAll('official_', 'official ')) as Views);
}

/** domain.md 7: swap the sides, and every view is the mirror image. */
describe('channels seen in a mirror', () => {
  let desks: MirroredDesk[];
  beforeAll(async () => {
    desks = await Promise.all([openMirroredDesk('kr'), openMirroredDesk('jp')]);
  });
  afterAll(() => Promise.all(desks.map((desk) => desk.close())));

  it('are the same from draft to resumption, whoever begins', async () => {
    const [korean, japanese] = await Promise.all(desks.map(liveThrough));
    expect(Object.keys(korean ?? {})).toHaveLength(7 * 5 * 4);
    expect(mirrored(japanese ?? {})).toEqual(korean);
  });
});
