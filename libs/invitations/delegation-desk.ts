import { Categories, Conferences } from '#conferences';
import type { Category, Conference } from '#conferences';
import { Accounts, denied, parseEmail, PartRoles } from '#identity';
import type { Actor } from '#identity';
import { isId, refuse } from '#kernel';
import type { AccountId, ConferenceId, Refusal } from '#kernel';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { HeadInput, QuotaInput } from './check-delegation.js';
import { DelegationQuota } from './delegation-quota.entity.js';
import type { Delegation } from './delegation.entity.js';
import { InvitationLetters } from './invitation-letters.js';
import { mayEditDelegations } from './invitation.policy.js';
import { Quotas } from './quotas.js';

/** Where delegations are made and changed: who may, who heads them, how many places they have. */
@Injectable()
export class DelegationDesk {
  constructor(
    private readonly conferences: Conferences, readonly categories: Categories, private readonly accounts: Accounts,
    private readonly roles: PartRoles, private readonly quotas: Quotas, private readonly letters: InvitationLetters,
  ) {}

  /** The conference whose delegations the actor is about to change, with its categories. */
  async open(tx: Tx, actor: Actor, id: ConferenceId): Promise<{ conference: Conference; categories: readonly Category[] } | Refusal> {
    const conference = isId(id) ? await this.conferences.byId(tx.em, id) : null;
    if (conference === null) return actor.kind === 'ANONYMOUS' ? denied(actor) : refuse('conference.unknown');
    if (!mayEditDelegations(actor, conference)) return denied(actor);
    if (conference.state === 'ARCHIVED') return refuse('conference.archived');
    return { conference, categories: await this.categories.ofConferences(tx.em, [id]) };
  }

  /** The account of the head, made where its address never signed in. */
  async accountOf(tx: Tx, conference: Conference, head: HeadInput | null | undefined): Promise<AccountId | null> {
    if (head == null) return null;
    const account = await this.accounts.findOrCreate(tx, parseEmail(head.email) ?? head.email, { locale: head.locale ?? conference.locales[0] ?? 'en' });
    return account.id;
  }

  /** Lets the role go from whom it was to whom it is, and tells a new head by letter. */
  async handOver(tx: Tx, actor: Actor, conference: Conference, delegation: Delegation, before: AccountId | null, head: HeadInput | null | undefined): Promise<void> {
    const part = { role: 'HEAD_OF_DELEGATION', scope: { kind: 'DELEGATION', id: delegation.id }, conferenceId: conference.id } as const;
    const { headAccountId } = delegation;
    if (before === headAccountId) return;
    if (before !== null) await this.roles.take(tx, actor, { ...part, accountId: before });
    if (headAccountId === null || head == null) return;
    await this.roles.give(tx, actor, { ...part, accountId: headAccountId });
    await this.letters.head(tx, conference, delegation, { email: parseEmail(head.email) ?? head.email, locale: head.locale ?? conference.locales[0] ?? 'en' });
  }

  /** Sets the quota of each category; one that is not named has none. Refused where more places than that have names. */
  async setQuotas(tx: Tx, { id, conferenceId }: Delegation, quotas: readonly QuotaInput[]): Promise<Refusal<'delegation.quota-below-named'> | undefined> {
    await this.quotas.lock(tx, [id]);
    const before = await this.quotas.ofDelegations(tx.em, [id]);
    const places = new Map(quotas.map((quota) => [quota.categoryId, quota.places]));
    const short = before.find(({ categoryId, named }) => named > (places.get(categoryId) ?? 0));
    if (short !== undefined) return refuse('delegation.quota-below-named', { categoryId: short.categoryId, named: short.named });
    for (const { categoryId } of before.filter((quota) => !places.has(quota.categoryId))) await tx.em.delete(DelegationQuota, { delegationId: id, categoryId });
    const named = new Map(before.map((quota) => [quota.categoryId, quota.named]));
    const rows = [...places].map(([categoryId, n]) => ({ delegationId: id, categoryId, conferenceId, places: n, named: named.get(categoryId) ?? 0 }));
    if (rows.length > 0) await tx.em.upsert(DelegationQuota, rows, ['delegationId', 'categoryId']);
    return undefined;
  }
}
