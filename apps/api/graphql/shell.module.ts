import { IdentityDeskModule } from '#identity';
import { Global, Module } from '@nestjs/common';
import { DiscoveryModule, MetadataScanner } from '@nestjs/core';
import { RequestActors } from '../http/request-actors.js';
import { AccessTable } from './access-table.js';
import { KeptAnswers } from './kept/kept-answers.js';
import { KeptFields } from './kept/kept-fields.js';
import { ReadersStamps } from './kept/readers-stamps.js';
import { LoaderRegistry } from './loaders.js';
import { MutationLimits } from './mutation-limits.js';

const doors = [AccessTable, KeptAnswers, KeptFields, LoaderRegistry, MutationLimits, RequestActors];

/** What every context of the api may inject without importing it: loaders, and who asks. */
@Global()
@Module({ imports: [DiscoveryModule, IdentityDeskModule], providers: [...doors, MetadataScanner, ReadersStamps], exports: doors })
export class ShellModule {}
