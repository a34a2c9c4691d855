/** The pages of the site that identity's letters lead to, below the language; each shows a button that posts the token. */
export const LETTER_PAGES = {
  signIn: '/sign-in/link',
  confirmAddress: '/me/confirm-address',
  staffInvitation: '/staff/invitation',
} as const;
