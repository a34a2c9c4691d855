import { tableFile, tableMediaType } from '#documents';
import type { TableFormat } from '#documents';
import { isRefusal } from '#kernel';
import type { ConferenceId, Refusal } from '#kernel';
import { ExportRegistrations } from '#registration';
import { Controller, Get, Query, Req, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sayRefusal } from '../graphql/speak.js';
import { RequestActors } from '../http/request-actors.js';
import { requestLocale } from '../http/request-locale.js';
import { RouteLimit } from '../http/route-limit.js';

/** Exports beside GraphQL, since they flow: `GET /exports/registrations?conferenceId=&format=csv|xlsx`, for staff who may export. */
@Controller('exports')
@UseGuards(RouteLimit('exports'))
export class ExportsController {
  constructor(private readonly actors: RequestActors, private readonly exporting: ExportRegistrations) {}

  @Get('registrations')
  async registrations(
    @Req() request: FastifyRequest, @Res() reply: FastifyReply, @Query('conferenceId') conferenceId = '', @Query('format') asked = 'csv', @Query('locale') wanted?: string,
  ): Promise<void> {
    const actor = await this.actors.of(request);
    const locale = wanted ?? requestLocale(request) ?? actor.locale;
    const format = formatOf(asked);
    if (format === undefined) return refused(reply, 400, { refused: 'input.invalid', data: { problems: [{ path: 'format', code: 'unknown' }] } }, locale);
    const answer = await this.exporting.run(actor, conferenceId as ConferenceId, { format, locale });
    if (isRefusal(answer)) return refused(reply, statusOf(answer), answer, locale);
    await reply
      .header('content-type', tableMediaType(format))
      .header('content-disposition', `attachment; filename="registrations-${answer.conference.slug}.${format}"`)
      .header('cache-control', 'private, no-store')
      .send(tableFile(answer.table, format));
  }
}

function formatOf(asked: string): TableFormat | undefined {
  return asked === 'csv' || asked === 'xlsx' ? asked : undefined;
}

function statusOf(refusal: Refusal): number {
  if (refusal.refused === 'access.sign-in-needed') return 401;
  return refusal.refused === 'conference.unknown' ? 404 : 403;
}

async function refused(reply: FastifyReply, status: number, refusal: Refusal, locale: string): Promise<void> {
  await reply.code(status).send({ code: refusal.refused, message: sayRefusal(locale, refusal) });
}
