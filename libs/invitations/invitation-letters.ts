import { Categories } from '#conferences';
import type { Conference } from '#conferences';
import { textFor } from '#kernel';
import type { DelegationId, LocalizedText } from '#kernel';
import { Letters } from '#mail';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { DelegationQuota } from './delegation-quota.entity.js';
import { Delegation } from './delegation.entity.js';
import type { Invitation } from './invitation.entity.js';
import { delegationHeadLetter } from './mails/delegation-head.mail.js';
import type { InvitedTo } from './mails/invitation-props.js';
import { invitationSentLetter } from './mails/sent.mail.js';

/** What a letter says besides the invitation itself. */
export interface InvitationWords {
  readonly insteadOf?: string | null;
  readonly words?: string | null;
}

/** Writes the letters of invitations: one an invitation, however often it is asked for. */
@Injectable()
export class InvitationLetters {
  constructor(private readonly letters: Letters, private readonly categories: Categories) {}

  /** Invites them, all by a few statements. */
  async sent(tx: Tx, conference: Conference, invitations: readonly Invitation[], { insteadOf = null, words = null }: InvitationWords = {}): Promise<void> {
    const titles = new Map((await this.categories.ofConferences(tx.em, [conference.id])).map(({ id, title }) => [id, title]));
    const delegations = await this.delegations(tx, invitations.flatMap(({ delegationId }) => (delegationId === null ? [] : [delegationId])));
    await this.letters.writeAll(tx, invitations.map((invitation) => this.letters.prepare(invitationSentLetter, {
      key: invitation.id, to: { email: invitation.toAddress, name: invitation.toName }, locale: invitation.locale, conferenceId: conference.id,
      from: textFor(conference.title, invitation.locale),
      props: {
        invitationId: invitation.id, name: invitation.toName, conference: invitedTo(conference), insteadOf, words,
        category: invitation.categoryId === null ? null : titles.get(invitation.categoryId) ?? null,
        delegation: invitation.delegationId === null ? null : delegations.get(invitation.delegationId) ?? null,
        sponsor: invitation.sponsor, places: invitation.places, expiresAt: invitation.expiresAt?.toISOString() ?? null,
      },
    })));
  }

  /** Tells the head of a delegation, once for each who becomes it. */
  async head(tx: Tx, conference: Conference, delegation: Delegation, to: { readonly email: string; readonly locale: string }): Promise<void> {
    const quotas = await tx.em.findBy(DelegationQuota, { delegationId: delegation.id });
    const categories = await this.categories.ofConferences(tx.em, [conference.id]);
    await this.letters.write(tx, delegationHeadLetter, {
      key: `${delegation.id}:${delegation.headAccountId ?? ''}`, to: { email: to.email, name: delegation.headName ?? '' }, locale: to.locale, conferenceId: conference.id,
      ...(delegation.headAccountId === null ? {} : { accountId: delegation.headAccountId }), from: textFor(conference.title, to.locale),
      props: {
        delegationId: delegation.id, name: delegation.headName ?? '', delegation: delegation.name, conference: invitedTo(conference),
        quotas: categories.flatMap(({ id, title }) => quotas.filter(({ categoryId }) => categoryId === id).map(({ places }) => ({ category: title, places }))),
      },
    });
  }

  private async delegations(tx: Tx, ids: readonly DelegationId[]): Promise<ReadonlyMap<DelegationId, LocalizedText>> {
    return new Map((await tx.em.findBy(Delegation, { id: In([...new Set(ids)]) })).map(({ id, name }) => [id, name]));
  }
}

function invitedTo({ slug, title, city, startsOn, endsOn, timeZone }: Conference): InvitedTo {
  return { slug, title, city, startsOn, endsOn, timeZone };
}
