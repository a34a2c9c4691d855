/** Purpose of the tokens in `/unsubscribe/<token>`: the id of the letter that held the link. */
export const UNSUBSCRIBE = 'mail.unsubscribe';
