import { LANGUAGES, type LocalizedText, type Side } from '#core/kernel';

/** Places on both coasts where the two countries hear one another (domain.md 3.10), and all of a country. */
export const AREAS = [
  'busan',
  'ulsan',
  'pohang',
  'masan',
  'geoje',
  'tongyeong',
  'yeosu',
  'jeju',
  'nationwide_kr',
  'tsushima',
  'iki',
  'fukuoka',
  'saga',
  'nagasaki',
  'yamaguchi',
  'shimane',
  'kyushu',
  'nationwide_jp',
] as const;
export type Area = (typeof AREAS)[number];

const firstOfJapan = AREAS.indexOf('tsushima');

/** In whose country a place is. */
export const sideOfArea = (area: Area): Side => (AREAS.indexOf(area) < firstOfJapan ? 'kr' : 'jp');

const ofKyushu: readonly Area[] = ['tsushima', 'iki', 'fukuoka', 'saga', 'nagasaki'];

/** Every place that shares ground with one of these: a city with itself, its island and its country. */
export function areasSharing(areas: readonly Area[]): Area[] {
  const shares = (one: Area, other: Area): boolean => {
    if (one === other) return true;
    if (sideOfArea(one) !== sideOfArea(other)) return false;
    if (one.startsWith('nationwide') || other.startsWith('nationwide')) return true;
    return (one === 'kyushu' && ofKyushu.includes(other)) || (other === 'kyushu' && ofKyushu.includes(one));
  };
  return AREAS.filter((area) => areas.some((one) => shares(one, area)));
}

const written: Readonly<Record<Area, readonly string[]>> = {
  busan: ['부산', '釜山', 'Busan'],
  ulsan: ['울산', '蔚山', 'Ulsan'],
  pohang: ['포항', '浦項', 'Pohang'],
  masan: ['마산', '馬山', 'Masan'],
  geoje: ['거제', '巨済', 'Geoje'],
  tongyeong: ['통영', '統営', 'Tongyeong'],
  yeosu: ['여수', '麗水', 'Yeosu'],
  jeju: ['제주', '済州', 'Jeju'],
  nationwide_kr: ['양국', '両国', 'Both countries'],
  tsushima: ['쓰시마', '対馬', 'Tsushima'],
  iki: ['이키', '壱岐'],
  fukuoka: ['후쿠오카', '福岡', 'Fukuoka'],
  saga: ['사가현', '佐賀', 'Saga'],
  nagasaki: ['나가사키', '長崎', 'Nagasaki'],
  yamaguchi: ['야마구치', '山口', 'Yamaguchi'],
  shimane: ['시마네', '島根', 'Shimane'],
  kyushu: ['규슈', '九州', 'Kyushu'],
  nationwide_jp: ['양국', '両国', 'Both countries'],
};

/** The places that the words of the record name, in the order of their codes. */
export function areasNamed(regions: LocalizedText | null): Area[] {
  if (regions === null) return [];
  const texts = LANGUAGES.map((lang) => regions[lang]?.text ?? '');
  return AREAS.filter((area) => written[area].some((name) => texts.some((text) => text.includes(name)))).sort();
}

/** The place a word of a file means, by its code or by its name in any of the three languages. */
export function areaOf(word: string): Area | null {
  const plain = word.normalize('NFKC').trim();
  return (
    AREAS.find(
      (area) =>
        area === plain.toLowerCase() || written[area].some((name) => name.toLowerCase() === plain.toLowerCase()),
    ) ?? null
  );
}
