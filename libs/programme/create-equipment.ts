import { Injectable } from '@nestjs/common';
import { Conferences } from '#conferences';
import type { Actor } from '#identity';
import { Clock, invalid, isRefusal, localizedTextProblems, newId, refuse, tidyLocalized } from '#kernel';
import type { ConferenceId, LocalizedText, Refusal, RoomId } from '#kernel';
import { once, UnitOfWork } from '#platform';
import { capacityProblems } from './capacity.js';
import { Equipment } from './equipment.entity.js';
import type { EquipmentId } from './equipment.entity.js';
import { conferenceToEdit } from './programme.policy.js';
import { DraftProgrammes } from './programmes.js';

export interface NewEquipment {
  readonly conferenceId: ConferenceId;
  readonly name: LocalizedText;
  readonly quantity: number;
  /** Where it is fixed; absent where it can be moved. */
  readonly roomId?: RoomId | null | undefined;
}

/** Notes a piece of equipment, fixed in a room or to be moved. */
@Injectable()
export class CreateEquipment {
  constructor(
    private readonly work: UnitOfWork, private readonly conferences: Conferences,
    private readonly drafts: DraftProgrammes, private readonly clock: Clock,
  ) {}

  async run(actor: Actor, input: NewEquipment, key?: string): Promise<{ equipmentId: EquipmentId } | Refusal> {
    const problems = [...localizedTextProblems('name', input.name, 'line', true), ...capacityProblems('quantity', input.quantity)];
    if (problems.length > 0) return invalid(problems);
    return this.work.run((tx) => once(tx, { principal: actor.principal, operation: 'createEquipment', key, arguments: input }, async () => {
      const conference = await conferenceToEdit(this.conferences, tx, actor, input.conferenceId);
      if (isRefusal(conference)) return conference;
      const [room] = input.roomId == null ? [] : await this.drafts.rooms(tx.em, [input.roomId]);
      if (input.roomId != null && room?.conferenceId !== conference.id) return refuse('room.unknown');
      const equipmentId: EquipmentId = newId();
      await tx.em.insert(Equipment, {
        id: equipmentId, conferenceId: conference.id, roomId: input.roomId ?? null, name: tidyLocalized(input.name, 'line'), quantity: input.quantity, createdAt: this.clock.now(),
      });
      return { equipmentId };
    }));
  }
}
