import { isRefusal } from '#kernel';
import type { Refusal, RegistrationId } from '#kernel';
import { PrintConfirmation } from '#registration';
import { Controller, Get, Query, Req, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sayRefusal } from '../graphql/speak.js';
import { RequestActors } from '../http/request-actors.js';
import { requestLocale } from '../http/request-locale.js';
import { RouteLimit } from '../http/route-limit.js';

/** The letter that confirms a registration: `GET /exports/confirmation?registrationId=`, for whoever may read the registration. `locale` is that of a refusal. */
@Controller('exports')
@UseGuards(RouteLimit('exports'))
export class ConfirmationController {
  constructor(private readonly actors: RequestActors, private readonly printing: PrintConfirmation) {}

  @Get('confirmation')
  async confirmation(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Query('registrationId') registrationId = '', @Query('locale') wanted?: string): Promise<void> {
    const actor = await this.actors.of(request);
    const printed = await this.printing.run(actor, registrationId as RegistrationId);
    reply.header('cache-control', 'private, no-store');
    if (isRefusal(printed)) {
      await reply.code(statusOf(printed)).send({ code: printed.refused, message: sayRefusal(wanted ?? requestLocale(request) ?? actor.locale, printed) });
      return;
    }
    await reply.header('content-type', 'application/pdf').header('content-disposition', `attachment; filename="confirmation-${printed.code}.pdf"`).send(printed.pdf);
  }
}

function statusOf({ refused }: Refusal): number {
  if (refused === 'access.sign-in-needed') return 401;
  if (refused === 'registration.unknown') return 404;
  return refused === 'registration.not-confirmed' ? 409 : 403;
}
