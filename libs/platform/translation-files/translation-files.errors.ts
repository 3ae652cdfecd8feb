import { defineErrors } from '#core/kernel';

/** Refusals of a translation that came back as a file; nothing of it is taken over. */
export const translationFileErrors = defineErrors('translation-files', {
  damaged: 422,
  hasDoctype: 422, // entities could read other files or fill the memory
  noTable: 422,
  notXliff2: 422, // params: version
  textEncoding: 422,
  tooLarge: 413, // params: max (bytes)
  tooManyUnits: 422, // params: max
  wrongKind: 415,
});
