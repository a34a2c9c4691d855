import { tableFile, tableMediaType } from '#documents';
import type { TableFormat } from '#documents';
import { isRefusal, refuse } from '#kernel';
import type { Refusal } from '#kernel';
import { Controller, Get, Query, Req, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sayRefusal } from '../graphql/speak.js';
import { RequestActors } from '../http/request-actors.js';
import { requestLocale } from '../http/request-locale.js';
import { RouteLimit } from '../http/route-limit.js';
import { ReportDesk } from './report-desk.js';
import { REPORTS, ReportTables } from './report-tables.js';
import type { ReportName } from './report-tables.js';

/** The numbers of a conference as a file: `GET /exports/reports?conferenceId=&report=days&format=csv|xlsx`. */
@Controller('exports')
@UseGuards(RouteLimit('exports'))
export class ReportsController {
  constructor(private readonly actors: RequestActors, private readonly desk: ReportDesk, private readonly tables: ReportTables) {}

  @Get('reports')
  async file(
    @Req() request: FastifyRequest, @Res() reply: FastifyReply, @Query('conferenceId') conferenceId = '', @Query('report') report = '', @Query('format') format = 'csv', @Query('locale') wanted?: string,
  ): Promise<void> {
    const actor = await this.actors.of(request);
    const locale = wanted ?? requestLocale(request) ?? actor.locale;
    if (!isReport(report) || !isFormat(format)) return refused(reply, 400, refuse('input.invalid', { problems: [{ path: isReport(report) ? 'format' : 'report', code: 'unknown' }] }), locale);
    const conference = await this.desk.conference(actor, conferenceId, permissionFor(report));
    if (isRefusal(conference)) return refused(reply, conference.refused === 'access.sign-in-needed' ? 401 : 403, conference, locale);
    await reply
      .header('content-type', tableMediaType(format))
      .header('content-disposition', `attachment; filename="${conference.slug}-${report}.${format}"`)
      .header('cache-control', 'private, no-store')
      .send(tableFile(await this.tables.of(report, conference, locale), format));
  }
}

function permissionFor(report: ReportName): 'registration.read' | 'mail.read' | 'conference.read-draft' {
  if (report === 'letters') return 'mail.read';
  return report === 'programme' || report === 'visits' ? 'conference.read-draft' : 'registration.read';
}

function isReport(text: string): text is ReportName {
  return (REPORTS as readonly string[]).includes(text);
}

function isFormat(text: string): text is TableFormat {
  return text === 'csv' || text === 'xlsx';
}

async function refused(reply: FastifyReply, status: number, refusal: Refusal, locale: string): Promise<void> {
  await reply.code(status).send({ code: refusal.refused, message: sayRefusal(locale, refusal) });
}
