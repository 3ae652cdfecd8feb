import { partyName, type Language } from '#core/kernel';
import type { PostRef } from '../../shared/api/types.js';

/** A post in a list to choose from: its side, its body, its title. */
export const postLabel = (post: PostRef, lang: Language): string =>
  `${post.side ? `${partyName(post.side, lang)} · ` : ''}${post.body.text} ${post.title.text}`;
