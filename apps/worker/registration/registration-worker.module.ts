import { RegistrationModule } from '#registration';
import { Module } from '@nestjs/common';
import { FollowAddressHandler } from './follow-address.handler.js';
import { RemindOfDraftHandler } from './remind-of-draft.handler.js';

@Module({ imports: [RegistrationModule], providers: [FollowAddressHandler, RemindOfDraftHandler] })
export class RegistrationWorkerModule {}
