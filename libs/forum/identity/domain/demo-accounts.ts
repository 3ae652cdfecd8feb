import type { Language, Role, Side } from '#core/kernel';

/** The password of every demo account (design.md 4); they exist in demo mode only. */
export const demoPassword = 'forum-desk-demo';

export interface DemoPost {
  readonly code: string;
  readonly bodyCode: string;
  /** Rank number of domain.md 3.4. */
  readonly rank: number;
  readonly superiorCode: string | null;
  readonly title: { readonly ko: string; readonly ja: string; readonly en: string };
}

export interface DemoAccount {
  readonly email: string;
  readonly side: Side | null;
  readonly roles: readonly Role[];
  readonly language: Language;
  readonly post: DemoPost | null;
}

/** Posts and accounts of the demo: posts only, no invented persons. Superiors stand before those who report to them. */
export const demoAccounts: readonly DemoAccount[] = [
  account(
    'head.kr',
    'kr',
    'head',
    'ko',
    post('KR-RADIO-DG', 'KR-MSIT', 60, null, ['전파정책국장', '電波政策局長', 'Director-General, Radio Policy Bureau']),
  ),
  account(
    'head.jp',
    'jp',
    'head',
    'ja',
    post('JP-RADIO-DG', 'JP-MIC', 60, null, ['전파부장', '電波部長', 'Director-General, Radio Department']),
  ),
  account(
    'secretariat.kr',
    'kr',
    'secretariat',
    'ko',
    post('KR-SEC', 'KR-MSIT', 80, 'KR-RADIO-DG', [
      '국제협력관실 사무국 담당',
      '国際協力官室 事務局担当',
      'Secretariat, Office of International Cooperation',
    ]),
  ),
  account(
    'secretariat.jp',
    'jp',
    'secretariat',
    'ja',
    post('JP-SEC', 'JP-MIC', 80, 'JP-RADIO-DG', [
      '국제전략국 사무국 담당',
      '国際戦略局 事務局担当',
      'Secretariat, Global Strategy Bureau',
    ]),
  ),
  account(
    'official.kr',
    'kr',
    'official',
    'ko',
    post('KR-SPECTRUM', 'KR-MSIT', 70, 'KR-RADIO-DG', [
      '주파수정책과장',
      '周波数政策課長',
      'Director, Spectrum Policy Division',
    ]),
  ),
  account(
    'official.jp',
    'jp',
    'official',
    'ja',
    post('JP-MONITORING', 'JP-MIC', 70, 'JP-RADIO-DG', [
      '전파감시 담당과장',
      '電波監視担当課長',
      'Director, Radio Monitoring',
    ]),
  ),
  account(
    'delegate.kr',
    'kr',
    'delegate',
    'ko',
    post('KR-SPECTRUM-DEPUTY', 'KR-MSIT', 80, 'KR-SPECTRUM', [
      '주파수정책과 서기관',
      '周波数政策課 課長補佐級',
      'Deputy Director, Spectrum Policy Division',
    ]),
  ),
  account(
    'delegate.jp',
    'jp',
    'delegate',
    'ja',
    post('JP-MONITORING-DEPUTY', 'JP-MIC', 80, 'JP-MONITORING', [
      '전파감시 담당과 과장보좌',
      '電波監視担当課 課長補佐',
      'Deputy Director, Radio Monitoring',
    ]),
  ),
  account('interpreter', null, 'interpreter', 'en', null),
  account('company.kr', 'kr', 'private', 'ko', null),
  account('company.jp', 'jp', 'private', 'ja', null),
  account('observer', null, 'observer', 'en', null),
  account('auditor', null, 'auditor', 'en', null),
  account('admin', null, 'admin', 'en', null),
];

function account(name: string, side: Side | null, role: Role, language: Language, held: DemoPost | null): DemoAccount {
  return { email: `${name}@forum.example`, side, roles: [role], language, post: held };
}

function post(
  code: string,
  bodyCode: string,
  rank: number,
  superiorCode: string | null,
  [ko, ja, en]: [string, string, string],
): DemoPost {
  return { code, bodyCode, rank, superiorCode, title: { ko, ja, en } };
}
