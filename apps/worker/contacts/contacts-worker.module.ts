import { ContactsModule } from '#contacts';
import { Module } from '@nestjs/common';
import { ApplyImportHandler, CheckImportHandler, FindDuplicatesHandler, UndoImportHandler } from './contact-imports.handlers.js';

@Module({ imports: [ContactsModule], providers: [CheckImportHandler, ApplyImportHandler, UndoImportHandler, FindDuplicatesHandler] })
export class ContactsWorkerModule {}
