import { COMPLETE_LOCALES, t, writtenLocale } from '#i18n';
import { Unsubscribe } from '#mail';
import { Controller, Get, Headers, Param, Post, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { RouteLimit } from '../http/route-limit.js';

/**
 * The way out of mailings, by the link of each letter (RFC 8058): a mailbox provider posts and is answered 200; a person
 * opens it, is shown a page that asks, and posts from there. Opening changes nothing, since scanners open all links.
 */
@Controller('unsubscribe')
@UseGuards(RouteLimit('letters'))
export class UnsubscribeController {
  constructor(private readonly unsubscribe: Unsubscribe) {}

  @Get(':token')
  async open(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    const letter = await this.unsubscribe.behind(token);
    await reply.header('referrer-policy', 'no-referrer').header('x-robots-tag', 'noindex').redirect(pageOf(letter?.locale ?? 'en', token), 302);
  }

  @Post(':token')
  async follow(@Param('token') token: string, @Headers('accept') accept: string | undefined, @Res() reply: FastifyReply): Promise<void> {
    const letter = await this.unsubscribe.behind(token);
    const isDone = await this.unsubscribe.run(token);
    const isPage = accept?.includes('text/html') === true;
    if (isPage) await reply.redirect(`${pageOf(letter?.locale ?? 'en', token)}?${isDone ? 'done' : 'unknown'}=1`, 303);
    else await reply.code(isDone ? 200 : 404).type('text/plain; charset=utf-8').send(COMPLETE_LOCALES.map((locale) => t(locale, isDone ? 'mail.unsubscribe.done' : 'mail.unsubscribe.unknown')).join('\n'));
  }
}

// Only what can be a token comes into the address.
function pageOf(locale: string, token: string): string {
  return `/${writtenLocale(locale)}/unsubscribe/${encodeURIComponent(token.slice(0, 100))}`;
}
