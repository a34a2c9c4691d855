import { Module } from '@nestjs/common';
import { Contacts } from './contacts.js';

const doors = [Contacts];

@Module({ providers: doors, exports: doors })
export class ContactsModule {}
