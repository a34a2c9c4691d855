import { ConferencesModule } from '#conferences';
import { MailModule } from '#mail';
import { RegistrationModule } from '#registration';
import { Module } from '@nestjs/common';
import { FillFigures } from './fill-figures.js';
import { ReportDesk } from './report-desk.js';
import { ReportTables } from './report-tables.js';
import { ReportsController } from './reports.controller.js';
import { ReportsResolver } from './reports.resolver.js';

/** Numbers of a conference over all rooms, for pages and files. */
@Module({ imports: [ConferencesModule, MailModule, RegistrationModule], controllers: [ReportsController], providers: [FillFigures, ReportDesk, ReportTables, ReportsResolver] })
export class ReportsApiModule {}
