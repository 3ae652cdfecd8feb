import { cleanCode } from '#core/kernel';
import { actionsErrors } from './actions.errors.js';

/** Letter case, width and spaces do not matter in a name: on a line nobody types them. */
const plain = (name: string): string => cleanCode(name).toLowerCase().replace(/\s+/gu, '');

interface Called {
  readonly id: string;
  readonly code: string | null;
  readonly names: readonly string[];
}

/**
 * The posts meant by words of a line, in their order: by code, else by title, else by body and title.
 * @throws actions.ownerNotFound, actions.ownerAmbiguous
 */
export function postsCalled(words: readonly string[], posts: readonly Called[]): string[] {
  return words.map((word) => {
    const name = plain(word);
    const byCode = posts.find(({ code }) => code !== null && plain(code) === name);
    if (byCode) return byCode.id;
    const found = posts.filter(({ names }) => names.some((one) => plain(one) === name));
    const [only, ...more] = found;
    const fault = (code: string, params: Record<string, string | number>) => [{ path: 'text', code, params }];
    if (!only) {
      const params = { name: word };
      throw actionsErrors.ownerNotFound(params, fault(actionsErrors.ownerNotFound.code, params));
    }
    if (more.length > 0) {
      const params = { name: word, count: found.length };
      throw actionsErrors.ownerAmbiguous(params, fault(actionsErrors.ownerAmbiguous.code, params));
    }
    return only.id;
  });
}
