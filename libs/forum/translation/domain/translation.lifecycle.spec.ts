import type { Actor } from '#core/kernel';
import { isChecker, isTranslator, translationContext } from './translation-context.js';
import { translationLifecycle } from './translation.lifecycle.js';
import type { TranslationRequest } from './translation.types.js';

const actor = (over: Partial<Actor> = {}): Actor => ({
  userId: 'user-kr',
  side: 'kr',
  roles: ['official'],
  postIds: ['post-kr'],
  language: 'ko',
  databaseRole: 'forum_kr',
  ...over,
});
const interpreter = actor({ userId: 'interpreter', side: null, roles: ['interpreter'], postIds: [] });
const secretariat = actor({ userId: 'sec-kr', roles: ['secretariat'], postIds: ['sec-kr'] });
const tokyo = actor({ userId: 'sec-jp', side: 'jp', roles: ['secretariat'], postIds: ['sec-jp'] });

const request = (over: Partial<TranslationRequest> = {}): TranslationRequest => ({
  id: 'request',
  containerType: 'agenda',
  containerId: 'agenda',
  sessionId: null,
  whole: true,
  fromLang: 'ko',
  toLang: 'ja',
  dueOn: '2027-02-25',
  requestedSide: 'kr',
  requestedPostId: 'sec-kr',
  translatorPostId: null,
  translatorUserId: null,
  checkerPostId: null,
  deliveredUserId: null,
  checkedUserId: null,
  outdatedAt: null,
  state: 'requested',
  note: null,
  amount: 9,
  audience: 'joint',
  version: 1,
  ...over,
});
const ready = { gap: null, translatedUserId: 'user-kr', translatedPostId: 'post-kr' };

describe('a translation request', () => {
  it('has these steps in these states and no others', () => {
    const cells = [...translationLifecycle.cells()]
      .filter(({ transition }) => transition !== undefined)
      .map(({ state, action, transition }) => `${state} ${action} ${transition?.to ?? '='}`);
    expect(cells).toEqual([
      'requested assign =',
      'requested start in_work',
      'requested cancel cancelled',
      'in_work assign =',
      'in_work translate =',
      'in_work deliver delivered',
      'in_work cancel cancelled',
      'in_work reopen in_work',
      'delivered assign =',
      'delivered check checked',
      'delivered return in_work',
      'delivered reopen in_work',
      'checked return in_work',
      'checked lock locked',
      'checked reopen in_work',
      'locked reopen in_work',
    ]);
  });

  it('that nobody was named for is open to the asking side and to interpreters, not to the other side', () => {
    const open = request();
    expect([actor(), secretariat, interpreter, tokyo].map((one) => isTranslator(open, one))).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(isTranslator(open, actor({ roles: ['delegate'] }))).toBe(false);
  });

  it('belongs to the post that was named, or to the person without a post who took it up; the asking secretariat steps in', () => {
    const named = request({ translatorPostId: 'post-kr' });
    expect(
      [actor(), actor({ userId: 'other', postIds: ['other'] }), interpreter, secretariat].map((one) =>
        isTranslator(named, one),
      ),
    ).toEqual([true, false, false, true]);
    const taken = request({ translatorUserId: 'interpreter', state: 'in_work' });
    expect([interpreter, actor()].map((one) => isTranslator(taken, one))).toEqual([true, false]);
  });

  it('is checked by who was named, on either side, else by anybody who may translate', () => {
    const named = request({ state: 'delivered', checkerPostId: 'sec-jp' });
    expect([tokyo, secretariat, interpreter].map((one) => isChecker(named, one))).toEqual([true, true, false]);
    expect([tokyo, interpreter, actor()].map((one) => isChecker(request({ state: 'delivered' }), one))).toEqual([
      true,
      true,
      true,
    ]);
  });

  it('is never checked by a person or a post that worked on one of its texts', () => {
    const check = (who: Actor, deliveredUserId: string | null = null) =>
      translationLifecycle
        .allowedActions('delivered', translationContext(request({ state: 'delivered', deliveredUserId }), [ready], who))
        .find(({ action }) => action === 'check')?.reason;
    expect(check(actor())).toBe('translation.ownWork');
    expect(check(actor({ userId: 'successor' }))).toBe('translation.ownWork');
    expect(check(secretariat)).toBeNull();
    expect(check(secretariat, 'sec-kr')).toBe('translation.ownWork');
    expect(check(tokyo)).toBeNull();
  });

  it('is not delivered while a text is missing, outdated or a machine’s, and names each', () => {
    const units = [ready, { ...ready, gap: 'stale' as const }, { ...ready, gap: 'machine' as const }];
    const step = () => translationLifecycle.step('in_work', 'deliver', translationContext(request(), units, actor()));
    expect(step).toThrow(
      expect.objectContaining({
        code: 'translation.unitsOpen',
        fields: [
          { path: 'units.1', code: 'translation.unitOutdated', params: { lang: 'ja' } },
          { path: 'units.2', code: 'translation.unitMachine', params: { lang: 'ja' } },
        ],
      }),
    );
  });
});
