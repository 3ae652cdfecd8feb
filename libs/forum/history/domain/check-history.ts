import type { FieldFault } from '#core/kernel';
import { faultAt } from './history.errors.js';
import { historySchema, type History } from './history.schema.js';
import { relationFaults } from './relation-faults.js';
import { WRONG, type IdKind, type Reading } from './rule.types.js';

/** Either the whole record, or everything that is wrong with the file. */
export type Checked = { readonly history: History } | { readonly faults: readonly FieldFault[] };

interface Mention {
  readonly kind: IdKind;
  readonly id: string;
  readonly path: string;
}

const ILLUSTRATIVE_PATH = '$.illustrative.';
const ILLUSTRATIVE_ID = /^IL-/;

/**
 * Reads the text of a record file. Answers every fault at once, each with its JSON path (`$.channels[3].lifecycle[0].date.value`) and a
 * code `history.*`; faults stand in the order of the file's fields. Pure: touches nothing.
 */
export function checkHistory(fileText: string): Checked {
  let json: unknown;
  try {
    json = JSON.parse(fileText);
  } catch {
    return { faults: [faultAt('notJson', '$')] };
  }
  const faults: FieldFault[] = [];
  const declared: Mention[] = [];
  const referred: Mention[] = [];
  const reading: Reading = {
    fault: (code, path, params) => faults.push(faultAt(code, path, params)),
    declare: (kind, id, path) => declared.push({ kind, id, path }),
    refer: (kind, id, path) => referred.push({ kind, id, path }),
  };
  const history = historySchema.read(json, '$', reading);
  faults.push(...declarationFaults(declared), ...referenceFaults(declared, referred));
  if (history !== WRONG) faults.push(...relationFaults(history));
  return history === WRONG || faults.length > 0 ? { faults } : { history };
}

function declarationFaults(declared: readonly Mention[]): FieldFault[] {
  const first = new Map<string, string>();
  return declared.flatMap(({ id, path }) => {
    const found: FieldFault[] = [];
    const earlier = first.get(id);
    if (earlier === undefined) first.set(id, path);
    else found.push(faultAt('duplicateId', path, { id, first: earlier }));
    const inside = path.startsWith(ILLUSTRATIVE_PATH);
    if (inside && !ILLUSTRATIVE_ID.test(id)) found.push(faultAt('illustrativeUnmarked', path, { id }));
    if (!inside && ILLUSTRATIVE_ID.test(id)) found.push(faultAt('illustrativeOutside', path, { id }));
    return found;
  });
}

/** A history row must not lean on an invented one; an invented one may lean on history. */
function referenceFaults(declared: readonly Mention[], referred: readonly Mention[]): FieldFault[] {
  const known = new Set(declared.map(({ kind, id }) => `${kind} ${id}`));
  return referred.flatMap(({ kind, id, path }) => {
    if (!known.has(`${kind} ${id}`)) return [faultAt('unknownId', path, { id })];
    return ILLUSTRATIVE_ID.test(id) && !path.startsWith(ILLUSTRATIVE_PATH) ? [faultAt('illustrativeOutside', path, { id })] : [];
  });
}
