import { join } from 'node:path';
import { SETTINGS } from '#platform';
import type { Settings } from '#platform';
import { Module } from '@nestjs/common';
import { FileStore } from './file-store.js';
import { Files } from './files.js';
import { SweepUnusedFiles } from './sweep-unused-files.js';
import { TakeFile } from './take-file.js';

const store = { provide: FileStore, inject: [SETTINGS], useFactory: (settings: Settings) => new FileStore(join(settings.DATA_DIR, 'files')) };

@Module({ providers: [store, Files, TakeFile, SweepUnusedFiles], exports: [FileStore, Files, TakeFile, SweepUnusedFiles] })
export class MediaModule {}
