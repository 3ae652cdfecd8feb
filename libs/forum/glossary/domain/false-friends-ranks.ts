import type { FalseFriendRule } from './false-friend.types.js';

/** Ranks and offices: never one to one between the two civil services (domain.md 1 finding 9 and 3.4). */
export const rankFriends: readonly FalseFriendRule[] = [
  {
    // KR 실장 ranks above 국장, JP 室長 below 課長.
    code: 'officeHead',
    term: 'rank.deputy_minister_kr',
    one: {
      ko: /(?<!비서|연구|상황|상담)실장(?!\s?\((?:과장|담당관))/u,
      ja: /次官補|局長より上位/u,
      en: /(?:Deputy|Assistant) Minister/iu,
    },
    other: {
      ko: /실장\s?\((?:과장|담당관)/u,
      ja: /(?<!秘書|研究|相談|図書)室長(?!\(次官補)/u,
      en: /(?<!(?:Deputy|Executive|Managing) )Director(?!ate|[- ]General|s?[- ]General)/u,
    },
    say: {
      one: { ja: ['室長(次官補級)'], en: ['Deputy Minister'] },
      other: { ko: ['실장(과장급)'], en: ['Director'] },
    },
    alone: { ko: 'one', ja: 'other' },
  },
  {
    // Inside a bureau of a Japanese ministry 部長 has the rank of 局長; in Korea 부장 heads a section of a company.
    code: 'departmentHead',
    term: 'rank.dept_head_jp',
    one: {
      ko: /국장급/u,
      ja: /(?<=電波|総務省[^。\n]{0,14}|総合通信基盤局[^。\n]{0,8})部長/u,
      en: /Director[- ]General/iu,
    },
    other: { ko: /부장(?!\s?\(국장)/u, en: /\b(?:Department )?Manager\b/iu },
    say: { one: { ko: ['부장(국장급)'], en: ['Director-General of the department'] } },
  },
  {
    // 総務審議官 is of vice-minister class; Korean 심의관 stands below 국장.
    code: 'policyCoordinator',
    term: 'rank.vmpc',
    about: { ko: /총무심의관/u, ja: /総務審議官/u },
    one: { ko: /차관/u, ja: /総務審議官/u, en: /Vice[- ]Minister/iu },
    other: { ko: /총무심의관/u, en: /Deputy Director[- ]General|Councill?or/iu },
    say: { one: { ko: ['총무심의관(차관급)'], en: ['Vice-Minister for Policy Coordination (International Affairs)'] } },
  },
  {
    code: 'stateMinister',
    term: 'rank.state_minister_jp',
    one: { ko: /부대신/u, ja: /副大臣/u, en: /State Minister|Senior Vice[- ]Minister/iu },
    other: {
      ko: /차관/u,
      ja: /次官|総務審議官/u,
      en: /(?<!(?:Senior|Administrative|Parliamentary) )Vice[- ]Minister/iu,
    },
    say: { one: { ko: ['부대신'], ja: ['副大臣'], en: ['State Minister'] } },
  },
  {
    // 長官 heads an agency in Japan; 장관 is a minister in Korea.
    code: 'agencyHead',
    about: { ja: /庁長官/u },
    one: { ko: /청장/u, ja: /庁長官/u, en: /Commissioner|Director[- ]General/iu },
    other: { ko: /장관/u, en: /\bMinister\b/u },
    say: { one: { ko: ['청장'], en: ['Commissioner'] } },
  },
  {
    // 서기관 and 사무관 are grades of the Korean civil service.
    code: 'gradeOfficer',
    term: 'rank.deputy_director',
    one: {
      ko: /(?<![1-3일이삼]등\s?|대사관\s?)서기관|사무관/u,
      ja: /課長補佐/u,
      en: /Deputy Director(?![- ]General)/iu,
    },
    other: {
      ko: /[1-3일이삼]등\s?서기관|대사관\s?서기관/u,
      ja: /書記官|事務官/u,
      en: /(?:First|Second|Third) Secretary/iu,
    },
    say: { one: { ja: ['課長補佐級'], en: ['Deputy Director'] } },
  },
  {
    // KR 외교부, JP 外務省: each country's ministry keeps its own name.
    code: 'foreignMinistry',
    term: 'org.kr_mofa',
    one: { ko: /외교부/u, ja: /外交部/u },
    other: { ko: /외무성/u, ja: /外務省/u },
    say: { one: { ko: ['외교부'], ja: ['外交部'] }, other: { ko: ['외무성'], ja: ['外務省'] } },
  },
  {
    code: 'institute',
    one: {
      ko: /(?:국립|한국|과학|전자|전파|산업)[^\s.]{0,10}연구원/u,
      ja: /研究院|研究所/u,
      en: /\bInstitute|\bAgency/u,
    },
    other: { ko: /(?:선임|책임|주임|수석)\s?연구원/u, ja: /研究員/u, en: /\bresearchers?\b/iu },
    say: { one: { ja: ['研究院'] } },
  },
];
