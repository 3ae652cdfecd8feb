import { defineErrors } from '#core/kernel';

/** What keeping a file can answer. Whatever else the disk or the object store says is common.unavailable with its cause. */
export const storageErrors = defineErrors('files', {
  tooLarge: 413, // params: max (bytes), megabytes
  lost: 503, // the row is there and its bytes are not
});

/** @param limit bytes */
export const tooLarge = (limit: number) =>
  storageErrors.tooLarge({ max: limit, megabytes: Math.round((limit / 1_048_576) * 1000) / 1000 });
