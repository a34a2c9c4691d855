import { emailKey } from '#identity';
import { newId } from '#kernel';
import type { CategoryId, ConferenceId, ContactId, DelegationId, ForumId, VisitId } from '#kernel';
import { searchText } from '#people';
import type { Invitation } from './invitation.entity.js';

/** An invitation to be issued; what is absent is not known, or not limited. */
export interface NewInvitation {
  readonly conferenceId: ConferenceId;
  readonly contactId?: ContactId | null | undefined;
  /** Has passed parseEmail. */
  readonly toAddress: string;
  readonly toName: string;
  readonly nativeName?: string | null | undefined;
  readonly latinName?: string | null | undefined;
  readonly salutation?: string | null | undefined;
  readonly organisation?: string | null | undefined;
  readonly jobTitle?: string | null | undefined;
  readonly locale: string;
  readonly country?: string | null | undefined;
  readonly categoryId?: CategoryId | null | undefined;
  readonly delegationId?: DelegationId | null | undefined;
  readonly forumIds?: readonly ForumId[] | undefined;
  readonly visitIds?: readonly VisitId[] | undefined;
  /** 1 where absent. */
  readonly places?: number | undefined;
  /** True where absent: only the invited address may register by it. */
  readonly locked?: boolean | undefined;
  readonly expiresAt?: Date | null | undefined;
  readonly sponsor?: string | null | undefined;
}

/** The row of a new invitation that nobody answered yet. */
export function invitationRow(input: NewInvitation, now: Date): Invitation {
  const { toName, nativeName = null, latinName = null, organisation = null, toAddress } = input;
  return {
    id: newId(), conferenceId: input.conferenceId, contactId: input.contactId ?? null, toAddress, addressKey: emailKey(toAddress), toName,
    nativeName, latinName, salutation: input.salutation ?? null, organisation, jobTitle: input.jobTitle ?? null, locale: input.locale, country: input.country ?? null,
    categoryId: input.categoryId ?? null, delegationId: input.delegationId ?? null, forumIds: [...input.forumIds ?? []], visitIds: [...input.visitIds ?? []],
    places: input.places ?? 1, used: 0, locked: input.locked ?? true, expiresAt: input.expiresAt ?? null, sponsor: input.sponsor ?? null,
    state: 'OPEN', askedPlaces: null, replacedBy: null, searchText: searchText([toName, nativeName, latinName, organisation, toAddress]),
    createdAt: now, answeredAt: null, updatedAt: now, version: 1,
  };
}
