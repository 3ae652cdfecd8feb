import type { LocalizedText, Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import type { ProposalRow, ProposalSubject } from './proposal.types.js';

/** What a proposal is about, as its reader's side names it, and the page that shows it. */
export interface SubjectSeen {
  readonly title: LocalizedText;
  /** Path of the web app, e.g. `/sessions/<id>/agenda`. */
  readonly path: string;
}

/** What the owner of a kind of object tells about it. */
export interface SubjectSource {
  /**
   * SQL that locks what has to be locked before a proposal about the object with id `$1`: the row every other change of it locks first,
   * so that two keys never wait for each other.
   */
  readonly lock: string;
  /** Title and page by id; what the reader may not see is left out. */
  readonly find: (
    reader: Reader,
    side: Side | null,
    ids: readonly string[],
  ) => Promise<ReadonlyMap<string, SubjectSeen>>;
}

const sources = new Map<ProposalSubject, SubjectSource>();

/** Called once by the capability that owns the objects, from its index.ts. */
export function registerProposalSubject(type: ProposalSubject, source: SubjectSource): void {
  sources.set(type, source);
}

/** @throws TypeError when nobody owns the type: a mistake of ours, never of a user */
export function sourceOf(type: ProposalSubject): SubjectSource {
  const source = sources.get(type);
  if (!source) throw new TypeError(type);
  return source;
}

/** Title and page of what these proposals are about, by subject id. Subjects out of the reader's sight are left out. */
export async function subjectsOf(
  reader: Reader,
  side: Side | null,
  proposals: readonly Pick<ProposalRow, 'subjectType' | 'subjectId'>[],
): Promise<ReadonlyMap<string, SubjectSeen>> {
  const types = [...new Set(proposals.map((row) => row.subjectType))];
  const found = await Promise.all(
    types.map((type) => {
      const ids = proposals.filter((row) => row.subjectType === type).map((row) => row.subjectId);
      return sourceOf(type).find(reader, side, [...new Set(ids)]);
    }),
  );
  return new Map(found.flatMap((map) => [...map]));
}
