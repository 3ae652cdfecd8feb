/** An error is a code; text is made at the edge, once, in the reader's language (design.md 2.10). */

/** HTTP statuses an error may carry (design.md 4). */
export type ErrorStatus = 400 | 401 | 403 | 404 | 409 | 412 | 413 | 415 | 422 | 428 | 429 | 503;

export type ErrorParams = Readonly<Record<string, string | number>>;

/** One fault of one input field. `path` is a JSON path without the root: `items.0.title`. */
export interface FieldFault {
  readonly path: string;
  readonly code: string;
  readonly params?: ErrorParams;
}

/** A refusal that a person can be told about. `message` is the code, for logs only. */
export class DomainError extends Error {
  override readonly name = 'DomainError';

  constructor(
    readonly code: string,
    readonly status: ErrorStatus,
    readonly params: ErrorParams = {},
    readonly fields: readonly FieldFault[] = [],
    options?: ErrorOptions,
  ) {
    super(code, options);
  }
}

/** Makes the error; knows its own code, so that a guard can name it without making it. */
export interface ErrorFactory {
  (params?: ErrorParams, fields?: readonly FieldFault[], options?: ErrorOptions): DomainError;
  readonly code: string;
  readonly status: ErrorStatus;
}

const registry = new Map<string, ErrorStatus>();

/**
 * Declares the errors of one namespace: `defineErrors('agenda', { bracketsOpen: 422 })` gives `bracketsOpen(params?, fields?)`
 * with code `agenda.bracketsOpen`. Throws when a code is declared twice with different statuses.
 */
export function defineErrors<const T extends Record<string, ErrorStatus>>(
  namespace: string,
  table: T,
): { readonly [K in keyof T]: ErrorFactory } {
  const factories: Partial<Record<keyof T, ErrorFactory>> = {};
  for (const name of Object.keys(table) as (keyof T & string)[]) {
    factories[name] = factory(`${namespace}.${name}`, table[name] as ErrorStatus);
  }
  return Object.freeze(factories) as { readonly [K in keyof T]: ErrorFactory };
}

function factory(code: string, status: ErrorStatus): ErrorFactory {
  if ((registry.get(code) ?? status) !== status) throw new TypeError(`errors.declaredTwice ${code}`);
  registry.set(code, status);
  return Object.assign(
    (params?: ErrorParams, fields?: readonly FieldFault[], options?: ErrorOptions) =>
      new DomainError(code, status, params, fields, options),
    { code, status },
  );
}

/** All declared codes, sorted. Complete only once every module that declares errors is loaded. */
export const errorCodes = (): string[] => [...registry.keys()].sort();

/** Status of a declared code, or undefined. */
export const errorStatus = (code: string): ErrorStatus | undefined => registry.get(code);

/** i18n key of a code: `agenda.bracketsOpen` -> `agenda:errors.bracketsOpen`. */
export function messageKey(code: string): string {
  const dot = code.indexOf('.');
  return `${code.slice(0, dot)}:errors.${code.slice(dot + 1)}`;
}

/** The error of a declared code; an undeclared one is a fault of the program. */
export function errorOf(code: string, params?: ErrorParams): DomainError {
  const status = registry.get(code);
  if (status === undefined) throw new TypeError(`errors.notDeclared ${code}`);
  return new DomainError(code, status, params);
}
