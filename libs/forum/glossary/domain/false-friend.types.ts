import type { Language } from '#core/kernel';

type Words = { readonly [L in Language]?: RegExp };
type Offers = { readonly [L in Language]?: readonly string[] };

/**
 * Two things that are easily taken for one another, because a word for the one looks like a word for the other. A text that speaks of
 * both clashes with nothing. What to write instead is offered per language.
 */
export interface FalseFriendRule {
  /** Names the explanation: `glossary:falseFriends.<code>` in all three catalogues. */
  readonly code: string;
  /** Code of the term it belongs to, if the glossary has one. */
  readonly term?: string;
  readonly one: Words;
  readonly other: Words;
  readonly say: { readonly one?: Offers; readonly other?: Offers };
  /** What some text must speak of for the rule to be asked at all. */
  readonly about?: Words;
  /** What settles the matter wherever it stands. */
  readonly settled?: Words;
  /** Languages whose word for the one or the other deserves a caution before there is anything to compare it with. */
  readonly alone?: { readonly [L in Language]?: 'one' | 'other' };
}
