import { ConferencesModule } from '#conferences';
import { IdentityModule } from '#identity';
import { MailModule } from '#mail';
import { MediaModule } from '#media';
import { Module } from '@nestjs/common';
import { ContactLists } from './contact-lists.js';
import { ContactPages } from './contact-page.js';
import { ContactWriter } from './contact-writer.js';
import { Contacts } from './contacts.js';
import { CreateContact } from './create-contact.js';
import { DismissDuplicate } from './duplicates/dismiss-duplicate.js';
import { DuplicateList } from './duplicates/duplicate-list.js';
import { FindDuplicates } from './duplicates/find-duplicates.js';
import { MergeContacts } from './duplicates/merge-contacts.js';
import { MergeList } from './duplicates/merge-list.js';
import { UndoMerge } from './duplicates/undo-merge.js';
import { ApplyImport } from './imports/apply-import.js';
import { CheckImport } from './imports/check-import.js';
import { ImportContacts } from './imports/import-contacts.js';
import { ImportRows } from './imports/import-rows.js';
import { MoveImport } from './imports/move-import.js';
import { SweepStaleImports } from './imports/sweep-stale-imports.js';
import { UndoImport } from './imports/undo-import.js';
import { UpdateContact } from './update-contact.js';

const doors = [
  Contacts, ContactPages, ContactLists, CreateContact, UpdateContact, ImportContacts, MoveImport, CheckImport, ApplyImport, UndoImport,
  DuplicateList, DismissDuplicate, FindDuplicates, MergeContacts, UndoMerge, MergeList, ImportRows, SweepStaleImports,
];

@Module({ imports: [ConferencesModule, IdentityModule, MailModule, MediaModule], providers: [...doors, ContactWriter], exports: doors })
export class ContactsModule {}
