import { IdentityDeskModule } from '#identity';
import { Module } from '@nestjs/common';
import { AuditResolver } from './audit.resolver.js';
import { InstallationResolver, WorkFigureResolver } from './installation.resolver.js';
import { ChangeRoleResolver, StaffRolesResolver } from './staff-roles.resolver.js';
import { SubjectNames } from './subject-names.js';
import { WorkResolver } from './work.resolver.js';

/** For who runs the house: staff and their roles, the audit log, the installation and its work. */
@Module({ imports: [IdentityDeskModule], providers: [SubjectNames, StaffRolesResolver, ChangeRoleResolver, AuditResolver, InstallationResolver, WorkFigureResolver, WorkResolver] })
export class HouseApiModule {}
