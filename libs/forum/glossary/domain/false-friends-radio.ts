import type { FalseFriendRule } from './false-friend.types.js';

const RADIO = {
  ko: /주파수|전파|무선국|대역|[kMG]Hz|[㎑㎒㎓]/u,
  ja: /周波数|電波|無線局|帯域|[kMG]Hz|[㎑㎒㎓]/u,
  en: /frequenc|spectrum|radio|[kMG]Hz/iu,
};
const KO_WAVES_OF = '감시|정책|국장|국|법|규칙|관리|연구원|천문|자원|이용|사용|월경|간섭|혼신|출력|발사|통신|환경';

/** Radio regulation, where the words are those of the Radio Regulations and of the two radio laws. */
export const radioFriends: readonly FalseFriendRule[] = [
  {
    // 전파 is 電波 and 傳播; RR and P-series say 伝搬.
    code: 'propagation',
    term: 'radio.propagation',
    one: {
      ko: /전파(?=\s?(?:손실|경로|지연|모델|모형|속도|거리))|전파(?=되|하[는여고며기다]|한다|할(?!당)|된|될|돼|됐|됨|시키)|(?<=(?:이상|덕트|자유공간|다중경로)\s?)전파|전파\((?:傳播|伝播|伝搬)\)/u,
      ja: /伝搬|伝播|普及|広め|広が|拡散/u,
      en: /propagat|spread|disseminat/iu,
    },
    other: {
      ko: new RegExp(`전파(?=\\s?(?:${KO_WAVES_OF}))|전파\\(電波\\)`, 'u'),
      ja: /電波(?!伝[搬播])/u,
      en: /radio[- ]?waves?\b/iu,
    },
    say: {
      one: { ko: ['전파(傳播)'], ja: ['伝搬'], en: ['propagation'] },
      other: { ko: ['전파(電波)'], ja: ['電波'] },
    },
    alone: { ko: 'one' },
  },
  {
    // RR 1.16 and 1.18.
    code: 'allocationAssignment',
    term: 'radio.allocation',
    about: RADIO,
    one: {
      ko: /(?<!구역\s?)분배/u,
      ja: /(?<!区域)分配/u,
      en: /\b(?:frequency|spectrum|band)\s+allocation|\ballocation of (?:the )?(?:frequenc|spectrum|band)|\ballocated? to (?:the )?[\w-]+ service/iu,
    },
    other: {
      ko: /(?<=(?:주파수|대역|채널|[kMG]Hz|[㎒㎓])[^.\n]{0,12})지정|지정(?=\s?주파수)/u,
      ja: /(?<=(?:周波数|帯域?|チャネル|[kMG]Hz|[㎒㎓])[^。\n]{0,12})割り?当て?/u,
      en: /\b(?:frequency|spectrum|channel)\s+assignment|\bassignment of (?:the )?(?:frequenc|spectrum|channel)/iu,
    },
    say: {
      one: { ko: ['분배'], ja: ['分配'], en: ['frequency allocation'] },
      other: { ko: ['지정'], ja: ['割当て'], en: ['frequency assignment'] },
    },
  },
  {
    // The Korean Radio Waves Act grants a right of use (할당); the word does not exist in RR or in Japan's Radio Act.
    code: 'grantAssignment',
    term: 'radio.licence_grant_kr',
    about: RADIO,
    one: {
      ko: /(?<=(?:주파수|대역|전파|[kMG]Hz|[㎒㎓])[^.\n]{0,12})할당(?!량)|할당(?=\s?(?:대가|기간|공고))/u,
      ja: /韓国法|利用権|使用権|オークション|競売/u,
      en: /\bgrant|right of use|usage right|auction|licen[cs]/iu,
    },
    other: {
      ko: /(?<=(?:주파수|대역|채널|[kMG]Hz|[㎒㎓])[^.\n]{0,12})지정|분배/u,
      ja: /(?<=(?:周波数|帯域?|電波|[kMG]Hz|[㎒㎓])[^。\n]{0,12})(?:割り?当て?|分配)/u,
      en: /\b(?:frequency|spectrum)\s+(?:assignment|allocation)|\b(?:assignment|allocation) of (?:the )?(?:frequenc|spectrum)/iu,
    },
    say: {
      one: {
        ko: ['할당'],
        ja: ['割当(韓国法上の利用権付与)'],
        en: ['grant of spectrum usage right'],
      },
      other: { ko: ['지정'] },
    },
    alone: { ko: 'one' },
  },
  {
    // Radio Waves Act art. 19 (허가) and Radio Act art. 4 (免許).
    code: 'radioLicence',
    one: { ko: /(?<=무선국[^.\n]{0,8})허가/u, ja: /免許/u },
    other: { ko: /(?<=무선국[^.\n]{0,8})면허/u, ja: /(?<=無線局[^。\n]{0,8})許可/u },
    say: { one: { ko: ['허가'], ja: ['免許'] } },
  },
  {
    // 中国総合通信局 is the bureau in Hiroshima.
    code: 'chugoku',
    term: 'org.jp_rbt',
    one: { ko: /주고쿠/u, ja: /中国(?=総合通信局|地方|経済産業局|管区)/u, en: /Ch[uū]goku/iu },
    other: {
      ko: /중국/u,
      ja: /中国(?!総合通信局|地方|経済産業局|管区)/u,
      en: /\bChin(?:a|ese)\b/iu,
    },
    say: { one: { ko: ['주고쿠'], en: ['Chugoku'] } },
  },
  {
    code: 'skillTechnology',
    term: 'topic.digital_skill',
    one: { ko: /스킬/u, ja: /スキル/u, en: /skill/iu },
    other: { ko: /디지털\s?기술\s?표준/u, ja: /デジタル技術標準/u, en: /digital technology standard/iu },
    say: { one: { ko: ['디지털 스킬 표준'], ja: ['デジタルスキル標準'], en: ['digital skill standards'] } },
  },
];
