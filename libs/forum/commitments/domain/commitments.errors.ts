import { defineErrors } from '#core/kernel';

/** `…NotFound` also answers for what the reader must not know of. */
export const commitmentsErrors = defineErrors('commitments', { notFound: 404, instrumentNotFound: 404 });
