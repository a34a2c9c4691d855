import { emailKey } from '#identity';
import type { Invitation } from '#invitations';
import { checkNames, isProblems } from '#people';
import type { DetailsInput } from './details.js';

/**
 * What an invitation says of whom it is for, to begin the form with: only where the invited address itself registers, so
 * that whoever was passed the link learns nothing. The Latin name is not split, since nobody but its owner knows how.
 */
export function knownFromInvitation(invitation: Invitation | null, email: string): DetailsInput {
  if (invitation === null || invitation.addressKey !== emailKey(email)) return {};
  const { nativeName, latinName, salutation, organisation, jobTitle } = invitation;
  const names = latinName === null ? undefined : { native: nativeName, latinFamily: latinName, salutation };
  return {
    ...(names === undefined || isProblems(checkNames(names)) ? {} : { names }),
    ...(organisation === null ? {} : { organisation }), ...(jobTitle === null ? {} : { jobTitle }),
  };
}
