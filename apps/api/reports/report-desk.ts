import { Conferences, scopeOf } from '#conferences';
import type { Conference } from '#conferences';
import { denied, may, mayWithin } from '#identity';
import type { Actor, Permission } from '#identity';
import { isId } from '#kernel';
import type { ConferenceId, Refusal } from '#kernel';
import { UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';

/** Lets in who may read the numbers of a conference: those of people by the permission for them, how full it is all of its staff. */
@Injectable()
export class ReportDesk {
  constructor(private readonly conferences: Conferences, private readonly work: UnitOfWork) {}

  async conference(actor: Actor, id: string, permission: Extract<Permission, 'registration.read' | 'mail.read' | 'conference.read-draft'>): Promise<Conference | Refusal> {
    const conference = isId(id) ? await this.conferences.byId(this.work.reader, id as ConferenceId) : null;
    if (conference === null) return denied(actor);
    const isOpen = permission === 'conference.read-draft' ? mayWithin(actor, permission, scopeOf(conference)) : may(actor, permission, scopeOf(conference));
    return isOpen ? conference : denied(actor);
  }
}
