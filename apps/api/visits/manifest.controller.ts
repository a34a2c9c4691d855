import { tableFile, tableMediaType } from '#documents';
import { isRefusal } from '#kernel';
import type { DepartureId, Refusal } from '#kernel';
import { ManifestPapers, ReadManifest } from '#visits';
import type { Manifest } from '#visits';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sayRefusal } from '../graphql/speak.js';
import { RequestActors } from '../http/request-actors.js';
import { requestLocale } from '../http/request-locale.js';

/** Passenger lists as files: `GET /exports/manifest?departureId=&format=pdf|xlsx&documents=true`, for staff who may export. */
@Controller('exports')
export class ManifestController {
  constructor(private readonly actors: RequestActors, private readonly reading: ReadManifest, private readonly papers: ManifestPapers) {}

  @Get('manifest')
  async manifest(
    @Req() request: FastifyRequest, @Res() reply: FastifyReply, @Query('departureId') departureId = '', @Query('format') format = 'pdf',
    @Query('documents') documents = 'false', @Query('locale') wanted?: string,
  ): Promise<void> {
    const actor = await this.actors.of(request);
    const locale = wanted ?? requestLocale(request) ?? actor.locale;
    if (format !== 'pdf' && format !== 'xlsx') return refused(reply, 400, { refused: 'input.invalid', data: { problems: [{ path: 'format', code: 'unknown' }] } }, locale);
    const manifest = await this.reading.run(actor, departureId as DepartureId, { documents: documents === 'true', format });
    if (isRefusal(manifest)) return refused(reply, statusOf(manifest), manifest, locale);
    const file = format === 'pdf' ? await this.papers.pdf(manifest, locale) : tableFile(await this.papers.table(manifest, locale), 'xlsx');
    await reply
      .header('content-type', format === 'pdf' ? 'application/pdf' : tableMediaType('xlsx'))
      .header('content-disposition', `attachment; filename="${filename(manifest)}.${format}"`)
      .header('cache-control', 'private, no-store')
      .send(file);
  }
}

function filename({ visit, departure }: Manifest): string {
  return `manifest-${visit.slug}-${departure.startsAt.toISOString().slice(0, 16).replace(/[-:]/g, '')}Z`;
}

function statusOf(refusal: Refusal): number {
  if (refusal.refused === 'access.sign-in-needed') return 401;
  return refusal.refused === 'departure.unknown' ? 404 : 403;
}

async function refused(reply: FastifyReply, status: number, refusal: Refusal, locale: string): Promise<void> {
  await reply.code(status).send({ code: refusal.refused, message: sayRefusal(locale, refusal) });
}
