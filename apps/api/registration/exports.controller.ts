import { tableFile, tableMediaType } from '#documents';
import type { TableFormat } from '#documents';
import { isId, isRefusal } from '#kernel';
import type { ConferenceId, Refusal } from '#kernel';
import { ExportRegistrations, registrationStates } from '#registration';
import { Controller, Get, Query, Req, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RegistrationFilter } from '../graphql/schema.gen.js';
import { sayRefusal } from '../graphql/speak.js';
import { RequestActors } from '../http/request-actors.js';
import { requestLocale } from '../http/request-locale.js';
import { RouteLimit } from '../http/route-limit.js';
import { RegistrationFilters } from './registration-filter.js';

/**
 * Exports beside GraphQL, since they flow: `GET /exports/registrations?conferenceId=&format=csv|xlsx`, for staff who may
 * export; `q`, `state`, `category`, `nationality` and `tag`, the last four as often as is wanted, limit it as the list is.
 */
@Controller('exports')
@UseGuards(RouteLimit('exports'))
export class ExportsController {
  constructor(private readonly actors: RequestActors, private readonly exporting: ExportRegistrations, private readonly filters: RegistrationFilters) {}

  @Get('registrations')
  async registrations(
    @Req() request: FastifyRequest, @Res() reply: FastifyReply, @Query('conferenceId') conferenceId = '', @Query('format') asked = 'csv', @Query('locale') wanted?: string, @Query() query: Asked = {},
  ): Promise<void> {
    const actor = await this.actors.of(request);
    const locale = wanted ?? requestLocale(request) ?? actor.locale;
    const format = formatOf(asked);
    if (format === undefined) return refused(reply, 400, { refused: 'input.invalid', data: { problems: [{ path: 'format', code: 'unknown' }] } }, locale);
    const answer = await this.exporting.run(actor, conferenceId as ConferenceId, { format, locale, filter: isId(conferenceId) ? await this.filters.of(conferenceId as ConferenceId, filterOf(query)) : {} });
    if (isRefusal(answer)) return refused(reply, statusOf(answer), answer, locale);
    await reply
      .header('content-type', tableMediaType(format))
      .header('content-disposition', `attachment; filename="registrations-${answer.conference.slug}.${format}"`)
      .header('cache-control', 'private, no-store')
      .send(tableFile(answer.table, format));
  }
}

type Asked = Readonly<Record<string, string | string[] | undefined>>;

function filterOf(query: Asked): RegistrationFilter {
  const some = (name: string): string[] | undefined => {
    const given = [query[name] ?? []].flat().filter((one) => one !== '');
    return given.length === 0 ? undefined : given;
  };
  const states = registrationStates.filter((state) => some('state')?.includes(state));
  return { search: some('q')?.[0] ?? null, states: states.length === 0 ? null : states, categories: some('category') ?? null, nationalities: some('nationality') ?? null, tags: some('tag') ?? null };
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
