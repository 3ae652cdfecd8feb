import { defineErrors } from '#core/kernel';

/** `notFound` also answers for a channel the reader must not know of. */
export const channelsErrors = defineErrors('channels', { notFound: 404 });
