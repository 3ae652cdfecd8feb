import { defineErrors } from '#core/kernel';

/** Refusals of an upload before anybody looks into the file. */
export const uploadErrors = defineErrors('files', {
  notAnUpload: 415,
  oneFile: 422,
  uploadBroken: 400,
});
