import type { Side } from '#core/kernel';
import type { Tx } from '#platform/database';
import { findPost } from '#forum/identity';
import { translationErrors } from '../domain/translation.errors.js';

export interface NamedPosts {
  readonly translatorPostId?: string | null | undefined;
  readonly checkerPostId?: string | null | undefined;
}

/**
 * Each side names its own people, and two of them: who translates does not check.
 * @throws translation.postUnknown, translation.notOwnPost, translation.samePost
 */
export async function checkPosts(tx: Tx, side: Side, named: NamedPosts, standing: NamedPosts = {}): Promise<void> {
  for (const path of ['translatorPostId', 'checkerPostId'] as const) {
    const id = named[path];
    if (!id || id === standing[path]) continue;
    const post = await findPost(tx, id);
    if (!post) throw translationErrors.postUnknown({}, [{ path, code: translationErrors.postUnknown.code }]);
    if (post.side !== side) throw translationErrors.notOwnPost({}, [{ path, code: translationErrors.notOwnPost.code }]);
  }
  const { translatorPostId: translator = standing.translatorPostId, checkerPostId: checker = standing.checkerPostId } =
    named;
  if (translator && translator === checker)
    throw translationErrors.samePost({}, [{ path: 'checkerPostId', code: translationErrors.samePost.code }]);
}
