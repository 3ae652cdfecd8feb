import { defineErrors } from '#core/kernel';

export const documentsErrors = defineErrors('documents', {
  notFound: 404,
  notesOnOwnCopyOnly: 422,
});
