/**
 * JSON with sorted keys and no spaces, the input of every content hash (design.md 2.1). Keys are sorted by UTF-16 code unit as in
 * RFC 8785; absent and `undefined` members are the same. Throws a TypeError for what JSON cannot say (NaN, functions, class instances, cycles).
 */
export function canonicalJson(value: unknown): string {
  return write(value, new Set());
}

function write(value: unknown, above: Set<object>): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (typeof value !== 'object' || above.has(value)) throw new TypeError('canonicalJson.notJson');
  above.add(value);
  const text = Array.isArray(value)
    ? `[${value.map((entry: unknown) => write(entry, above)).join(',')}]`
    : `{${members(value, above).join(',')}}`;
  above.delete(value);
  return text;
}

function members(value: object, above: Set<object>): string[] {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw new TypeError('canonicalJson.notPlain');
  return Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${write(member, above)}`);
}
