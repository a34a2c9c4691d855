import type { Conference } from '#conferences';
import { mayManageDelegation, mayReadInvitations } from '#invitations';
import type { Delegation, Invitation } from '#invitations';
import type { ConferenceId } from '#kernel';
import { conferenceById } from '../conferences/conferences.loaders.js';
import type { RequestContext } from '../graphql/request-context.js';

async function conferenceOf(id: ConferenceId, { loaders }: RequestContext): Promise<Conference> {
  const conference = await loaders.load(conferenceById, id);
  if (conference === null) throw new Error(`conference ${id} is gone`);
  return conference;
}

/** Staff who may read invitations, and the head of its delegation. */
export async function seesInvitation(invitation: Pick<Invitation, 'conferenceId' | 'delegationId'>, context: RequestContext): Promise<boolean> {
  const conference = await conferenceOf(invitation.conferenceId, context);
  return mayReadInvitations(context.actor, conference) || invitation.delegationId !== null && mayManageDelegation(context.actor, conference, invitation.delegationId);
}

/** Its head, and staff who may read invitations or manage delegations. */
export function seesDelegation({ id, conferenceId }: Delegation, context: RequestContext): Promise<boolean> {
  return seesInvitation({ conferenceId, delegationId: id }, context);
}
