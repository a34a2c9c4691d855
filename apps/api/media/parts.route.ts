import { denied, isSignedIn } from '#identity';
import type { Actor } from '#identity';
import { isId, isRefusal, refuse } from '#kernel';
import type { FileId, Refusal } from '#kernel';
import { AnnounceFile, IncomingFiles, MOST_BYTES, ReceivePart } from '#media';
import type { IncomingFile } from '#media';
import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { RequestActors } from '../http/request-actors.js';
import { answerRefusal } from './answer-refusal.js';
import { PARTS_PATH } from './file.view.js';
import { announcedName, VERSION, wholeNumber } from './tus.js';
import { UploadLimits } from './upload-limits.js';
import { PATIENCE_MS } from './upload-time.js';

type PartRequest = FastifyRequest<{ Params: { id: string }; Body: FastifyRequest['raw'] | undefined }>;
const PART_TYPE = 'application/offset+octet-stream';

/**
 * Files in parts over lines that break: tus 1.0.0 with `creation` and `termination`. POST begins one and says its address; HEAD
 * says how far it has come; PATCH brings the next part; DELETE throws it away. The address ends in the id of the file that it
 * becomes. Only whoever began it goes on with it.
 */
@Injectable()
export class PartsRoute implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly actors: RequestActors,
    private readonly limits: UploadLimits,
    private readonly incoming: IncomingFiles,
    private readonly announceFile: AnnounceFile,
    private readonly receivePart: ReceivePart,
  ) {}

  onModuleInit(): void {
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    const one = `${PARTS_PATH}/:id`;
    fastify.addContentTypeParser(PART_TYPE, (_request, payload, done) => { done(null, payload); });
    fastify.route({ method: 'OPTIONS', url: PARTS_PATH, handler: (_request, reply) => say(reply, 204, { 'tus-version': VERSION, 'tus-extension': 'creation,termination', 'tus-max-size': MOST_BYTES }) });
    fastify.route({ method: 'POST', url: PARTS_PATH, handler: (request, reply) => this.begin(request, reply) });
    fastify.route<{ Params: { id: string } }>({ method: 'HEAD', url: one, handler: (request, reply) => this.on(request, reply, (file) => say(reply, 200, { 'upload-offset': file.received, 'upload-length': file.size })) });
    fastify.route<{ Params: { id: string }; Body: FastifyRequest['raw'] | undefined }>({ method: 'PATCH', url: one, handlerTimeout: PATIENCE_MS, handler: (request, reply) => this.on(request, reply, (file, actor) => this.receive(request, reply, file, actor)) });
    fastify.route<{ Params: { id: string } }>({ method: 'DELETE', url: one, handler: (request, reply) => this.on(request, reply, (file) => this.drop(reply, file)) });
  }

  private async begin(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    if (request.headers['tus-resumable'] !== VERSION) return otherVersion(reply);
    const actor = await this.actors.of(request);
    if (!isSignedIn(actor)) return this.refuse(request, reply, actor, denied(actor));
    const limited = await this.limits.ofFile(actor);
    if (limited !== undefined) return this.refuse(request, reply, actor, limited);
    const size = wholeNumber(request.headers['upload-length']);
    const begun = size === undefined ? refuse('file.missing') : await this.announceFile.run(actor, { name: announcedName(request.headers['upload-metadata']), size });
    return isRefusal(begun) ? this.refuse(request, reply, actor, begun) : say(reply, 201, { location: `${PARTS_PATH}/${begun.id}` });
  }

  /** What is done with a file under its address, for whoever began it. */
  private async on(request: FastifyRequest<{ Params: { id: string } }>, reply: FastifyReply, answer: (file: IncomingFile, actor: Actor) => FastifyReply | Promise<FastifyReply>): Promise<FastifyReply> {
    if (request.headers['tus-resumable'] !== VERSION) return otherVersion(reply);
    const actor = await this.actors.of(request);
    if (!isSignedIn(actor)) return this.refuse(request, reply, actor, denied(actor));
    const limited = await this.limits.ofPart(actor);
    if (limited !== undefined) return this.refuse(request, reply, actor, limited);
    const file = isId(request.params.id) ? await this.incoming.of(actor, request.params.id as FileId) : null;
    return file === null ? this.refuse(request, reply, actor, refuse('file.unknown')) : answer(file, actor);
  }

  private async receive(request: PartRequest, reply: FastifyReply, file: IncomingFile, actor: Actor): Promise<FastifyReply> {
    const offset = wholeNumber(request.headers['upload-offset']);
    if (request.headers['content-type'] !== PART_TYPE || request.body === undefined) return say(reply, 415);
    if (offset === undefined) return say(reply, 400);
    // Said before the part comes, so that the sender hears it.
    if (offset + (wholeNumber(request.headers['content-length']) ?? 0) > file.size) return say(reply, 413);
    const progress = await this.receivePart.run(actor, { id: file.id, offset, content: request.body });
    if (isRefusal(progress)) return this.refuse(request, reply, actor, progress);
    return say(reply, progress.fits ? 204 : 409, { 'upload-offset': progress.received });
  }

  private async drop(reply: FastifyReply, file: IncomingFile): Promise<FastifyReply> {
    await this.incoming.forget(file);
    return say(reply, 204);
  }

  private refuse(request: FastifyRequest, reply: FastifyReply, actor: Actor, refusal: Refusal): Promise<FastifyReply> {
    reply.header('tus-resumable', VERSION);
    return answerRefusal(request, reply, actor, refusal);
  }
}

function say(reply: FastifyReply, status: number, headers: Readonly<Record<string, string | number>> = {}): FastifyReply {
  return reply.code(status).headers({ 'tus-resumable': VERSION, 'cache-control': 'no-store', ...headers }).send();
}

function otherVersion(reply: FastifyReply): FastifyReply {
  return say(reply, 412, { 'tus-version': VERSION });
}
