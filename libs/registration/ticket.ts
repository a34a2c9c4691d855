/** The purpose of ticket tokens (LinkTokens): the registration's id and a keyed hash, which only this installation can make. */
export const TICKET = 'ticket';
