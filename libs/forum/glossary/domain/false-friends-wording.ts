import type { FalseFriendRule } from './false-friend.types.js';

/** Months or a calendar named: the reader knows which twelve months are meant. */
const MONTHS = {
  ko: /\d{1,2}월|역년/u,
  ja: /\d{1,2}月|暦年/u,
  en: /\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)|calendar year/u,
};

/** Words of meetings and papers. */
export const wordingFriends: readonly FalseFriendRule[] = [
  {
    // Korea's year is January to December, Japan's April to March (domain.md 6).
    code: 'fiscalYear',
    term: 'cal.fiscal_year',
    settled: MONTHS,
    one: { ko: /\d{2,4}년도|회계연도|[금내차]년도/u },
    other: { ja: /(?:\d{4}|令和\s?(?:\d+|元))年度|[今来次]年度/u },
    say: {},
  },
  {
    code: 'halfYear',
    settled: MONTHS,
    one: { ko: /[상하]반기|[1-4](?:\/4)?\s?분기/u },
    other: { ja: /[上下]半期|第[1-4１-４一二三四]四半期/u },
    say: {},
  },
  {
    code: 'authenticText',
    term: 'doc.authentic_text',
    one: { ko: /(?:동등|각\s?언어|국어)[^.\n]{0,20}정본|정본이다|정본임/u, ja: /正文/u, en: /authentic/iu },
    other: { ja: /正本/u, en: /clean copy|certified copy/iu },
    say: { one: { ja: ['正文'], en: ['authentic text'] } },
  },
  {
    // JP 合議 is the consent of other divisions to a paper; what two sides reach is 合意.
    code: 'agreement',
    one: { ko: /합의/u, ja: /合意/u },
    other: { ja: /合議/u },
    say: { one: { ja: ['合意'] } },
  },
  {
    code: 'courtesyCall',
    term: 'mtg.courtesy_call',
    one: {
      ko: /(?:장관|총리|대신|의장|대사|차관|위원장|대통령|국장)[^.\n]{0,8}예방|예방\s?(?:일정|인사|접견)/u,
      ja: /表敬/u,
      en: /courtesy call/iu,
    },
    other: { ja: /予防/u, en: /\bprevent/iu },
    say: { one: { ja: ['表敬訪問'], en: ['courtesy call'] } },
  },
  {
    code: 'clearance',
    term: 'doc.clearance',
    one: { ko: /결재/u, ja: /決裁/u },
    other: { ko: /결제/u, ja: /決済/u },
    say: { one: { ko: ['결재'], ja: ['決裁'] }, other: { ko: ['결제'], ja: ['決済'] } },
  },
  {
    // 이행 is 履行 and 移行.
    code: 'implementation',
    term: 'act.implementation',
    one: {
      ko: /(?:합의|약속|조치|과제|의무|협정|계획|공약|권고|사항)[^.\n]{0,8}이행/u,
      ja: /履行|実施|フォローアップ/u,
      en: /implement|fulfil/iu,
    },
    other: { ko: /로의?\s?(?:단계적\s?)?이행|전환/u, ja: /移行/u, en: /transition|migrat/iu },
    say: { one: { ja: ['実施', '履行'], en: ['implementation'] }, other: { ja: ['移行'] } },
  },
  {
    code: 'cancelled',
    term: 'sess.cancelled',
    one: { ko: /(?:회의|회담|개최|행사|방문|포럼|일정)[^.\n]{0,6}취소/u, ja: /中止|キャンセル|取りやめ/u },
    other: { ja: /取り?消し?/u },
    say: { one: { ja: ['中止'] } },
  },
  {
    // 계기 is "on the margins of"; 契機 is what set something off.
    code: 'occasion',
    term: 'mtg.side_event',
    one: {
      ko: /계기(?=\s?(?:양자|면담|회담|회의|방문|접촉))|(?:회의|회담|총회|포럼|방일|방한|출장|참석)\s?계기/u,
      ja: /機会|マージン|際に|折に/u,
    },
    other: { ja: /の?契機/u },
    say: { one: { ja: ['の機会', 'のマージン'] } },
  },
  {
    code: 'task',
    term: 'act.action_item',
    one: { ko: /(?:후속(?:조치)?|이행)\s?과제/u, ja: /アクションアイテム|宿題|取組/u },
    other: { ja: /課題/u },
    say: { one: { ja: ['アクションアイテム', '宿題事項'] } },
  },
  {
    // 通報 goes to an authority, about an accident or an offence.
    code: 'notify',
    one: { ko: /통보/u, ja: /通知|連絡|通告/u },
    other: { ja: /(?<!遭難|緊急|気象|安全)通報/u },
    say: { one: { ja: ['通知'] } },
  },
  {
    code: 'opinions',
    one: { ko: /의견\s?수렴/u, ja: /意見(?:集約|聴取|公募|募集)|意見を(?:聴|聞|集|伺)/u },
    other: { ja: /意見[のを]?収[斂束]/u },
    say: { one: { ja: ['意見聴取', '意見集約'] } },
  },
  {
    code: 'table',
    one: { ko: /(?:안건|의제|의안|회의에|위원회에)[^.\n]{0,6}상정|상정\s?안건/u, ja: /上程|付議|提出|諮/u },
    other: { ja: /想定/u },
    say: { one: { ja: ['付議', '上程'] } },
  },
  {
    code: 'matching',
    term: 'expo.matching',
    one: { ko: /상담회/u, ja: /商談/u },
    other: { ja: /相談会/u },
    say: { one: { ja: ['商談会'] } },
  },
  {
    // 憂慮 is graver than 우려; 懸念 is its equal.
    code: 'concern',
    one: { ko: /(?<!깊은\s?|심각한\s?|중대한\s?)우려/u, ja: /懸念/u },
    other: { ko: /(?:깊은|심각한|중대한)\s?우려/u, ja: /憂慮/u },
    say: { one: { ja: ['懸念'] } },
  },
];
