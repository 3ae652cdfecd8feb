/** `handle` of the route of a page that says nothing but what the first file of texts holds. */
export const FIRST = { texts: 'first' };
