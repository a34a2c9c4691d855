import type { Actor } from '#identity';
import { isRefusal } from '#kernel';
import type { Refusal } from '#kernel';
import type { File } from '#media';
import multipart from '@fastify/multipart';
import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { RequestActors } from '../http/request-actors.js';
import { answerRefusal } from './answer-refusal.js';
import { FILES_PATH, PARTS_PATH, TABLES_PATH, toFile } from './file.view.js';
import { UploadFile } from './upload-file.js';
import { PATIENCE_MS, patientUploads, UPLOAD_TIME_MS } from './upload-time.js';

interface TableRequest { Querystring: { back?: string } }

/** A page of the console, to which a browser's form may ask to be led back: no other site, no other part of this one. */
const CONSOLE_PAGE = /^\/[a-zA-Z-]{2,12}\/console\/[\w\-/]{1,200}$/;

/**
 * POST /files, beside GraphQL: takes one file of a multipart form and answers with its id. POST /files/tables takes a
 * table; a form of the console, which has no script, is led back by `?back=` to its page, with the file or the reason why not.
 */
@Injectable()
export class UploadRoute implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly actors: RequestActors,
    private readonly uploadFile: UploadFile,
  ) {}

  async onModuleInit(): Promise<void> {
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    await fastify.register(multipart);
    patientUploads(fastify, isUpload);
    fastify.route({ method: 'POST', url: FILES_PATH, handlerTimeout: PATIENCE_MS, handler: (request, reply) => this.answer(request, reply) });
    fastify.route<TableRequest>({ method: 'POST', url: TABLES_PATH, handlerTimeout: PATIENCE_MS, handler: (request, reply) => this.answerTable(request, reply) });
  }

  private async answerTable(request: FastifyRequest<TableRequest>, reply: FastifyReply): Promise<FastifyReply> {
    const { back } = request.query;
    const actor = await this.actors.of(request);
    const taken = await this.uploadFile.run(actor, request, presenceOf(reply), 'TABLE');
    if (back === undefined || !CONSOLE_PAGE.test(back)) return this.tell(request, reply, actor, taken);
    const said = isRefusal(taken) ? { refused: taken.refused } : { file: taken.id, name: taken.name };
    return reply.code(303).header('location', `${back}?${new URLSearchParams(said).toString()}`).header('cache-control', 'no-store').send();
  }

  private async answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const actor = await this.actors.of(request);
    return this.tell(request, reply, actor, await this.uploadFile.run(actor, request, presenceOf(reply)));
  }

  private async tell(request: FastifyRequest, reply: FastifyReply, actor: Actor, taken: File | Refusal): Promise<FastifyReply> {
    if (isRefusal(taken)) return answerRefusal(request, reply, actor, taken);
    const file = toFile(taken);
    return reply.code(201).header('location', file.path).header('cache-control', 'no-store').send(file);
  }
}

/** A file, whole or in part. */
function isUpload(method: string, path: string): boolean {
  return (method === 'POST' && (path === FILES_PATH || path === TABLES_PATH)) || (method === 'PATCH' && path.startsWith(`${PARTS_PATH}/`));
}

/** Aborts when the sender is gone before it was answered, or when its time is over. (Fastify's own signal aborts once the body has come.) */
function presenceOf({ raw }: FastifyReply): AbortSignal {
  const gone = new AbortController();
  raw.once('close', () => { if (!raw.writableFinished) gone.abort(); });
  return AbortSignal.any([gone.signal, AbortSignal.timeout(UPLOAD_TIME_MS)]);
}
