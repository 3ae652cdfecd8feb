/** A text in composed form (NFC), with the way back to the offsets of the text as given. */
export interface Composed {
  readonly text: string;
  startOf(at: number): number;
  endOf(at: number): number;
}

const CLUSTER = /[\u1100-\u115f][\u1160-\u11a7][\u11a8-\u11ff]?|[^]\p{M}*/gu;

/** What a Mac gives for Hangul and voiced kana is taken apart; the rules know the letters whole. */
export function compose(given: string): Composed {
  if (given.normalize('NFC') === given) return { text: given, startOf: (at) => at, endOf: (at) => at };
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  for (const match of given.matchAll(CLUSTER)) {
    const whole = match[0].normalize('NFC');
    for (let at = 0; at < whole.length; at += 1) {
      starts.push(match.index);
      ends.push(match.index + match[0].length);
    }
    text += whole;
  }
  return {
    text,
    startOf: (at) => starts[at] ?? given.length,
    endOf: (at) => ends[at - 1] ?? 0,
  };
}
