import { Injectable } from '@nestjs/common';
import type { ConferenceId, SpeakerId } from '#kernel';
import type { Tx } from '#platform';
import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { SpeakerContact } from './speaker-contact.entity.js';

/** What is not printed of speakers. */
@Injectable()
export class SpeakerContacts {
  async ofSpeakers(em: EntityManager, ids: readonly SpeakerId[]): Promise<SpeakerContact[]> {
    return em.findBy(SpeakerContact, { speakerId: In([...ids]) });
  }

  async lock(tx: Tx, id: SpeakerId): Promise<SpeakerContact | null> {
    return tx.em.findOne(SpeakerContact, { where: { speakerId: id }, lock: { mode: 'for_no_key_update' } });
  }

  async put(tx: Tx, speakerId: SpeakerId, conferenceId: ConferenceId, its: Omit<SpeakerContact, 'speakerId' | 'conferenceId' | 'answeredAt'>): Promise<void> {
    await tx.em.insert(SpeakerContact, { speakerId, conferenceId, answeredAt: null, ...its });
  }
}
