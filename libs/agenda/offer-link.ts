/** The purpose of the link in an offer's letter (LinkTokens): it answers this one offer and opens nothing else. */
export const OFFER_LINK = 'offer';
