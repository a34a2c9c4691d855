import { MailModule } from '#mail';
import { Module } from '@nestjs/common';
import { PartRoles } from './access/part-roles.js';
import { RoleGrants } from './access/role-grants.js';
import { StandingActors } from './access/standing-actors.js';
import { Accounts } from './accounts/accounts.js';
import { Audit } from './audit/audit.js';
import { SealAudit } from './audit/seal-audit.js';
import { VerifyAudit } from './audit/verify-audit.js';
import { ForgetSignIns } from './sign-in/forget-sign-ins.js';
import { SignInLinks } from './sign-in/sign-in-links.js';
import { StaffMembers } from './staff/staff-members.js';

const doors = [Accounts, Audit, ForgetSignIns, PartRoles, RoleGrants, SealAudit, SignInLinks, StaffMembers, StandingActors, VerifyAudit];

/** What other libs build on, in the api and in the worker: accounts, the audit log, sign-in links. */
@Module({ imports: [MailModule], providers: doors, exports: doors })
export class IdentityModule {}
