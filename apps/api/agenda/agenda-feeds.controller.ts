import { createHash } from 'node:crypto';
import { PersonalCalendar } from '#agenda';
import { UnitOfWork } from '#platform';
import { Controller, Get, Headers, NotFoundException, Param, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { RouteLimit } from '../http/route-limit.js';

const ENDING = '.ics';
/** For how many seconds a reader may keep its calendar without asking again. */
const FRESH_SECONDS = 300;

/** Personal calendars by their secret path; whoever has the path may read, since calendar programs cannot sign in. */
@Controller('feeds/agenda')
@UseGuards(RouteLimit('feeds'))
export class AgendaFeeds {
  constructor(private readonly work: UnitOfWork, private readonly calendar: PersonalCalendar) {}

  @Get(':file')
  async personal(@Param('file') file: string, @Headers('if-none-match') known: string | undefined, @Res() reply: FastifyReply): Promise<void> {
    const found = file.endsWith(ENDING) ? await this.calendar.behind(this.work.reader, file.slice(0, -ENDING.length)) : undefined;
    if (found === undefined) throw new NotFoundException();
    const etag = `"${createHash('sha256').update(found).digest('base64url').slice(0, 27)}"`;
    reply.header('etag', etag).header('cache-control', `private, max-age=${FRESH_SECONDS}`).header('referrer-policy', 'no-referrer').header('x-robots-tag', 'noindex');
    if (known === etag) {
      await reply.status(304).send();
      return;
    }
    await reply.type('text/calendar; charset=utf-8').header('content-disposition', 'inline; filename="agenda.ics"').send(found);
  }
}
