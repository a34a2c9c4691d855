import { emailKey, OPEN_PATHS, STAFF_COOKIE, StaffAuth } from '#identity';
import { RateLimiter, SETTINGS } from '#platform';
import type { RateLimit, Settings } from '#platform';
import { All, Controller, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { addressSubject } from '../graphql/address-subject.js';
import { sayRefusal } from '../graphql/speak.js';
import { requestLocale } from '../http/request-locale.js';
import { clearDelegateCookie } from '../http/sign-in-cookies.js';

/** Guesses at passwords and codes: by connection, and by the account that is tried. */
const PER_ADDRESS: RateLimit = { limit: 30, perSeconds: 60 };
const PER_MAILBOX: RateLimit = { limit: 10, perSeconds: 600 };

/** The staff's sign-in under /auth: better-auth behind an allowlist, our limits, and our words for a refusal. */
@Controller('auth')
export class StaffAuthController {
  constructor(private readonly auth: StaffAuth, private readonly limiter: RateLimiter, @Inject(SETTINGS) private readonly settings: Settings) {}

  @All('*')
  async answer(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { pathname, search } = new URL(request.url, this.settings.PUBLIC_URL);
    const path = pathname.replace(/^\/auth/, '');
    if (!OPEN_PATHS.has(`${request.method} ${path}`)) {
      await reply.code(404).send({ code: 'not-found' });
      return;
    }
    const seconds = request.method === 'POST' ? await this.waitOf(request, path) : 0;
    if (seconds > 0) {
      const message = sayRefusal(requestLocale(request) ?? 'en', { refused: 'limit.reached', data: { seconds } });
      await reply.code(429).header('retry-after', seconds).send({ code: 'limit.reached', message });
      return;
    }
    await send(await this.auth.answer(asWebRequest(request, new URL(pathname + search, this.settings.PUBLIC_URL))), reply);
  }

  private async waitOf(request: FastifyRequest, path: string): Promise<number> {
    if (this.settings.RATE_LIMITS === 'off') return 0;
    const email: unknown = typeof request.body === 'object' && request.body !== null && 'email' in request.body ? request.body.email : undefined;
    const answers = await Promise.all([
      this.limiter.take(`auth:${addressSubject(`address:${request.ip}`)}`, 1, PER_ADDRESS),
      ...(path === '/sign-in/email' && typeof email === 'string' ? [this.limiter.take(`auth:mailbox:${emailKey(email)}`, 1, PER_MAILBOX)] : []),
    ]);
    return Math.max(0, ...answers.map((answer) => (answer.ok ? 0 : answer.retryAfterSeconds)));
  }
}

// The URL is built from configuration: the Host header is the client's to choose.
function asWebRequest(request: FastifyRequest, url: URL): Request {
  const headers = new Headers();
  for (const name of ['cookie', 'content-type', 'user-agent', 'origin', 'accept-language'] as const) {
    const value = request.headers[name];
    if (value !== undefined) headers.set(name, value);
  }
  const body = request.method === 'POST' ? JSON.stringify(request.body ?? {}) : null;
  if (body !== null) headers.set('content-type', 'application/json');
  return new Request(url, { method: request.method, headers, body });
}

async function send(answer: Response, reply: FastifyReply): Promise<void> {
  const cookies = answer.headers.getSetCookie();
  answer.headers.forEach((value, name) => { if (name !== 'set-cookie') void reply.header(name, value); });
  for (const cookie of cookies) void reply.header('set-cookie', cookie);
  if (cookies.some((cookie) => cookie.startsWith(`${STAFF_COOKIE}=`) && !/max-age=0/i.test(cookie))) clearDelegateCookie(reply);
  await reply.code(answer.status).header('cache-control', 'no-store').send(await answer.text());
}
