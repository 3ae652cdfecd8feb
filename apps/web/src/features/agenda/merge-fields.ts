/** Values of a form by the names of its fields. */
export type Values = Readonly<Record<string, string>>;

/** A form as it was opened: the version it stands on, and what its fields said then. */
export interface Opened {
  readonly etag: string;
  readonly values: Values;
}

export interface FieldMerge {
  readonly name: string;
  readonly base: string;
  readonly mine: string;
  readonly theirs: string;
  /** `both` changed it, each in another way, so a person chooses; `theirs` only the other person changed it. */
  readonly kind: 'both' | 'theirs';
}

const plain = (text: string | undefined): string => (text ?? '').replace(/\r\n?/gu, '\n').normalize('NFC').trim();

/** Where another person's work meets what is being typed: three texts of each field. What both wrote alike, or only I changed, is left out. */
export function mergeFields(names: readonly string[], base: Values, mine: Values, theirs: Values): FieldMerge[] {
  return names.flatMap((name) => {
    const field = { name, base: plain(base[name]), mine: plain(mine[name]), theirs: plain(theirs[name]) };
    if (field.theirs === field.base || field.theirs === field.mine) return [];
    return [{ ...field, kind: field.mine === field.base ? ('theirs' as const) : ('both' as const) }];
  });
}

export const isSame = (a: string | undefined, b: string | undefined): boolean => plain(a) === plain(b);

/** What a form was opened with, as it stands in the form's own hidden field and so in its draft. */
export function readOpened(text: string | null | undefined, otherwise: Opened): Opened {
  try {
    const kept: unknown = JSON.parse(text ?? '');
    if (typeof kept !== 'object' || kept === null || !('etag' in kept) || !('values' in kept)) return otherwise;
    const { etag, values } = kept;
    if (typeof etag !== 'string' || typeof values !== 'object' || values === null) return otherwise;
    const texts = Object.entries(values).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
    return { etag, values: Object.fromEntries(texts) };
  } catch {
    return otherwise;
  }
}
