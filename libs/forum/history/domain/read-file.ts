import type { FieldFault } from '#core/kernel';
import { faultAt } from './history.errors.js';
import { WRONG, type IdKind, type Reading, type Rule } from './rule.types.js';

/** What a file says, and the ids its rows declare (`kind id`); `value` is null when a field is wrong. */
export interface FileReading<T> {
  readonly value: T | null;
  readonly faults: readonly FieldFault[];
  readonly declared: ReadonlySet<string>;
}

interface Mention {
  readonly kind: IdKind;
  readonly id: string;
  readonly path: string;
}

const ILLUSTRATIVE_PATH = '$.illustrative.';
const ILLUSTRATIVE_ID = /^IL-/;

/**
 * Reads the text of a file by its rule and collects every fault with its JSON path (`$.channels[3].lifecycle[0].date.value`).
 * References are met by the file's own ids or by those `known` from another file. Pure.
 */
export function readFile<T>(fileText: string, rule: Rule<T>, known: ReadonlySet<string> = new Set()): FileReading<T> {
  const faults: FieldFault[] = [];
  const declared: Mention[] = [];
  const referred: Mention[] = [];
  const reading: Reading = {
    fault: (code, path, params) => faults.push(faultAt(code, path, params)),
    declare: (kind, id, path) => declared.push({ kind, id, path }),
    refer: (kind, id, path) => referred.push({ kind, id, path }),
  };
  let json: unknown;
  try {
    json = JSON.parse(fileText);
  } catch {
    return { value: null, faults: [faultAt('notJson', '$')], declared: new Set() };
  }
  const value = rule.read(json, '$', reading);
  const names = new Set([...known, ...declared.map(({ kind, id }) => `${kind} ${id}`)]);
  faults.push(...declarationFaults(declared), ...referenceFaults(names, referred));
  return { value: value === WRONG ? null : value, faults, declared: names };
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
function referenceFaults(names: ReadonlySet<string>, referred: readonly Mention[]): FieldFault[] {
  return referred.flatMap(({ kind, id, path }) => {
    if (!names.has(`${kind} ${id}`)) return [faultAt('unknownId', path, { id })];
    return ILLUSTRATIVE_ID.test(id) && !path.startsWith(ILLUSTRATIVE_PATH)
      ? [faultAt('illustrativeOutside', path, { id })]
      : [];
  });
}
