import type { Answer } from '#conferences';
import { t } from '#i18n';
import type { SentLetter } from '#mail';
import type { TravelDocument } from '#people';
import { LinkTokens } from '#platform';
import { TICKET } from '#registration';
import type { KeptConsent, Registration, RegistrationTransition } from '#registration';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '../graphql/request-context.js';
import { documentOfPerson, historyOfRegistration, lettersOfRegistration } from './registration.loaders.js';
import { sees, seesAsStaff } from './registration.sight.js';

type Own<Value> = Promise<Value | null>;

/** What of a registration is for its manager and for staff who may read registrations; nothing of it for others. */
@Resolver('Registration')
export class RegistrationDetailsResolver {
  constructor(private readonly links: LinkTokens) {}

  @ResolveField('email')
  email(@Parent() registration: Registration, @Context() context: RequestContext): Own<string> {
    return ifSeen(registration, context, registration.email, null);
  }

  @ResolveField('phone')
  phone(@Parent() registration: Registration, @Context() context: RequestContext): Own<string> {
    return ifSeen(registration, context, registration.phone, null);
  }

  @ResolveField('dietaryNeeds')
  dietaryNeeds(@Parent() registration: Registration, @Context() context: RequestContext): Own<string> {
    return ifSeen(registration, context, registration.dietaryNeeds, null);
  }

  @ResolveField('accessNeeds')
  accessNeeds(@Parent() registration: Registration, @Context() context: RequestContext): Own<string> {
    return ifSeen(registration, context, registration.accessNeeds, null);
  }

  @ResolveField('tags')
  async tags(@Parent() registration: Registration, @Context() context: RequestContext): Promise<readonly string[]> {
    return await seesAsStaff(registration, context) ? registration.tags : [];
  }

  @ResolveField('answers')
  answers(@Parent() registration: Registration, @Context() context: RequestContext): Promise<readonly Answer[]> {
    return ifSeen(registration, context, registration.answers, []);
  }

  @ResolveField('consents')
  async consents(@Parent() registration: Registration, @Context() context: RequestContext): Promise<readonly (Omit<KeptConsent, 'givenAt'> & { givenAt: Date })[]> {
    const seen = await ifSeen(registration, context, registration.consents, []);
    return seen.map((consent) => ({ ...consent, givenAt: new Date(consent.givenAt) }));
  }

  @ResolveField('travelDocument')
  async travelDocument(@Parent() registration: Registration, @Context() context: RequestContext): Own<TravelDocument> {
    if (registration.personId === null || !(await sees(registration, context))) return null;
    return context.loaders.load(documentOfPerson, registration.personId);
  }

  @ResolveField('ticket')
  ticket(@Parent() registration: Registration, @Context() context: RequestContext): Own<string> {
    return ifSeen(registration, context, registration.state === 'CONFIRMED' ? this.links.linkToken(TICKET, registration.id) : null, null);
  }

  @ResolveField('letters')
  async letters(@Parent() registration: Registration, @Context() context: RequestContext): Promise<readonly SentLetter[]> {
    return await sees(registration, context) ? context.loaders.load(lettersOfRegistration, registration.id) : [];
  }

  @ResolveField('history')
  async history(@Parent() registration: Registration, @Context() context: RequestContext): Promise<readonly object[]> {
    if (!(await sees(registration, context))) return [];
    const steps = await context.loaders.load(historyOfRegistration, registration.id);
    return steps.map((step: RegistrationTransition) => ({
      from: step.from, to: step.to, at: step.at, by: t(context.locale, `registration.mover.${step.mover}`), reason: step.reason,
    }));
  }
}

async function ifSeen<Value, Otherwise>(registration: Registration, context: RequestContext, value: Value, otherwise: Otherwise): Promise<Value | Otherwise> {
  return await sees(registration, context) ? value : otherwise;
}
