import { denied, isSignedIn } from '#identity';
import { refuse } from '#kernel';
import { FileStore, isTable } from '#media';
import type { File } from '#media';
import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { RequestActors } from '../http/request-actors.js';
import { answerRefusal } from './answer-refusal.js';
import { FileAccess } from './file-access.js';
import { FILES_PATH } from './file.view.js';

type FileRequest = FastifyRequest<{ Params: { id: string } }>;

/** GET /files/:id gives a file to those who may read it. */
@Injectable()
export class DownloadRoute implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly actors: RequestActors,
    private readonly access: FileAccess,
    private readonly store: FileStore,
  ) {}

  onModuleInit(): void {
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    fastify.route<{ Params: { id: string } }>({ method: 'GET', url: `${FILES_PATH}/:id`, handler: (request, reply) => this.answer(request, reply) });
  }

  private async answer(request: FileRequest, reply: FastifyReply): Promise<FastifyReply> {
    const actor = await this.actors.of(request);
    if (!isSignedIn(actor)) return answerRefusal(request, reply, actor, denied(actor));
    const file = await this.access.fileFor(actor, request.params.id);
    if (file === null) return answerRefusal(request, reply, actor, refuse('file.unknown'));
    return reply.headers(headersOf(file)).send(this.store.read(file.storedAs));
  }
}

/** A picture may be looked at in its place, a document is only saved; neither is ever run, guessed at or kept by others. */
function headersOf({ name, mediaType, size }: File): Record<string, string | number> {
  const plain = name.replace(/[^\x20-\x7e]|["\\%;]/gu, '_');
  const shown = mediaType === 'application/pdf' || isTable(mediaType) ? 'attachment' : 'inline';
  return {
    'content-type': mediaType,
    'content-length': size,
    'content-disposition': `${shown}; filename="${plain}"; filename*=UTF-8''${rfc8187(name)}`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, no-store',
  };
}

// RFC 8187, 3.2: what a header may not hold is percent-encoded UTF-8.
function rfc8187(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
}
