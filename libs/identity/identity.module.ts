import { Module } from '@nestjs/common';
import { Accounts } from './accounts/accounts.js';
import { Audit } from './audit/audit.js';

const doors = [Accounts, Audit];

@Module({ providers: doors, exports: doors })
export class IdentityModule {}
