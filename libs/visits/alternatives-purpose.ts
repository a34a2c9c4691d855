/** The purpose of the link in a letter about a changed or cancelled departure: it moves this one booking and opens nothing else. */
export const ALTERNATIVES_LINK = 'departure-alternatives';
