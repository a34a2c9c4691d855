import type { PlaceId, PoolId, RegistrationId } from '#kernel';
import { Handles } from '#platform';
import type { JobHandler } from '#platform';
import { TellHoldExpired, tellHoldExpired } from '#visits';

interface Payload {
  readonly placeId: PlaceId;
  readonly holder: RegistrationId;
  readonly poolId: PoolId;
}

/** Writes to whoever held seats and did not confirm them in time. */
@Handles(tellHoldExpired)
export class TellHoldExpiredHandler implements JobHandler<Payload> {
  constructor(private readonly tell: TellHoldExpired) {}

  async handle({ placeId, holder, poolId }: Payload): Promise<void> {
    await this.tell.run({ placeId, holder, poolId });
  }
}
