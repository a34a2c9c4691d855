import { denied, may } from '#identity';
import { All, Controller, Req, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RequestActors } from '../http/request-actors.js';
import { RouteLimit } from '../http/route-limit.js';
import { answerRefusal } from '../media/answer-refusal.js';
import { QueueBoard } from './queue-board.js';

/** What only reads (RFC 9110, 9.2.1). */
const READING: ReadonlySet<string> = new Set(['GET', 'HEAD']);

/**
 * `GET /queues/`: BullMQ's own queues by bull-board, for who may see the health of the work. Whatever bull-board has, pages,
 * answers and files, lies behind this one door; nothing can be done through it, since that would be done behind the outbox's back.
 */
@Controller('queues')
@UseGuards(RouteLimit('queues'))
export class QueuesController {
  constructor(private readonly actors: RequestActors, private readonly board: QueueBoard) {}

  @All(['', '*'])
  async look(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const actor = await this.actors.of(request);
    if (!may(actor, 'house.run', {})) {
      await answerRefusal(request, reply, actor, denied(actor));
      return;
    }
    if (!READING.has(request.method)) {
      await reply.code(405).header('allow', [...READING].join(', ')).send({ code: 'input.malformed' });
      return;
    }
    await this.board.answer(request, reply);
  }
}
