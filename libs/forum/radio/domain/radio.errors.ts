import { defineErrors } from '#core/kernel';

/** `notFound` also answers for an issue the reader must not know of. */
export const radioErrors = defineErrors('radio', { notFound: 404 });
