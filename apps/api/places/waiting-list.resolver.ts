import { PoolDesk } from '#agenda';
import type { Actor } from '#identity';
import { decodeCursor, isRefusal, pageOf, refuse } from '#kernel';
import type { PoolId, Refusal } from '#kernel';
import { countWaiting, waitingLine } from '#places';
import type { WaitingKey, WaitingTurn } from '#places';
import { UnitOfWork } from '#platform';
import type { Registration } from '#registration';
import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../graphql/access.decorators.js';
import { connection, pageRequest } from '../graphql/connection.js';
import type { Connection } from '../graphql/connection.js';
import { CurrentActor } from '../graphql/request-context.js';
import type { RequestContext } from '../graphql/request-context.js';
import type { QueryWaitingListArgs } from '../graphql/schema.gen.js';
import { registrationById } from '../registration/registration.loaders.js';

/** Who waits for a place, for staff. */
@Resolver('WaitingTurn')
export class WaitingListResolver {
  constructor(private readonly work: UnitOfWork, private readonly desk: PoolDesk) {}

  @Query('waitingList')
  @Allow('registration.read')
  async waitingList(@CurrentActor() actor: Actor, @Args() args: QueryWaitingListArgs): Promise<Connection<WaitingTurn> | Refusal> {
    const em = this.work.reader;
    const open = await this.desk.open(em, actor, args.poolId as PoolId, 'registration.read');
    if (isRefusal(open)) return open;
    const request = pageRequest(args);
    const after = request.after === undefined ? null : keyOf(request.after);
    if (after === undefined) return refuse('cursor.malformed');
    const turns = await waitingLine(em, open.pool.id, after, request.first + 1);
    const page = pageOf(turns, request, ({ position, priority, turn }) => [position === null ? 0 : 1, priority, turn]);
    return connection(page, () => countWaiting(em, open.pool.id), (turn) => turn);
  }

  @ResolveField('registration')
  registration(@Parent() { holder }: WaitingTurn, @Context() { loaders }: RequestContext): Promise<Registration | null> {
    return loaders.load(registrationById, holder);
  }
}

function keyOf(after: string): WaitingKey | undefined {
  const [waits, priority, turn] = decodeCursor(after, 3) ?? [];
  const isOurs = Number.isInteger(waits) && Number.isInteger(priority) && typeof turn === 'string' && /^\d{1,18}$/.test(turn);
  return isOurs ? { isWaiting: waits === 1, priority: Number(priority), turn } : undefined;
}
