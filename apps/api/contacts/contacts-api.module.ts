import { ConferencesModule } from '#conferences';
import { ContactsModule } from '#contacts';
import { IdentityModule } from '#identity';
import { Module } from '@nestjs/common';
import { ContactImportsResolver } from './contact-imports.resolver.js';
import { ContactMutations } from './contact-mutations.resolver.js';
import { ContactsLoaders } from './contacts.loaders.js';
import { ContactsResolver } from './contacts.resolver.js';
import { DuplicatesResolver, MergesResolver } from './duplicates.resolver.js';
import { ImportRejectsController } from './import-rejects.controller.js';

@Module({
  imports: [ConferencesModule, ContactsModule, IdentityModule],
  controllers: [ImportRejectsController],
  providers: [ContactsLoaders, ContactsResolver, ContactMutations, ContactImportsResolver, DuplicatesResolver, MergesResolver],
})
export class ContactsApiModule {}
