import { MediaModule } from '#media';
import { Module } from '@nestjs/common';

/** Uploads that nothing used are thrown away; the lib brings the sweep. */
@Module({ imports: [MediaModule] })
export class MediaWorkerModule {}
