export { readTbx, writeTbx, type TbxHead } from './tbx.js';
export { decodeFile, type FileConcept, type FileFault, type FileForm, type Read } from './term-file.js';
export { readTsv, writeTsv, type TableRow } from './tsv.js';
