import { ConferencesModule } from '#conferences';
import { MediaModule } from '#media';
import { RegistrationModule } from '#registration';
import { Module } from '@nestjs/common';
import { DownloadRoute } from './download.route.js';
import { FileAccess } from './file-access.js';
import { MediaLoaders } from './media.loaders.js';
import { PartsRoute } from './parts.route.js';
import { UploadFile } from './upload-file.js';
import { UploadLimits } from './upload-limits.js';
import { UploadRoute } from './upload.route.js';

@Module({ imports: [ConferencesModule, MediaModule, RegistrationModule], providers: [MediaLoaders, FileAccess, UploadLimits, UploadFile, UploadRoute, PartsRoute, DownloadRoute] })
export class MediaApiModule {}
