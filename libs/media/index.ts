import { File } from './file.entity.js';
import { IncomingFile } from './incoming-file.entity.js';

export * from './announce-file.js';
export * from './file-kind.js';
export * from './file-store.js';
export * from './file.entity.js';
export * from './files.js';
export * from './incoming-file.entity.js';
export * from './incoming-files.js';
export * from './media.module.js';
export * from './receive-part.js';
export * from './sweep-unused-files.js';
export * from './take-file.js';

export const mediaEntities = [File, IncomingFile];
