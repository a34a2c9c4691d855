import { refuse } from '#kernel';
import type { CategoryId, Refusal } from '#kernel';
import { isRightful } from './invitation.status.js';
import type { InvitationState } from './invitation.status.js';

export type ClosedRefusal = Refusal<'invitation.revoked' | 'invitation.replaced' | 'invitation.expired'>;
export type RightRefusal = ClosedRefusal | Refusal<'invitation.declined' | 'invitation.used-up' | 'invitation.other-address' | 'invitation.other-category'>;

interface Lasting {
  readonly state: InvitationState;
  readonly expiresAt: Date | null;
}

/** How it stands at an instant, also before the sweep has come by. */
export function standingOf({ state, expiresAt }: Lasting, now: Date): InvitationState {
  return isRightful(state) && expiresAt !== null && now >= expiresAt ? 'EXPIRED' : state;
}

/** Why nothing can be answered any more, if so. Whether it was replaced by a substitute or by staff is nobody's business. */
export function whyClosed(invitation: Lasting, now: Date): ClosedRefusal | undefined {
  switch (standingOf(invitation, now)) {
    case 'REVOKED': return refuse('invitation.revoked');
    case 'SUBSTITUTED':
    case 'REPLACED': return refuse('invitation.replaced');
    case 'EXPIRED': return refuse('invitation.expired', { expiredAt: invitation.expiresAt });
    case 'OPEN':
    case 'TENTATIVE':
    case 'ACCEPTED':
    case 'DECLINED': return undefined;
  }
}

/** Somebody about to register by an invitation. */
export interface Comer {
  readonly now: Date;
  readonly categoryId: CategoryId;
  /** Of the address that will manage the registration. */
  readonly addressKey: string;
  /** Entered by staff or by the head of its delegation, who answer for it that it is the right person. */
  readonly isVouchedFor: boolean;
}

interface Right extends Lasting {
  readonly categoryId: CategoryId | null;
  readonly addressKey: string;
  readonly locked: boolean;
  readonly places: number;
  readonly used: number;
}

/** Why one may not register by it, if so. */
export function whyNotRegister(invitation: Right, comer: Comer): RightRefusal | undefined {
  const closed = whyClosed(invitation, comer.now);
  if (closed !== undefined) return closed;
  if (invitation.state === 'DECLINED') return refuse('invitation.declined');
  if (invitation.locked && !comer.isVouchedFor && invitation.addressKey !== comer.addressKey) return refuse('invitation.other-address');
  if (invitation.categoryId !== null && invitation.categoryId !== comer.categoryId) return refuse('invitation.other-category', { categoryId: invitation.categoryId });
  return invitation.used >= invitation.places ? refuse('invitation.used-up', { places: invitation.places }) : undefined;
}

/** An address as far as a stranger who holds the link may know it: the one it was sent to recognises it. */
export function maskedAddress(address: string): string {
  const [local = '', domain = ''] = address.split('@');
  const [first = ''] = local;
  return `${first}${'•'.repeat(3)}@${domain}`;
}
