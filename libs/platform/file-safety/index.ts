export { contentDisposition } from './content-disposition.js';
export { fileErrors } from './file.errors.js';
export { ALLOWED_FILES, type FileKind, type InspectedFile } from './file-kinds.js';
export { cleanFileName } from './file-name.js';
export { inspectFile } from './inspect.js';
