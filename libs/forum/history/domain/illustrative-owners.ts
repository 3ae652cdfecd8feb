import type { Side } from '#core/kernel';

/** A post that owns an invented action; made when the installation does not have it (domain.md 2: owners are posts). */
export interface IllustrativeOwner {
  readonly side: Side;
  readonly post: string;
  readonly body: string;
  readonly rank: number;
  readonly title: { readonly ko: string; readonly ja: string; readonly en: string };
}

const MONITORING = { ko: '전파감시 담당과장', ja: '電波監視担当課長', en: 'Director, Radio Monitoring' };
const KOREAN_MONITORING = { side: 'kr', post: 'KR-MONITORING', body: 'KR-CRMS', rank: 70, title: MONITORING } as const;
const JAPANESE_MONITORING = { side: 'jp', post: 'JP-MONITORING', body: 'JP-MIC', rank: 70, title: MONITORING } as const;
const KOREAN_SPECTRUM = {
  side: 'kr',
  post: 'KR-SPECTRUM',
  body: 'KR-MSIT',
  rank: 70,
  title: { ko: '주파수정책과장', ja: '周波数政策課長', en: 'Director, Spectrum Policy Division' },
} as const;

/**
 * Which posts answer for the divisions the invented actions name. "Both" is refused as one owner (domain.md 3.9): one post of each side,
 * two items.
 */
export const illustrativeOwners: Readonly<Record<string, readonly IllustrativeOwner[]>> = {
  'IL-AI-1': [KOREAN_MONITORING, JAPANESE_MONITORING],
  'IL-AI-2': [KOREAN_SPECTRUM],
};
