import { defineErrors } from '#core/kernel';

/** Refusals of a file from outside. Whatever is wrong with it, it is refused as a whole and nothing of it is kept. */
export const fileErrors = defineErrors('files', {
  // what it is
  archive: 415,
  executable: 415,
  html: 415,
  legacyFormat: 415, // params: format (doc, xls, ppt, hwp)
  script: 415,
  svg: 415,
  typeNotAllowed: 415, // params: allowed (comma-separated extensions)
  wrongExtension: 422, // params: found (extension)
  // what is in it
  activeContent: 422, // params: what
  damaged: 422,
  embeddedObject: 422,
  empty: 422,
  encrypted: 422,
  expandsTooMuch: 422,
  externalContent: 422,
  imageTooLarge: 422, // params: max (megapixels)
  macros: 422,
  textEncoding: 422,
  unsafePath: 422,
  // what it is called
  badName: 422,
});
