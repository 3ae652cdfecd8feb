export { createFileStorage } from './create.js';
export { FileStorage, type ByteRange, type FileSource, type StoredFile } from './file-storage.js';
export { storageErrors, tooLarge } from './storage.errors.js';
export { type SpooledFile } from './spool.js';
