import { Injectable } from '@nestjs/common';
import { Clock, isId, refuse } from '#kernel';
import type { Refusal, SpeakerId } from '#kernel';
import { LinkTokens, UnitOfWork } from '#platform';
import { SpeakerContact } from './speaker-contact.entity.js';
import { SpeakerContacts } from './speaker-contacts.js';
import { SPEAKER_LINK } from './speaker-link.js';

export interface SpeakerAnswer {
  readonly speakerId: SpeakerId;
  /** Of the letter's link. */
  readonly token: string;
  readonly answer: 'CONFIRMED' | 'DECLINED';
}

/** Takes a speaker's own answer, by the link in the letter and a button; it may be given again otherwise. */
@Injectable()
export class ConfirmSpeaker {
  constructor(private readonly work: UnitOfWork, private readonly tokens: LinkTokens, private readonly contacts: SpeakerContacts, private readonly clock: Clock) {}

  async run({ speakerId, token, answer }: SpeakerAnswer): Promise<Omit<SpeakerAnswer, 'token'> | Refusal<'speaker.unknown'>> {
    if (!isId(speakerId) || this.tokens.verifyLinkToken<SpeakerId>(SPEAKER_LINK, token) !== speakerId) return refuse('speaker.unknown');
    return this.work.run(async (tx) => {
      const contact = await this.contacts.lock(tx, speakerId);
      if (contact === null) return refuse('speaker.unknown');
      if (contact.state !== answer) await tx.em.update(SpeakerContact, { speakerId }, { state: answer, answeredAt: this.clock.now() });
      return { speakerId, answer };
    });
  }
}
