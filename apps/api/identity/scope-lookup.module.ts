import { ScopeDirectory } from '#identity';
import { Global, Module } from '@nestjs/common';
import { ScopeLookup } from './scope-lookup.js';

/** Binds identity's port to the libs above it, which only the app may see. */
@Global()
@Module({ providers: [{ provide: ScopeDirectory, useClass: ScopeLookup }], exports: [ScopeDirectory] })
export class ScopeLookupModule {}
