/** Least and most of a width, in ems. */
type Span = readonly [least: number, most: number];

/** What Noto Sans gives a letter: a Korean syllable is exactly as wide as any other, of all else only the bounds are known. */
function widthOf(letter: string): Span {
  const code = letter.codePointAt(0) ?? 0;
  if (code >= 0xac00 && code <= 0xd7a3) return [0.92, 0.92];
  if (code >= 0x30 && code <= 0x39) return [0.54, 0.57];
  return code < 0x80 ? [0.2, 1] : [0, 1.05];
}

const SPACE = 0.25;

/**
 * Follows the words of a line of text through a column and tells of each whether it surely stands within one line. Only of the others has
 * one to say that they must not break: each such word costs the compiler as much as a line.
 * @param column bounds of the column's width, in ems of the text
 */
export function lineEnds([narrowest, widest]: Span): (word: string) => boolean {
  let [least, most] = [0, 0];
  return (word) => {
    let [short, long] = [0, 0];
    for (const letter of word) {
      const [a, b] = widthOf(letter);
      short += a;
      long += b;
    }
    const fits = most + long <= narrowest;
    if (fits) [least, most] = [least + short, most + long + SPACE];
    else if (least + short > widest) [least, most] = [short, long + SPACE];
    else [least, most] = [0, Math.max(widest, long) + SPACE];
    return fits;
  };
}
