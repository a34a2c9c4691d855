import type { FileId } from '#kernel';
import { Files } from '#media';
import { UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import { defineLoader, LoaderRegistry } from '../graphql/loaders.js';
import type { File } from '../graphql/schema.gen.js';
import { toFile } from './file.view.js';

/** A file as GraphQL shows it; whether its bytes may be read is decided when they are asked for. */
export const fileById = defineLoader<FileId, File | null>('fileById', () => null);

@Injectable()
export class MediaLoaders {
  constructor(registry: LoaderRegistry, files: Files, work: UnitOfWork) {
    registry.serve(fileById, async (ids) => new Map((await files.byIds(work.reader, ids)).map((file) => [file.id, toFile(file)])));
  }
}
