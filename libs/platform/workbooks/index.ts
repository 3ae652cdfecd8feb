export { writeCsv } from './write-csv.js';
export { writeXlsx } from './write-xlsx.js';
export type { Cell, SheetColumn, Sheet } from './sheet.js';
