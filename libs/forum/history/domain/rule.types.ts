/** What the reading of a file collects: every fault with its place, and the ids that rows declare or refer to. */
export interface Reading {
  fault(code: HistoryFault, path: string, params?: Record<string, string | number>): void;
  declare(kind: IdKind, id: string, path: string): void;
  refer(kind: IdKind, id: string, path: string): void;
}

export type IdKind =
  | 'source'
  | 'body'
  | 'person'
  | 'topic'
  | 'channel'
  | 'session'
  | 'instrument'
  | 'commitment'
  | 'radioIssue'
  | 'exhibition'
  | 'exchangeProgramme'
  | 'multilateralMeeting'
  | 'contextEvent'
  | 'conflict'
  | 'actionItem';

/** Codes of faults; each is the key `history:errors.<code>` in all three languages. */
export type HistoryFault =
  | 'notJson'
  | 'missing'
  | 'unknownField'
  | 'notObject'
  | 'notList'
  | 'notText'
  | 'badText'
  | 'emptyText'
  | 'tooLong'
  | 'notNumber'
  | 'notYesNo'
  | 'notOneOf'
  | 'missingLanguage'
  | 'badDate'
  | 'badPrecision'
  | 'endsBeforeStart'
  | 'badId'
  | 'duplicateId'
  | 'unknownId'
  | 'areaWithoutInstrument'
  | 'illustrativeOutside'
  | 'illustrativeUnmarked'
  | 'emptyList'
  | 'badBand'
  | 'unknownArea'
  | 'renameWithoutEvent'
  | 'selfReference';

export const WRONG = Symbol('wrong');
export type Wrong = typeof WRONG;

/** One rule of the format: reads a value of unknown shape, reports what is wrong with it, answers the typed value. */
export interface Rule<T> {
  readonly read: (value: unknown, path: string, reading: Reading) => T | Wrong;
}
export interface OptionalRule<T> extends Rule<T> {
  readonly optional: true;
}
export type Read<R> = R extends Rule<infer T> ? T : never;

export type Shape = Readonly<Record<string, Rule<unknown>>>;
type OptionalKeys<S extends Shape> = { [K in keyof S]: S[K] extends OptionalRule<unknown> ? K : never }[keyof S];
export type ReadShape<S extends Shape> = { [K in Exclude<keyof S, OptionalKeys<S>>]: Read<S[K]> } & {
  [K in OptionalKeys<S>]?: Read<S[K]>;
};

/** Reports a fault and answers the mark of a refused value. */
export function wrong(
  reading: Reading,
  code: HistoryFault,
  path: string,
  params?: Record<string, string | number>,
): Wrong {
  reading.fault(code, path, params);
  return WRONG;
}
