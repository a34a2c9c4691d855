/**
 * Where a letter stands. PENDING and DEFERRED are to be sent, SENDING is on its way, the rest is final until a person
 * settles it. SUPPRESSED was never to be sent; BOUNCED was taken by the mail server and came back.
 */
export const MESSAGE_STATES = ['PENDING', 'SENDING', 'SENT', 'DEFERRED', 'FAILED', 'UNCLEAR', 'CANCELLED', 'BOUNCED', 'SUPPRESSED'] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

/** States of which a mailing must have none to be finished. */
export const UNSETTLED_STATES = ['PENDING', 'SENDING', 'DEFERRED'] as const satisfies readonly MessageState[];

/** `connect`: no byte of the letter has left. `data`: it may have arrived, whatever happens next. */
export type SendingPhase = 'connect' | 'data';

/** HARD: the address takes no letters. SOFT: it did not take this one. COMPLAINT: its reader called it spam. */
export const BOUNCE_KINDS = ['HARD', 'SOFT', 'COMPLAINT'] as const;
export type BounceKind = (typeof BOUNCE_KINDS)[number];
