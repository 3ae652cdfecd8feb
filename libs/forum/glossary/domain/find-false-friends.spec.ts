import { LANGUAGES } from '#core/kernel';
import { falseFriendRules, findFalseFriends, type GivenTexts } from './find-false-friends.js';

const codes = (texts: GivenTexts): string[] => findFalseFriends(texts).map(({ code, kind }) => `${code} ${kind}`);

describe('false friends', () => {
  it.each<[string, GivenTexts]>([
    ['propagation', { ko: '이상 전파에 의한 혼신', ja: '異常電波による混信' }],
    ['propagation', { ko: '전파 손실 모델', ja: '電波損失モデル' }],
    ['propagation', { ko: '전파감시 협력', ja: '伝搬監視の協力' }],
    ['propagation', { ko: '우수 사례를 전파하고', ja: '優良事例を電波し' }],
    ['grantAssignment', { ko: '3.5 GHz 대역 주파수 할당', ja: '3.5GHz帯の周波数割当て' }],
    ['grantAssignment', { ko: '주파수 할당 공고', en: 'Notice of frequency assignment' }],
    ['allocationAssignment', { ko: '주파수 분배표', ja: '周波数割当表' }],
    ['allocationAssignment', { ko: '주파수 지정', ja: '周波数の分配' }],
    ['allocationAssignment', { ja: '周波数の割当て', en: 'Frequency allocation' }],
    ['officeHead', { ko: '통신정책실장 환영사', ja: '通信政策室長の歓迎挨拶' }],
    ['officeHead', { ko: '네트워크정책실장', en: 'Director, Network Policy Office' }],
    ['departmentHead', { ja: '総務省電波部長', ko: '총무성 전파부장' }],
    ['policyCoordinator', { ja: '総務審議官', ko: '총무심의관' }],
    ['stateMinister', { ja: '総務副大臣', ko: '총무성 차관' }],
    ['agencyHead', { ja: '消防庁長官', ko: '소방청 장관' }],
    ['gradeOfficer', { ko: '국제협력담당 서기관', ja: '国際協力担当書記官' }],
    ['foreignMinistry', { ko: '외교부와 협의', ja: '外務省と協議' }],
    ['institute', { ko: '국립전파연구원', ja: '国立電波研究員' }],
    ['radioLicence', { ko: '무선국 허가', ja: '無線局の許可' }],
    ['chugoku', { ja: '中国総合通信局', ko: '중국총합통신국' }],
    ['skillTechnology', { ja: 'デジタルスキル標準', ko: '디지털 기술 표준' }],
    ['fiscalYear', { ko: '2027년도 사업계획', ja: '2027年度事業計画' }],
    ['fiscalYear', { ko: '2027년도 사업계획', ja: '令和9年度事業計画' }],
    ['halfYear', { ko: '상반기 개최', ja: '上半期に開催' }],
    ['authenticText', { ko: '한국어와 일본어본은 동등하게 정본이다', ja: '韓国語及び日本語をひとしく正本とする' }],
    ['agreement', { ko: '양측 합의', ja: '双方の合議' }],
    ['courtesyCall', { ko: '총무대신 예방', ja: '総務大臣予防' }],
    ['clearance', { ko: '내부 결재', ja: '内部決済' }],
    ['implementation', { ko: '합의사항 이행 점검', ja: '合意事項の移行点検' }],
    ['cancelled', { ko: '회의 취소', ja: '会合の取消し' }],
    ['occasion', { ko: 'APT 총회 계기 양자회담', ja: 'APT総会契機の二国間会談' }],
    ['task', { ko: '후속조치 과제', ja: 'フォローアップ課題' }],
    ['notify', { ko: '결과를 통보함', ja: '結果を通報する' }],
    ['opinions', { ko: '의견수렴', ja: '意見収斂' }],
    ['table', { ko: '안건 상정', ja: '議題の想定' }],
    ['matching', { ko: '비즈니스 상담회', ja: 'ビジネス相談会' }],
    ['concern', { ko: '우려를 표명함', ja: '憂慮を表明' }],
  ])('%s: %j', (code, texts) => {
    expect(codes(texts)).toContain(`${code} clash`);
  });

  it.each<[string, GivenTexts]>([
    ['the right words', { ko: '전파 정책 협력', ja: '電波政策に関する協力', en: 'Radio policy' }],
    ['both words in both texts', { ko: '전파의 전파 손실', ja: '電波の伝搬損失' }],
    ['the radio environment', { ko: '전파환경 보호', ja: '電波環境の保護' }],
    ['the grant named as such', { ko: '주파수 할당', ja: '周波数の割当(韓国法上の利用権付与)' }],
    [
      'allocation as allocation',
      { ko: '주파수 분배표 개정', ja: '周波数分配表の改正', en: 'Table of frequency allocations' },
    ],
    ['assignment as assignment', { ko: '주파수 지정', ja: '周波数の割当て', en: 'Frequency assignment' }],
    ['duties and seats', { ko: '역할 분배와 시간 할당', ja: '役割分担と時間の割当て' }],
    ['a head of office with his rank', { ko: '통신정책실장', ja: '通信政策室長(次官補級)', en: 'Deputy Minister' }],
    ['a chief secretary', { ko: '비서실장', ja: '秘書室長' }],
    ['a director-general', { ko: '전파정책국장', ja: '電波政策局長', en: 'Director-General' }],
    ['an embassy secretary', { ko: '주일대사관 1등서기관', ja: '在日大使館一等書記官' }],
    ['each ministry by its own name', { ko: '외교부와 외무성', ja: '韓国外交部と日本外務省' }],
    ['months', { ko: '2027년도(2027년 1월~12월)', ja: '2027年度(1月~12月)' }],
    ['a plain meeting', { ko: '제3차 회의 개최', ja: '第3回会合の開催', en: 'Third meeting' }],
    ['prevention', { ko: '침해사고 예방', ja: '侵害事故の予防' }],
    ['China', { ko: '중국과의 조정', ja: '中国との調整', en: 'coordination with China' }],
    ['a transition', { ko: 'IPv6로의 이행', ja: 'IPv6への移行' }],
    ['grave concern', { ko: '깊은 우려를 표명', ja: '深い憂慮を表明' }],
    ['a distress message', { ko: '조난 통보', ja: '遭難通報' }],
  ])('do not disturb %s', (_, texts) => {
    expect(findFalseFriends(texts).filter(({ kind }) => kind === 'clash')).toEqual([]);
  });

  it('give a caution for a word alone, as long as there is no other text', () => {
    expect(codes({ ko: '주파수 할당 계획' })).toEqual(['grantAssignment caution']);
    expect(codes({ ko: '실장급 면담' })).toEqual(['officeHead caution']);
    expect(codes({ ja: '室長級の面談' })).toEqual(['officeHead caution']);
    expect(codes({ ko: '주파수 할당 계획', ja: '計画' })).toEqual([]);
  });

  it('mark both words where they stand, and offer a change of the translation only', () => {
    const texts = { ko: '통신정책실장 면담', ja: '通信政策室長との面談' };
    const [clash] = findFalseFriends(texts, 'ko');
    expect(clash?.marks).toEqual([
      { lang: 'ko', start: 4, end: 6, found: '실장', offers: [] },
      { lang: 'ja', start: 4, end: 6, found: '室長', offers: ['室長(次官補級)'] },
    ]);
    const [back] = findFalseFriends(texts, 'ja');
    expect(back?.marks.map(({ lang, offers }) => [lang, offers])).toEqual([
      ['ko', ['실장(과장급)']],
      ['ja', []],
    ]);
  });

  it.each<[GivenTexts, string]>([
    [
      { ko: '3.5 ㎓ 대역 주파수 할당을 협의', ja: '3.5GHz帯の周波数割当てを協議' },
      '3.5GHz帯の周波数割当(韓国法上の利用権付与)を協議',
    ],
    [{ ko: '회의 취소', ja: '会合の取消し' }, '会合の中止'],
    [{ ko: 'APT 총회 계기 양자회담', ja: 'APT総会の契機に行う二国間会談' }, 'APT総会の機会に行う二国間会談'],
    [{ ko: '무선국 허가', ja: '無線局の許可' }, '無線局の免許'],
    [{ ko: '주파수 분배표', ja: '周波数割当表' }, '周波数分配表'],
  ])('offer what makes the sentence right when it is put in the place of the word: %j', (texts, right) => {
    const [clash] = findFalseFriends(texts, 'ko');
    const mark = clash?.marks.find(({ lang }) => lang === 'ja');
    const ja = texts.ja ?? '';
    expect(ja.slice(0, mark?.start) + (mark?.offers[0] ?? '') + ja.slice(mark?.end)).toBe(right);
  });

  it('are found in text taken apart by a Mac, with the offsets of that text', () => {
    const ko = '통신정책실장'.normalize('NFD');
    const [mark] = findFalseFriends({ ko, ja: '通信政策室長' })[0]?.marks ?? [];
    expect(ko.slice(mark?.start, mark?.end).normalize('NFC')).toBe('실장');
  });

  it('have one code each', () => {
    expect(new Set(falseFriendRules.map(({ code }) => code)).size).toBe(falseFriendRules.length);
    for (const { one, other } of falseFriendRules)
      expect(LANGUAGES.filter((lang) => one[lang] ?? other[lang]).length).toBeGreaterThan(1);
  });
});
