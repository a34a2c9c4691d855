import { Audit, denied, may } from '#identity';
import type { Actor } from '#identity';
import { invalid, isRefusal } from '#kernel';
import type { Refusal } from '#kernel';
import { OutboxDesk, UnitOfWork } from '#platform';
import type { PieceOfWork } from '#platform';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../graphql/access.decorators.js';
import { connection, pageRequest } from '../graphql/connection.js';
import type { Connection } from '../graphql/connection.js';
import { CurrentActor } from '../graphql/request-context.js';
import type { QueryWorkArgs, RetryWorkInput } from '../graphql/schema.gen.js';

/** Work that is not done, for who runs the installation: seen, begun anew, put aside. Each deed is a line of the audit log. */
@Resolver()
export class WorkResolver {
  constructor(private readonly desk: OutboxDesk, private readonly work: UnitOfWork, private readonly audit: Audit) {}

  @Query('work')
  @Allow('house.run')
  async list(@CurrentActor() actor: Actor, @Args() args: QueryWorkArgs): Promise<Connection<PieceOfWork> | Refusal> {
    if (!may(actor, 'house.run', {})) return denied(actor);
    const filter = { states: args.filter?.states ?? undefined, names: args.filter?.names ?? undefined };
    const page = await this.desk.page(this.work.reader, filter, pageRequest(args));
    return isRefusal(page) ? page : connection(page, () => this.desk.count(this.work.reader, filter), (row) => row);
  }

  @Mutation('retryWork')
  @Allow('house.run')
  async retry(@CurrentActor() actor: Actor, @Args('input') { id, name }: RetryWorkInput): Promise<{ count: number } | Refusal> {
    if (!may(actor, 'house.run', {})) return denied(actor);
    const which = typeof id === 'string' ? { id } : typeof name === 'string' ? { name } : undefined;
    if (which === undefined || (typeof id === 'string' && typeof name === 'string')) return invalid([{ path: 'id', code: 'required' }]);
    return this.work.run(async (tx) => {
      const names = await this.desk.retry(tx, which);
      if (names.length > 0) await this.audit.write(tx, { actor, action: 'work.retried', subjectKind: 'work', subjectId: null, data: { name: names[0] ?? '', count: names.length } });
      return { count: names.length };
    });
  }

  @Mutation('putWorkAside')
  @Allow('house.run')
  async putAside(@CurrentActor() actor: Actor, @Args('id') id: string): Promise<{ name: string } | Refusal> {
    if (!may(actor, 'house.run', {})) return denied(actor);
    return this.work.run(async (tx): Promise<{ name: string } | Refusal> => {
      const name = await this.desk.setAside(tx, id);
      if (isRefusal(name)) return name;
      await this.audit.write(tx, { actor, action: 'work.put-aside', subjectKind: 'work', subjectId: null, data: { name } });
      return { name };
    });
  }
}
