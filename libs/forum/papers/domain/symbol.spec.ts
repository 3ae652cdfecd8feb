import { historicText } from '#core/kernel';
import { supersedingStem, symbolStem, type SymbolParts } from './symbol.js';

const parts: SymbolParts = {
  channelCode: 'CH-DPF',
  channelName: historicText({ en: 'Digital Policy Forum', ko: '디지털 정책포럼' }, 'en'),
  ordinalKr: 3,
  ordinalJp: 3,
  startDate: '2027-04-21',
  side: 'kr',
};

describe('a symbol', () => {
  it('names channel, session and side', () => {
    expect(symbolStem(parts)).toBe('DPF/3/KR/');
    expect(symbolStem({ ...parts, channelCode: 'CH-RADIO-DG', side: 'jp' })).toBe('RADIO-DG/3/JP/');
  });

  it('names the year where the sides count differently or not yet, so that both call a paper alike', () => {
    expect(symbolStem({ ...parts, ordinalJp: 4 })).toBe('DPF/2027/KR/');
    expect(symbolStem({ ...parts, ordinalKr: null, ordinalJp: null })).toBe('DPF/2027/KR/');
  });

  it('takes the initials of a channel that has no code of letters, and the end of its code where there are none', () => {
    const channelCode = 'CH-01a2025e-c875-77e0-acca-6db18c7d9793';
    const named = (en: string) =>
      symbolStem({ ...parts, channelCode, channelName: historicText({ en, ko: '이름' }, 'ko') });
    expect(named('Talks on the Use of Spectrum')).toBe('TUS/3/KR/');
    expect(named('6G')).toBe('7D9793/3/KR/');
    expect(symbolStem({ ...parts, channelCode, channelName: historicText({ ko: '협의' }, 'ko') })).toBe('7D9793/3/KR/');
  });

  it('of a revision is counted on the first paper, of a correction or addition on the very paper', () => {
    expect(supersedingStem('DPF/3/KR/2', 'rev')).toBe('DPF/3/KR/2/Rev.');
    expect(supersedingStem('DPF/3/KR/2/Rev.1', 'rev')).toBe('DPF/3/KR/2/Rev.');
    expect(supersedingStem('DPF/3/KR/2/Rev.1/Corr.2', 'rev')).toBe('DPF/3/KR/2/Rev.');
    expect(supersedingStem('DPF/3/KR/2/Rev.1', 'corr')).toBe('DPF/3/KR/2/Rev.1/Corr.');
    expect(supersedingStem('DPF/3/KR/2', 'add')).toBe('DPF/3/KR/2/Add.');
  });
});
