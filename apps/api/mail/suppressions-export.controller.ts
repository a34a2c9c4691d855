import { Conferences, scopeOf } from '#conferences';
import { tableFile, tableMediaType } from '#documents';
import { may } from '#identity';
import { isId } from '#kernel';
import type { ConferenceId } from '#kernel';
import { SuppressionStore } from '#mail';
import { UnitOfWork } from '#platform';
import { Controller, ForbiddenException, Get, Query, Req, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RequestActors } from '../http/request-actors.js';
import { RouteLimit } from '../http/route-limit.js';

/** `GET /exports/suppressions?conferenceId=`: the list as CSV, which `importSuppressions` takes again elsewhere. */
@Controller('exports')
@UseGuards(RouteLimit('exports'))
export class SuppressionsExport {
  constructor(private readonly actors: RequestActors, private readonly conferences: Conferences, private readonly store: SuppressionStore, private readonly work: UnitOfWork) {}

  @Get('suppressions')
  async suppressions(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Query('conferenceId') id = ''): Promise<void> {
    const actor = await this.actors.of(request);
    const conference = isId(id) ? await this.conferences.byId(this.work.reader, id as ConferenceId) : null;
    if (conference === null || !may(actor, 'mail.suppress', scopeOf(conference))) throw new ForbiddenException();
    const table = { name: 'suppressions', columns: ['address', 'reason', 'note', 'scope', 'since'].map((header) => ({ header })), rows: this.rows(conference.id) };
    await reply.header('content-type', tableMediaType('csv')).header('content-disposition', `attachment; filename="suppressions-${conference.slug}.csv"`)
      .header('cache-control', 'private, no-store').send(tableFile(table, 'csv'));
  }

  private async *rows(id: ConferenceId): AsyncGenerator<string[]> {
    for await (const { address, reason, note, conferenceId, createdAt } of this.store.all(id)) {
      yield [address, reason, note ?? '', conferenceId === null ? 'installation' : 'conference', createdAt.toISOString()];
    }
  }
}
