import { isRefusal } from '#kernel';
import multipart from '@fastify/multipart';
import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { RequestActors } from '../http/request-actors.js';
import { answerRefusal } from './answer-refusal.js';
import { FILES_PATH, toFile } from './file.view.js';
import { UploadFile } from './upload-file.js';
import { patientUploads, UPLOAD_TIME_MS } from './upload-time.js';

/** An upload that ran out of time is told so before the server gives up on it. */
const GRACE_MS = 10_000;

/** POST /files, beside GraphQL: takes one file of a multipart form and answers with its id. */
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
    patientUploads(fastify, FILES_PATH);
    fastify.route({ method: 'POST', url: FILES_PATH, handlerTimeout: UPLOAD_TIME_MS + GRACE_MS, handler: (request, reply) => this.answer(request, reply) });
  }

  private async answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const actor = await this.actors.of(request);
    const taken = await this.uploadFile.run(actor, request, presenceOf(reply));
    if (isRefusal(taken)) return answerRefusal(request, reply, actor, taken);
    const file = toFile(taken);
    return reply.code(201).header('location', file.path).header('cache-control', 'no-store').send(file);
  }
}

/** Aborts when the sender is gone before it was answered, or when its time is over. (Fastify's own signal aborts once the body has come.) */
function presenceOf({ raw }: FastifyReply): AbortSignal {
  const gone = new AbortController();
  raw.once('close', () => { if (!raw.writableFinished) gone.abort(); });
  return AbortSignal.any([gone.signal, AbortSignal.timeout(UPLOAD_TIME_MS)]);
}
