import type { InvitationId } from '#kernel';

/** The purpose of the token in an invitation's link (LinkTokens): it answers for this one invitation and opens nothing else. */
export const INVITATION_LINK = 'invitation.answer';

/** LinkTokens, or the context of a letter. */
export interface MakesLinkTokens {
  linkToken(purpose: string, id: string): string;
}

/** The path of the page where an invitation is answered. The link ends with the invitation, whose row says until when. */
export function invitationLink(tokens: MakesLinkTokens, id: InvitationId, locale: string): string {
  return `/${locale}/invitations/${tokens.linkToken(INVITATION_LINK, id)}`;
}
