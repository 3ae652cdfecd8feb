import type { ReactNode } from 'react';
import css from './data-table.module.css';

export interface Column<T> {
  key: string;
  label: string;
  cell: (row: T) => ReactNode;
  /** The cell that names the row; on a phone it stands alone on the first line. */
  main?: boolean;
  width?: string;
}

/** A table on wide screens, cards on a phone: the same elements, so that a screen reader hears one table. */
export function DataTable<T>({
  label,
  columns,
  rows,
  idOf,
}: {
  label: string;
  columns: Column<T>[];
  rows: T[];
  idOf: (row: T) => string;
}) {
  return (
    <table className={css.table}>
      <caption className="fd-hidden">{label}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col" style={column.width ? { width: column.width } : undefined}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={idOf(row)}>
            {columns.map((column) =>
              column.main ? (
                <th key={column.key} scope="row" className={css.main}>
                  {column.cell(row)}
                </th>
              ) : (
                <td key={column.key} data-label={column.label}>
                  {column.cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
