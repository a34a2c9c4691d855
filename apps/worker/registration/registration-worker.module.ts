import { RegistrationModule } from '#registration';
import { Module } from '@nestjs/common';
import { FollowAddressHandler } from './follow-address.handler.js';

@Module({ imports: [RegistrationModule], providers: [FollowAddressHandler] })
export class RegistrationWorkerModule {}
