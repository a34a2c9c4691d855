import { createHash } from 'node:crypto';
import { Conferences, maySeeConference } from '#conferences';
import type { Conference } from '#conferences';
import { anonymousActor } from '#identity';
import { resolveLocale } from '#i18n';
import { UnitOfWork } from '#platform';
import { FrabFeed, ProgrammeCalendar, Programmes } from '#programme';
import { Controller, Get, Headers, NotFoundException, Param, Query, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { RouteLimit } from '../http/route-limit.js';

/** For how many seconds a reader may keep a feed without asking again. */
const FRESH_SECONDS = 300;

/** Feeds of published programmes, for anyone: calendars, and schedules in the frab format; `?lang=` chooses the language, else the reader's own. */
@Controller('feeds/:slug')
@UseGuards(RouteLimit('feeds'))
export class ProgrammeFeeds {
  constructor(
    private readonly work: UnitOfWork, private readonly conferences: Conferences,
    private readonly programmes: Programmes, private readonly calendar: ProgrammeCalendar,
    private readonly frab: FrabFeed,
  ) {}

  @Get('programme.ics')
  async whole(@Param('slug') slug: string, @Query('lang') lang: string | undefined, @Headers() headers: FeedHeaders, @Res() reply: FastifyReply): Promise<void> {
    const conference = await this.published(slug);
    await send(reply, headers, `${slug}.ics`, await this.calendar.of(this.work.reader, conference, languageOf(lang, headers)));
  }

  @Get('schedule.xml')
  async scheduleXml(@Param('slug') slug: string, @Query('lang') lang: string | undefined, @Headers() headers: FeedHeaders, @Res() reply: FastifyReply): Promise<void> {
    const schedule = await this.frab.of(this.work.reader, await this.published(slug), languageOf(lang, headers), 'xml');
    await send(reply, headers, `${slug}.xml`, schedule, 'application/xml; charset=utf-8');
  }

  @Get('schedule.json')
  async scheduleJson(@Param('slug') slug: string, @Query('lang') lang: string | undefined, @Headers() headers: FeedHeaders, @Res() reply: FastifyReply): Promise<void> {
    const schedule = await this.frab.of(this.work.reader, await this.published(slug), languageOf(lang, headers), 'json');
    await send(reply, headers, `${slug}.json`, schedule, 'application/json; charset=utf-8');
  }

  @Get('forums/:file')
  async ofForum(
    @Param('slug') slug: string, @Param('file') file: string, @Query('lang') lang: string | undefined, @Headers() headers: FeedHeaders, @Res() reply: FastifyReply,
  ): Promise<void> {
    const conference = await this.published(slug);
    const forum = file.endsWith('.ics') ? await this.programmes.forumBySlug(this.work.reader, conference.id, file.slice(0, -'.ics'.length)) : null;
    if (forum === null) throw new NotFoundException();
    await send(reply, headers, `${slug}-${forum.slug}.ics`, await this.calendar.of(this.work.reader, conference, languageOf(lang, headers), [forum]));
  }

  private async published(slug: string): Promise<Conference> {
    const conference = await this.conferences.bySlug(this.work.reader, slug);
    // Calendars carry no sign-in: what strangers may not see is not there.
    if (conference === null || !maySeeConference(anonymousActor('', 'en'), conference)) throw new NotFoundException();
    return conference;
  }
}

type FeedHeaders = Readonly<Record<string, string | undefined>>;

function languageOf(lang: string | undefined, headers: FeedHeaders): string {
  return resolveLocale(typeof lang === 'string' && lang !== '' ? lang : headers['accept-language']);
}

async function send(reply: FastifyReply, headers: FeedHeaders, filename: string, calendar: string, type = 'text/calendar; charset=utf-8'): Promise<void> {
  const etag = `"${createHash('sha256').update(calendar).digest('base64url').slice(0, 27)}"`;
  reply.header('etag', etag).header('cache-control', `public, max-age=${FRESH_SECONDS}`).header('vary', 'accept-language');
  if (headers['if-none-match'] === etag) {
    await reply.status(304).send();
    return;
  }
  await reply.type(type).header('content-disposition', `inline; filename="${filename}"`).send(calendar);
}
