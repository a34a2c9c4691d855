import { may } from '#identity';
import type { Actor } from '#identity';
import { t } from '#i18n';
import { full } from '#people';
import { isBlock } from '#programme';
import type { ProgrammeWarning, Session } from '#programme';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { conferenceById } from '../conferences/conferences.loaders.js';
import { CurrentActor } from '../graphql/request-context.js';
import type { RequestContext } from '../graphql/request-context.js';
import { personById } from '../people/people.loaders.js';
import { registrationById } from '../registration/registration.loaders.js';
import { draft } from './programme.loaders.js';
import { valuesInWords } from './warning-words.js';

const MOST_NAMES = 20;

/** Warnings in the caller's language, with the sessions they are about. */
@Resolver('ProgrammeWarning')
export class WarningsResolver {
  @ResolveField('message')
  message(@Parent() warning: ProgrammeWarning, @Context() { locale }: RequestContext): string {
    return t(locale, `warning.${warning.code}`, valuesInWords(locale, warning.values));
  }

  @ResolveField('blocks')
  blocks(@Parent() warning: ProgrammeWarning): boolean {
    return isBlock(warning);
  }

  @ResolveField('people')
  async people(@Parent() { people = [] }: ProgrammeWarning, @CurrentActor() actor: Actor, @Context() { loaders }: RequestContext): Promise<readonly string[]> {
    const registrations = (await loaders.loadMany(registrationById, people.slice(0, MOST_NAMES))).filter((one) => one !== null);
    const conferences = await loaders.loadMany(conferenceById, registrations.map(({ conferenceId }) => conferenceId));
    const readable = registrations.filter((_, index) => {
      const conference = conferences[index];
      return conference != null && may(actor, 'registration.read', { conferenceId: conference.id, seriesId: conference.seriesId });
    });
    const persons = await loaders.loadMany(personById, readable.flatMap(({ personId }) => (personId === null ? [] : [personId])));
    return persons.flatMap((person) => (person === null ? [] : [full(person.names)]));
  }

  /** One that was removed since is left out. */
  @ResolveField('sessions')
  async sessions(@Parent() warning: ProgrammeWarning, @Context() { loaders }: RequestContext): Promise<readonly Session[]> {
    const found = await loaders.loadMany(draft.sessionById, warning.sessionIds);
    return found.filter((session) => session !== null);
  }
}
