import { v7, validate } from 'uuid';

/** A new UUIDv7: sortable by the time it was made, lower-case. */
export const newId = (): string => v7();

/** True for any well-formed UUID. */
export const isId = (value: unknown): value is string => typeof value === 'string' && validate(value);
