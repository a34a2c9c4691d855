import { Account } from './accounts/account.entity.js';
import { AuditEntry } from './audit/audit-entry.entity.js';

/** All records of this lib, for the database connection. */
export const identityEntities = [Account, AuditEntry];
