import { createHash, timingSafeEqual } from 'node:crypto';
import { isId } from '#kernel';
import type { MessageId } from '#kernel';
import { HOOK_PROVIDERS, hookReports, ReturnPaths, TakeBounce } from '#mail';
import type { HookProvider, HookReport } from '#mail';
import { KeyRing, LOG, SETTINGS, UnitOfWork } from '#platform';
import type { Log, Settings, Tx } from '#platform';
import { BadRequestException, Body, Controller, Headers, HttpCode, Inject, NotFoundException, Param, Post, Query, UseGuards } from '@nestjs/common';
import { RouteLimit } from '../http/route-limit.js';

/** Where providers post what became of letters. Whoever knows MAIL_HOOK_TOKEN is believed; nothing that comes is fetched. */
@Controller('hooks/mail')
@UseGuards(RouteLimit('letters'))
export class MailHooksController {
  private readonly paths: ReturnPaths;

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings, keys: KeyRing, private readonly work: UnitOfWork, private readonly bounces: TakeBounce, @Inject(LOG) private readonly log: Log,
  ) {
    this.paths = new ReturnPaths(keys, settings.BOUNCE_DOMAIN, '');
  }

  @Post(':provider')
  @HttpCode(200)
  async report(@Param('provider') provider: string, @Query('token') token: string | undefined, @Headers('authorization') authorization: string | undefined, @Body() body: unknown): Promise<{ taken: number }> {
    if (!this.isKnown(token ?? authorization?.replace(/^Bearer /, '') ?? '') || !isProvider(provider)) throw new NotFoundException();
    const posted = asJson(body);
    const reports = hookReports(provider, posted);
    if (reports === undefined) throw new BadRequestException({ code: 'input.malformed' });
    if (reports.length === 0) this.log.info('a provider posted nothing about a letter; a subscription is confirmed by opening its address by hand', { provider });
    let taken = 0;
    for (const report of reports) taken += await this.work.run((tx) => this.take(tx, report)) ? 1 : 0;
    return { taken };
  }

  private async take(tx: Tx, report: HookReport): Promise<boolean> {
    const id = this.paths.letterAt(report.returnPath ?? '') ?? idIn(report.messageId) ?? (report.recipient === undefined ? undefined : await this.bounces.latestTo(tx, report.recipient));
    return id !== undefined && this.bounces.within(tx, id, { ...report, letterId: id });
  }

  private isKnown(token: string): boolean {
    const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
    return this.settings.MAIL_HOOK_TOKEN !== undefined && timingSafeEqual(digest(token), digest(this.settings.MAIL_HOOK_TOKEN));
  }
}

function isProvider(name: string): name is HookProvider {
  return (HOOK_PROVIDERS as readonly string[]).includes(name);
}

// SNS posts JSON as text/plain.
function asJson(body: unknown): unknown {
  if (typeof body !== 'string') return body;
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** Our Message-IDs are the letters' ids at our domain. */
function idIn(messageId: string | undefined): MessageId | undefined {
  const id = /^<?([0-9a-f-]{36})@/i.exec(messageId ?? '')?.[1]?.toLowerCase();
  return id !== undefined && isId(id) ? id as MessageId : undefined;
}
