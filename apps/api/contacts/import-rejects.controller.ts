import { Conferences } from '#conferences';
import { conferenceFor, ImportRows } from '#contacts';
import { tableFile, tableMediaType } from '#documents';
import { Audit, denied, isSignedIn } from '#identity';
import { isRefusal, refuse } from '#kernel';
import { UnitOfWork } from '#platform';
import { Controller, Get, Param, Query, Req, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RequestActors } from '../http/request-actors.js';
import { requestLocale } from '../http/request-locale.js';
import { RouteLimit } from '../http/route-limit.js';
import { answerRefusal } from '../media/answer-refusal.js';

/** `GET /exports/contact-imports/:id/rejects?format=csv|xlsx`: the rows that an import did not take, each with its reason. */
@Controller('exports/contact-imports')
@UseGuards(RouteLimit('exports'))
export class ImportRejectsController {
  constructor(
    private readonly actors: RequestActors, private readonly work: UnitOfWork, private readonly conferences: Conferences, private readonly rows: ImportRows, private readonly audit: Audit,
  ) {}

  @Get(':id/rejects')
  async rejects(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string, @Query('format') asked = 'csv', @Query('locale') wanted?: string): Promise<void> {
    const actor = await this.actors.of(request);
    if (!isSignedIn(actor)) {
      await answerRefusal(request, reply, actor, denied(actor));
      return;
    }
    const one = await this.rows.byId(id);
    if (one === null) {
      await answerRefusal(request, reply, actor, refuse('contact-import.unknown'));
      return;
    }
    const conference = await conferenceFor(this.conferences, this.work.reader, actor, one.conferenceId, 'contacts.edit');
    if (isRefusal(conference)) {
      await answerRefusal(request, reply, actor, conference);
      return;
    }
    await this.work.run((tx) => this.audit.write(tx, { actor, action: 'contacts.rejects-fetched', subjectKind: 'contact-import', subjectId: one.id, conferenceId: conference.id }));
    const format = asked === 'xlsx' ? 'xlsx' : 'csv';
    await reply
      .header('content-type', tableMediaType(format))
      .header('content-disposition', `attachment; filename="rows-not-taken.${format}"`)
      .header('cache-control', 'private, no-store')
      .send(tableFile(this.rows.rejectTable(one, wanted ?? requestLocale(request) ?? actor.locale), format));
  }
}
