import type { HolidayNames } from './holiday.types.js';

/** Names by rule. The language of the country that keeps the day is the source; the others are the usual renderings. */
export const KOREAN_NAMES = {
  'new-year': n('1월 1일', '元日', 'New Year’s Day'),
  'seollal-eve': n('설날 전날', '旧正月(ソルラル)前日', 'Day before Seollal'),
  seollal: n('설날', '旧正月(ソルラル)', 'Seollal (Lunar New Year)'),
  'seollal-after': n('설날 다음 날', '旧正月(ソルラル)翌日', 'Day after Seollal'),
  samil: n('3·1절', '三一節', 'March First Independence Movement Day'),
  labor: n('노동절', '労働節(メーデー)', 'Labor Day'),
  children: n('어린이날', 'こどもの日(オリニナル)', 'Children’s Day'),
  buddha: n('부처님 오신 날', '釈迦誕生日', 'Buddha’s Birthday'),
  memorial: n('현충일', '顕忠日', 'Memorial Day'),
  constitution: n('제헌절', '制憲節', 'Constitution Day'),
  liberation: n('광복절', '光復節', 'Liberation Day'),
  'chuseok-eve': n('추석 전날', '秋夕(チュソク)前日', 'Day before Chuseok'),
  chuseok: n('추석', '秋夕(チュソク)', 'Chuseok'),
  'chuseok-after': n('추석 다음 날', '秋夕(チュソク)翌日', 'Day after Chuseok'),
  foundation: n('개천절', '開天節', 'National Foundation Day'),
  hangul: n('한글날', 'ハングルの日', 'Hangul Day'),
  christmas: n('기독탄신일', 'キリスト聖誕節(クリスマス)', 'Christmas Day'),
  presidential: n('대통령선거일', '大統領選挙日', 'Presidential Election Day'),
  assembly: n('국회의원선거일', '国会議員選挙日', 'National Assembly Election Day'),
  local: n('전국동시지방선거일', '全国同時地方選挙日', 'Local Election Day'),
  temporary: n('임시공휴일', '臨時公休日', 'Temporary public holiday'),
} as const satisfies Record<string, HolidayNames>;

export type KoreanRule = keyof typeof KOREAN_NAMES;

export const JAPANESE_NAMES = {
  'new-year': n('신정(원일)', '元日', 'New Year’s Day'),
  'coming-of-age': n('성년의 날', '成人の日', 'Coming of Age Day'),
  foundation: n('건국기념일', '建国記念の日', 'National Foundation Day'),
  emperor: n('천황탄생일', '天皇誕生日', 'Emperor’s Birthday'),
  vernal: n('춘분의 날', '春分の日', 'Vernal Equinox Day'),
  showa: n('쇼와의 날', '昭和の日', 'Showa Day'),
  constitution: n('헌법기념일', '憲法記念日', 'Constitution Memorial Day'),
  greenery: n('녹색의 날', 'みどりの日', 'Greenery Day'),
  children: n('어린이날', 'こどもの日', 'Children’s Day'),
  marine: n('바다의 날', '海の日', 'Marine Day'),
  mountain: n('산의 날', '山の日', 'Mountain Day'),
  aged: n('경로의 날', '敬老の日', 'Respect for the Aged Day'),
  autumnal: n('추분의 날', '秋分の日', 'Autumnal Equinox Day'),
  sports: n('스포츠의 날', 'スポーツの日', 'Sports Day'),
  culture: n('문화의 날', '文化の日', 'Culture Day'),
  labor: n('근로감사의 날', '勤労感謝の日', 'Labor Thanksgiving Day'),
  sandwiched: n('국민의 휴일', '国民の休日', 'Citizens’ Holiday'),
  closure: n('연말연시 휴무', '年末年始(閉庁日)', 'Year-end closure of ministries'),
} as const satisfies Record<string, HolidayNames>;

export type JapaneseRule = keyof typeof JAPANESE_NAMES;

/** Name of the substitute of a Korean holiday, in the Gazette's form `대체공휴일(설날)`. */
export function koreanSubstituteName(of: HolidayNames): HolidayNames {
  return n(`대체공휴일(${of.ko})`, `振替休日(${of.ja})`, `Substitute holiday (${of.en})`);
}

/** Name of the substitute of a Japanese holiday; the law calls them all 休日, the ministries 振替休日. */
export function japaneseSubstituteName(of: HolidayNames): HolidayNames {
  return n(`대체휴일(${of.ko})`, `振替休日(${of.ja})`, `Substitute holiday (${of.en})`);
}

function n(ko: string, ja: string, en: string): HolidayNames {
  return { ko, ja, en };
}
