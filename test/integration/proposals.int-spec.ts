import { DomainError, newText, type Actor } from '#core/kernel';
import {
  AcceptProposal,
  closeOpenProposals,
  defineProposal,
  findProposal,
  listProposals,
  onAccepted,
  openProposal,
  openProposalsOf,
  RefuseProposal,
  WithdrawProposal,
  type ProposalRow,
} from '#forum/two-key';
import { demoActor } from '../support/actors.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

interface Words {
  readonly text: string;
  readonly place: ReturnType<typeof newText>;
}

const wording = defineProposal<Words>('spec.wording', 'channel');
const contents = (text: string): Words => ({ text, place: newText('ko', '서울') });

describe('a proposal in the database', () => {
  let test: TestDatabase;
  let subjectId: string;
  let kr: Actor;
  let jp: Actor;
  let made: string[];

  beforeAll(async () => {
    test = await createTestDatabase('record');
    [kr, jp] = [await demoActor(test, 'secretariat.kr'), await demoActor(test, 'head.jp')];
    const [row] = await test.admin<{ id: string }>(`select id from forum.channel where code = 'CH-DPF'`);
    subjectId = row?.id ?? '';
    onAccepted(wording, async (tx, accepted) => {
      if (accepted.content.text === 'impossible') throw new Error('the change cannot be made');
      made.push(`${accepted.proposedBy}: ${accepted.content.text}`);
      await tx.query('select 1');
    });
  });
  beforeEach(async () => {
    made = [];
    await test.admin(`delete from forum.proposal`);
  });
  afterAll(() => test.close());

  const open = (actor: Actor, text: string) =>
    test.database.runInTx(actor, async (tx) => {
      await tx.query('select id from forum.channel where id = $1 for update', [subjectId]);
      return openProposal(tx, wording, subjectId, contents(text), { reason: 'why' });
    });
  const read = async (id: string): Promise<ProposalRow> => {
    const row = await findProposal(test.database.reader(jp), id);
    if (!row) throw new Error('the proposal is not visible');
    return row;
  };
  const accept = (actor: Actor, id: string, hash: string) =>
    new AcceptProposal(test.database).run(actor, { proposalId: id, hash });
  const codeOf = (done: Promise<unknown>) =>
    done.then(
      () => 'done',
      (error: unknown) => (error instanceof DomainError ? error.code : String(error)),
    );
  const keysOn = (id: string) =>
    test.admin(
      `select side, content_hash as hash from forum.key_turn where subject_id = $1 and cleared_at is null order by side`,
      [id],
    );

  it('takes effect when the other side turns its key on the same content', async () => {
    const id = await open(kr, 'one');
    const { hash } = await read(id);
    expect(await keysOn(id)).toEqual([{ side: 'kr', hash }]);
    expect(made).toEqual([]);
    await accept(jp, id, hash);
    expect(made).toEqual(['kr: one']);
    expect(await read(id)).toMatchObject({
      state: 'accepted',
      decidedBy: 'jp',
      reason: 'why',
      content: contents('one'),
    });
    expect(await keysOn(id)).toEqual([
      { side: 'jp', hash },
      { side: 'kr', hash },
    ]);
  });

  it('is not accepted by its own side, by who turns no keys, on another hash, or twice', async () => {
    const id = await open(kr, 'one');
    const { hash } = await read(id);
    expect(await codeOf(accept(kr, id, hash))).toBe('common.forbidden');
    expect(await codeOf(accept(await demoActor(test, 'head.kr'), id, hash))).toBe('common.forbidden');
    expect(await codeOf(accept(await demoActor(test, 'delegate.jp'), id, hash))).toBe('common.forbidden');
    expect(await codeOf(accept(await demoActor(test, 'admin'), id, hash))).toBe('two-key.proposalNotFound');
    expect(await codeOf(accept(jp, id, '0'.repeat(64)))).toBe('two-key.contentChanged');
    expect(made).toEqual([]);
    await accept(jp, id, hash);
    expect(await codeOf(accept(jp, id, hash))).toBe('common.wrongState');
    expect(made).toEqual(['kr: one']);
  });

  it('whose content was changed behind its hash is refused', async () => {
    const id = await open(kr, 'one');
    const { hash } = await read(id);
    await test.admin(`update forum.proposal set content = jsonb_set(content, '{text}', '"two"') where id = $1`, [id]);
    expect(await codeOf(accept(jp, id, hash))).toBe('two-key.contentChanged');
    expect(made).toEqual([]);
  });

  it('stays open with nothing changed when its change cannot be made', async () => {
    const id = await open(kr, 'impossible');
    const { hash } = await read(id);
    await expect(accept(jp, id, hash)).rejects.toThrow('cannot be made');
    expect((await read(id)).state).toBe('open');
    expect(await keysOn(id)).toEqual([{ side: 'kr', hash }]);
  });

  it('gives way to a counter-proposal, which needs the first side’s key', async () => {
    const first = await open(kr, 'one');
    const second = await open(jp, 'two');
    expect(await read(first)).toMatchObject({ state: 'superseded', replacedById: second });
    expect(await codeOf(accept(jp, second, (await read(second)).hash))).toBe('common.forbidden');
    await accept(kr, second, (await read(second)).hash);
    expect(made).toEqual(['jp: two']);
  });

  it('is not made twice with the same content', async () => {
    await open(kr, 'one');
    expect(await codeOf(open(kr, 'one'))).toBe('two-key.alreadyProposed');
    expect(await codeOf(open(jp, 'one'))).toBe('two-key.alreadyProposed');
  });

  it('may be refused by the other side with a reason and taken back by its own', async () => {
    const refused = await open(kr, 'one');
    expect(await codeOf(new RefuseProposal(test.database).run(kr, { proposalId: refused, reason: null }))).toBe(
      'common.forbidden',
    );
    await new RefuseProposal(test.database).run(jp, { proposalId: refused, reason: 'too early' });
    expect(await read(refused)).toMatchObject({ state: 'refused', decidedBy: 'jp', decisionReason: 'too early' });
    expect(await keysOn(refused)).toEqual([]);
    const withdrawn = await open(kr, 'one');
    expect(await codeOf(new WithdrawProposal(test.database).run(jp, { proposalId: withdrawn }))).toBe(
      'common.forbidden',
    );
    await new WithdrawProposal(test.database).run(kr, { proposalId: withdrawn });
    expect((await read(withdrawn)).state).toBe('withdrawn');
  });

  it('has one outcome when it is accepted and countered at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const id = await open(kr, `round ${String(round)}`);
      const { hash } = await read(id);
      const [accepted, countered] = await Promise.all([
        codeOf(accept(jp, id, hash)),
        codeOf(open(jp, `counter ${String(round)}`)),
      ]);
      const { state } = await read(id);
      expect([accepted, state]).toEqual(
        state === 'accepted' ? ['done', 'accepted'] : ['common.wrongState', 'superseded'],
      );
      expect(countered).toMatch(/^[0-9a-f-]{36}$|done/);
      await test.admin(`delete from forum.proposal`);
    }
  });

  it('ends with its subject, and lists by side and page', async () => {
    await open(kr, 'one');
    const waiting = (side: 'kr' | 'jp') =>
      listProposals(test.database.reader(kr), { waitingFor: side, limit: 1 }).then((rows) => rows.length);
    expect([await waiting('kr'), await waiting('jp')]).toEqual([0, 1]);
    await test.database.runInTx(kr, (tx) => closeOpenProposals(tx, 'channel', subjectId));
    expect(await openProposalsOf(test.database.reader(kr), 'channel', subjectId)).toEqual([]);
    expect([await waiting('kr'), await waiting('jp')]).toEqual([0, 0]);
  });

  it.each([
    [
      'propose in the other side’s name',
      `insert into forum.proposal (id, kind, subject_type, subject_id, content, content_hash, proposed_by_side, proposed_by_post_id)
       select gen_random_uuid(), 'spec.wording', 'channel', subject_id, '{}', repeat('0', 64), 'jp', proposed_by_post_id from forum.proposal`,
    ],
    ['accept its own', `update forum.proposal set state = 'accepted', decided_by_side = 'kr', decided_at = now()`],
    ['accept as the other', `update forum.proposal set state = 'accepted', decided_by_side = 'jp', decided_at = now()`],
    ['rewrite what was proposed', `update forum.proposal set content = '{}'`],
  ])('the database does not let a side %s', async (_, sql) => {
    const id = await open(kr, 'one');
    const before = await read(id);
    await expect(test.database.runInTx(kr, (tx) => tx.query(sql))).rejects.toThrow();
    expect(await read(id)).toEqual(before);
  });
});
