/** Where a letter stands. PENDING and DEFERRED are to be sent, SENDING is on its way, the rest is final until a person settles it. */
export const MESSAGE_STATES = ['PENDING', 'SENDING', 'SENT', 'DEFERRED', 'FAILED', 'UNCLEAR', 'CANCELLED'] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

/** `connect`: no byte of the letter has left. `data`: it may have arrived, whatever happens next. */
export type SendingPhase = 'connect' | 'data';
