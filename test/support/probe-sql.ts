import { insertStatement, type MadeRow } from './rows.js';

/** SQL of probes, with its values written out: a probe runs as text inside the database. */
export function selectOf(table: string, row: MadeRow): string {
  return `select 1 from forum.${table} where id = ${literal(row['id'])}`;
}

export function updateOf(table: string, row: MadeRow, column: string): string {
  return `update forum.${table} set ${column} = ${column} where id = ${literal(row['id'])}`;
}

export function literalInsert(table: string, row: MadeRow): string {
  const { text, values } = insertStatement(table, row);
  return text.replace(/\$(\d+)/g, (_, index: string) => literal(values[Number(index) - 1]));
}

export function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  // An empty one fits arrays of any type.
  if (Array.isArray(value) && value.length === 0) return `'{}'`;
  if (Array.isArray(value)) return `array[${value.map(literal).join(', ')}]::text[]`;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return `'${text.replaceAll("'", "''")}'`;
}
