import { Inject, Injectable } from '@nestjs/common';
import type { MessageId } from '#kernel';
import { KeyRing, LinkTokens, SETTINGS } from '#platform';
import type { Settings } from '#platform';
import { MailingInk } from '../ink/mailing-ink.js';
import { ReturnPaths } from '../ink/return-paths.js';
import { dkimKeyOf } from '../post/named-servers.js';
import { senderOf } from '../sender.js';
import type { RunningMailing } from './mailing-desk.js';
import { UNSUBSCRIBE } from './unsubscribe-link.js';

/** Ink for mailings: our address, signature, return paths and the way out, as the settings have them. */
@Injectable()
export class Inkwell {
  private readonly sender;
  private readonly dkim;
  private readonly paths: ReturnPaths;
  private readonly publicUrl: string;

  /** @throws Error naming a setting that is wrong */
  constructor(@Inject(SETTINGS) settings: Settings, keys: KeyRing, private readonly tokens: LinkTokens) {
    this.sender = senderOf(settings.MAIL_FROM);
    this.dkim = dkimKeyOf(settings);
    this.paths = new ReturnPaths(keys, settings.BOUNCE_DOMAIN, this.sender.address);
    this.publicUrl = settings.PUBLIC_URL;
  }

  fill({ id, conferenceId, kind, fromName, replyTo, listId }: RunningMailing): MailingInk {
    const { address, domain } = this.sender;
    return new MailingInk({
      mailingId: id, kind, from: { email: address, name: fromName }, replyTo, listId: `${listId}.${domain}`, dkim: this.dkim,
      // Google's feedback loop counts by each of the parts; the last is the sender, the same for all.
      feedbackId: `${id}:${conferenceId}:${kind}:${domain}`,
      returnPath: (message: MessageId) => this.paths.of(message),
      unsubscribeUrl: (message: MessageId) => `${this.publicUrl}/unsubscribe/${this.tokens.linkToken(UNSUBSCRIBE, message)}`,
    });
  }
}
