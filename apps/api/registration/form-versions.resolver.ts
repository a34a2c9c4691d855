import { Categories, scopeOf } from '#conferences';
import type { Category, FormVersion } from '#conferences';
import { may } from '#identity';
import { UnitOfWork } from '#platform';
import { FormUses } from '#registration';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { conferenceById } from '../conferences/conferences.loaders.js';
import type { RequestContext } from '../graphql/request-context.js';

interface UsedVersion extends Pick<FormVersion, 'version' | 'createdAt'> {
  readonly registrations: number;
}

/** Which versions of a category's form there are, and who answered them: joined here, since conferences do not know registrations. */
@Resolver('Category')
export class FormVersionsResolver {
  constructor(private readonly work: UnitOfWork, private readonly categories: Categories, private readonly uses: FormUses) {}

  @ResolveField('formVersions')
  async formVersions(@Parent() category: Category, @Context() { actor, loaders }: RequestContext): Promise<readonly UsedVersion[]> {
    const conference = await loaders.load(conferenceById, category.conferenceId);
    if (conference === null || !may(actor, 'conference.read-draft', scopeOf(conference))) return [];
    const [versions, uses] = [await this.categories.versions(this.work.reader, category.id), await this.uses.of(category)];
    return versions.map(({ version, createdAt }) => ({ version, createdAt, registrations: uses.get(version) ?? 0 }));
  }
}
