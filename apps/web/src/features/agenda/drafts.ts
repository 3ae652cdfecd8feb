/** Where the text of an unfinished edit or translation is kept. */
export const draftOf = (mode: 'edit' | 'translate', itemId: string, lang: string): string =>
  `${mode === 'edit' ? 'agenda-item' : 'translation'}.${itemId}.${lang}`;
