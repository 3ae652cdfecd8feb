/** Japanese eras by their first day (domain.md 6). Days before Shōwa are given in the western year. */
const ERAS = [
  { name: '令和', start: '2019-05-01' },
  { name: '平成', start: '1989-01-08' },
  { name: '昭和', start: '1926-12-25' },
] as const;

/** `令和8年` of a day; the first year is 元年; before Shōwa `1925年`. */
export function eraYear(isoDate: string): string {
  const year = Number(isoDate.slice(0, 4));
  const era = ERAS.find(({ start }) => isoDate >= start);
  if (!era) return `${year}年`;
  const count = year - Number(era.start.slice(0, 4)) + 1;
  return `${era.name}${count === 1 ? '元' : count}年`;
}

/** The era years that a whole year or month touches: `昭和64年・平成元年` for 1989. */
export function eraYears(from: string, to: string): string {
  const [first, last] = [eraYear(from), eraYear(to)];
  return first === last ? first : `${first}・${last}`;
}
