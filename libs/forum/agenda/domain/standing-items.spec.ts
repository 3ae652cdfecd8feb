import { installCatalogues } from '#platform/catalogues';
import { otherSide, SIDES, textGaps } from '#core/kernel';
import { standingCodes } from './agenda.types.js';
import { defaultTemplate, firstSpeakerOf, leadOf, standingTitle } from './standing-items.js';

describe('standing items', () => {
  beforeAll(() => installCatalogues());

  it('follow the order of the record, each once, when a channel has agreed on nothing else', () => {
    expect(defaultTemplate.items.map((item) => item.standing)).toEqual([...standingCodes]);
    expect(defaultTemplate.first).toBe('alternating');
  });

  it('let the guest speak first at the first session, and the sides take turns from then on', () => {
    for (const host of SIDES) {
      const guest = otherSide(host);
      const turn = { host, previous: null, drafter: host };
      expect(firstSpeakerOf('alternating', turn)).toBe(guest);
      expect(firstSpeakerOf('alternating', { ...turn, previous: guest })).toBe(host);
      expect(firstSpeakerOf('alternating', { ...turn, previous: host })).toBe(guest);
      expect(firstSpeakerOf('guest', { ...turn, previous: guest })).toBe(guest);
      expect(firstSpeakerOf('host', { ...turn, previous: host })).toBe(host);
    }
  });

  it('give the other side the first word where nobody hosts and none has met', () => {
    for (const drafter of SIDES)
      expect(firstSpeakerOf('host', { host: null, previous: null, drafter })).toBe(otherSide(drafter));
  });

  it('are opened by the host, and each side tells of its own policies', () => {
    expect(leadOf('opening', 'kr', 'jp')).toBe('jp');
    expect([leadOf('policies_first', 'kr', 'jp'), leadOf('policies_second', 'kr', 'jp')]).toEqual(['kr', 'jp']);
    expect(leadOf('issues', 'kr', 'jp')).toBeNull();
  });

  it('have words in three languages, none missing, none unchecked', () => {
    for (const code of standingCodes) {
      const title = standingTitle(code, leadOf(code, 'kr', 'jp'), 'ja');
      expect(title.source).toBe('ja');
      expect(textGaps(title)).toEqual([]);
    }
    expect(standingTitle('policies_first', 'kr', 'ko')).toMatchObject({
      ko: { text: '한국 측 정책 동향', status: 'authentic' },
      ja: { text: '韓国側の政策動向', status: 'checked' },
      en: { text: 'Policies of Korea', status: 'checked' },
    });
  });
});
