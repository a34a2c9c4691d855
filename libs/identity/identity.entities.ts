import { RoleGrant } from './access/role-grant.entity.js';
import { Account } from './accounts/account.entity.js';
import { AuditEntry } from './audit/audit-entry.entity.js';
import { SignInLink } from './sign-in/sign-in-link.entity.js';
import { SignIn } from './sign-in/sign-in.entity.js';
import { ApiToken } from './tokens/api-token.entity.js';

/** All records of this lib, for the database connection; the staff's tables are better-auth's. */
export const identityEntities = [Account, RoleGrant, ApiToken, SignInLink, SignIn, AuditEntry];
