import { t } from '#i18n';
import type { ProgrammeWarning, Session } from '#programme';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '../graphql/request-context.js';
import { draft } from './programme.loaders.js';

/** Warnings in the caller's language, with the sessions they are about. */
@Resolver('ProgrammeWarning')
export class WarningsResolver {
  @ResolveField('message')
  message(@Parent() warning: ProgrammeWarning, @Context() { locale }: RequestContext): string {
    return t(locale, `warning.${warning.code}`, warning.values);
  }

  /** One that was removed since is left out. */
  @ResolveField('sessions')
  async sessions(@Parent() warning: ProgrammeWarning, @Context() { loaders }: RequestContext): Promise<readonly Session[]> {
    const found = await loaders.loadMany(draft.sessionById, warning.sessionIds);
    return found.filter((session) => session !== null);
  }
}
