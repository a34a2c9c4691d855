import { DelegationQuota } from './delegation-quota.entity.js';
import { Delegation } from './delegation.entity.js';
import { InvitationAnswer } from './invitation-answer.entity.js';
import { Invitation } from './invitation.entity.js';

export * from './delegation-quota.entity.js';
export * from './delegation.entity.js';
export * from './expire-invitations.js';
export * from './facts.js';
export * from './invitation-answer.entity.js';
export * from './invitation-link.js';
export * from './invitation.entity.js';
export { isRightful, isSpeaking, invitationStates, rightfulStates, speakingStates } from './invitation.status.js';
export type { Answer, Deed, InvitationState, Way } from './invitation.status.js';
export * from './invitations.js';
export * from './invitations.module.js';
export type { NewInvitation } from './new-invitation.js';

export const invitationEntities = [Delegation, DelegationQuota, Invitation, InvitationAnswer];
