import { join } from 'node:path';
import { SETTINGS } from '#platform';
import type { Settings } from '#platform';
import { Module } from '@nestjs/common';
import { AnnounceFile } from './announce-file.js';
import { FileStore } from './file-store.js';
import { Files } from './files.js';
import { IncomingFiles } from './incoming-files.js';
import { ReceivePart } from './receive-part.js';
import { SweepUnusedFiles } from './sweep-unused-files.js';
import { TakeFile } from './take-file.js';

const store = { provide: FileStore, inject: [SETTINGS], useFactory: (settings: Settings) => new FileStore(join(settings.DATA_DIR, 'files')) };

const verbs = [Files, IncomingFiles, TakeFile, AnnounceFile, ReceivePart, SweepUnusedFiles];

@Module({ providers: [store, ...verbs], exports: [FileStore, ...verbs] })
export class MediaModule {}
