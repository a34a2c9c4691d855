import { Campaigns } from '#campaigns';
import type { Campaign } from '#campaigns';
import { Clock, isRefusal } from '#kernel';
import type { CampaignId, Refusal } from '#kernel';
import { Controller, Get, Param, Req, Res, UseGuards } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { sayRefusal } from '../graphql/speak.js';
import { RequestActors } from '../http/request-actors.js';
import { requestLocale } from '../http/request-locale.js';
import { RouteLimit } from '../http/route-limit.js';
import { ProgressDesk, shownState } from './progress-desk.js';

const LOOK_EVERY_MS = 1_000;
/** A follower comes again by itself (the stream's `retry`); no connection is held for ever. */
const LONGEST_MS = 10 * 60_000;

/** How a campaign fares, live: `GET /campaigns/:id/progress` as server-sent events (WHATWG HTML, 9.2), for those who may write campaigns. */
@Controller('campaigns')
@UseGuards(RouteLimit('exports'))
export class ProgressController implements OnApplicationShutdown {
  private readonly closing = new AbortController();

  constructor(private readonly actors: RequestActors, private readonly campaigns: Campaigns, private readonly desk: ProgressDesk, private readonly clock: Clock) {}

  @Get(':id/progress')
  async progress(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const actor = await this.actors.of(request);
    const campaign = await this.campaigns.campaign(actor, id as CampaignId);
    if (isRefusal(campaign)) {
      await reply.code(statusOf(campaign)).send({ code: campaign.refused, message: sayRefusal(requestLocale(request) ?? actor.locale, campaign) });
      return;
    }
    const gone = new AbortController();
    request.raw.once('close', () => { gone.abort(); });
    await reply.header('content-type', 'text/event-stream').header('cache-control', 'no-store').header('x-accel-buffering', 'no')
      .send(Readable.from(this.told(campaign.id, AbortSignal.any([gone.signal, this.closing.signal, AbortSignal.timeout(LONGEST_MS)]))));
  }

  onApplicationShutdown(): void {
    this.closing.abort();
  }

  private async* told(id: CampaignId, until: AbortSignal): AsyncGenerator<string> {
    yield 'retry: 3000\n\n';
    let last = '';
    while (!until.aborted) {
      const [campaign] = await this.campaigns.campaignsByIds([id]);
      if (campaign === undefined) return;
      const state = shownState(campaign, this.clock.now());
      const told = JSON.stringify({ state, ...await this.desk.of(campaign) });
      // A comment keeps proxies from taking a quiet stream for a dead one.
      yield told === last ? ': still\n\n' : `event: progress\ndata: ${told}\n\n`;
      last = told;
      if (isOver(campaign)) return;
      await pause(until);
    }
  }
}

function isOver({ state }: Campaign): boolean {
  return state === 'FINISHED' || state === 'CANCELLED';
}

async function pause(until: AbortSignal): Promise<void> {
  if (until.aborted) return;
  await new Promise<void>((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      until.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, LOOK_EVERY_MS);
    until.addEventListener('abort', done);
  });
}

function statusOf(refusal: Refusal): number {
  if (refusal.refused === 'access.sign-in-needed') return 401;
  return refusal.refused === 'campaign.unknown' ? 404 : 403;
}
