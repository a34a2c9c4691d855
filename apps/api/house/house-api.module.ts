import { IdentityDeskModule } from '#identity';
import { Module } from '@nestjs/common';
import { AuditResolver } from './audit.resolver.js';
import { InstallationResolver, WorkFigureResolver } from './installation.resolver.js';
import { QueueBoard } from './queue-board.js';
import { QueuesController } from './queues.controller.js';
import { ChangeRoleResolver, StaffRolesResolver } from './staff-roles.resolver.js';
import { SubjectNames } from './subject-names.js';
import { WorkResolver } from './work.resolver.js';

/** For who runs the house: staff and their roles, the audit log, the installation, its work and its queues. */
@Module({ imports: [IdentityDeskModule], controllers: [QueuesController], providers: [QueueBoard, SubjectNames, StaffRolesResolver, ChangeRoleResolver, AuditResolver, InstallationResolver, WorkFigureResolver, WorkResolver] })
export class HouseApiModule {}
