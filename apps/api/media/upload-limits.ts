import type { Actor } from '#identity';
import { refuse } from '#kernel';
import type { Refusal } from '#kernel';
import { RateLimiter, SETTINGS } from '#platform';
import type { RateLimit, Settings } from '#platform';
import { Inject, Injectable } from '@nestjs/common';
import { addressSubject } from '../graphql/address-subject.js';

/** A form with a handful of files, corrected a few times, for each of a delegation. */
const PERSON: RateLimit = { limit: 120, perSeconds: 3_600 };
const PROGRAM: RateLimit = { limit: 6_000, perSeconds: 3_600 };
/** Ten parts a file, on a line that breaks in each of them. */
const PARTS_A_FILE = 20;

/** How much one sender may upload, whole or in parts. */
@Injectable()
export class UploadLimits {
  constructor(private readonly limiter: RateLimiter, @Inject(SETTINGS) private readonly settings: Settings) {}

  ofFile(actor: Actor): Promise<Refusal<'limit.reached'> | undefined> {
    return this.take('upload', actor, 1);
  }

  ofPart(actor: Actor): Promise<Refusal<'limit.reached'> | undefined> {
    return this.take('upload-part', actor, PARTS_A_FILE);
  }

  private async take(what: string, actor: Actor, times: number): Promise<Refusal<'limit.reached'> | undefined> {
    if (this.settings.RATE_LIMITS === 'off') return undefined;
    const { limit, perSeconds } = actor.kind === 'TOKEN' ? PROGRAM : PERSON;
    const answer = await this.limiter.take(`${what}:${addressSubject(actor.principal)}`, 1, { limit: limit * times, perSeconds });
    return answer.ok ? undefined : refuse('limit.reached', { seconds: answer.retryAfterSeconds });
  }
}
