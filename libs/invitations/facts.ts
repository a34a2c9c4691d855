import type { InvitationId } from '#kernel';
import { fact } from '#platform';

/** Somebody answered, or staff noted an answer: who waits to remind them need not. */
export const invitationAnswered = fact<{ invitationId: InvitationId }>('invitation.answered');
