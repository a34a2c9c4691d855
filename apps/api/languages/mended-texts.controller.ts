import { FreshTexts } from '#languages';
import { Controller, Get, Headers, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

/** What this installation says otherwise, for the site's own processes, which have no database (RFC 9110, 13.1.2). */
@Controller('texts')
export class MendedTextsController {
  constructor(private readonly fresh: FreshTexts) {}

  @Get()
  async inUse(@Headers('if-none-match') known: string | undefined, @Res() reply: FastifyReply): Promise<void> {
    const { version, texts } = this.fresh.now;
    const tag = `"texts-${version}"`;
    void reply.header('etag', tag).header('cache-control', 'no-cache');
    await (known === tag ? reply.code(304).send() : reply.send({ version, texts }));
  }
}
