import { RegistrationModule } from '#registration';
import { Module } from '@nestjs/common';
import { CarryOnRunHandler } from './carry-on-run.handler.js';
import { FollowAddressHandler } from './follow-address.handler.js';
import { RemindOfDraftHandler } from './remind-of-draft.handler.js';
import { SweepDocuments } from './sweep-documents.js';
import { SweepSearchIndex } from './sweep-search-index.js';

@Module({ imports: [RegistrationModule], providers: [CarryOnRunHandler, FollowAddressHandler, RemindOfDraftHandler, SweepDocuments, SweepSearchIndex] })
export class RegistrationWorkerModule {}
