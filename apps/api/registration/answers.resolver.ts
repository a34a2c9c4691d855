import type { Answer } from '#conferences';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '../graphql/request-context.js';
import type { File } from '../graphql/schema.gen.js';
import { fileById } from '../media/media.loaders.js';

/** The file that answers a question, with the path under which those allowed may fetch it. */
@Resolver('Answer')
export class AnswersResolver {
  @ResolveField('file')
  async file(@Parent() answer: Answer, @Context() { loaders }: RequestContext): Promise<File | null> {
    return answer.fileId === undefined ? null : loaders.load(fileById, answer.fileId);
  }
}
