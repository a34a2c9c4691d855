/** Where an invitation stands. The first four still speak: an address has one of those to a conference. */
export const invitationStates = ['OPEN', 'TENTATIVE', 'ACCEPTED', 'DECLINED', 'SUBSTITUTED', 'REPLACED', 'REVOKED', 'EXPIRED'] as const;
export type InvitationState = (typeof invitationStates)[number];

/** States in which an answer may be given, or given otherwise. */
export const speakingStates = ['OPEN', 'TENTATIVE', 'ACCEPTED', 'DECLINED'] as const satisfies readonly InvitationState[];

/** States that give a right to register, and so keep a delegation's places. */
export const rightfulStates = ['OPEN', 'TENTATIVE', 'ACCEPTED'] as const satisfies readonly InvitationState[];

/** What the invited may say. */
export const answers = ['ACCEPT', 'DECLINE', 'TENTATIVE', 'SUBSTITUTE', 'ASK_PLACES'] as const;
export type Answer = (typeof answers)[number];

/** All that happens to an invitation and is kept in its history. */
export const deeds = [...answers, 'REGISTER', 'TIE', 'CHANGE', 'REOPEN', 'REPLACE', 'REVOKE', 'EXPIRE'] as const;
export type Deed = (typeof deeds)[number];

/**
 * On which way it came: by the link in the letter, by somebody signed in with the invited address, noted by staff after a
 * call, a letter or a reply by mail, decided by staff or by a head of delegation, or by the house when time ran out.
 */
export const ways = ['LINK', 'ACCOUNT', 'PHONE', 'LETTER', 'REPLY', 'STAFF', 'HEAD', 'SYSTEM'] as const;
export type Way = (typeof ways)[number];

const speaking: readonly InvitationState[] = speakingStates;
const rightful: readonly InvitationState[] = rightfulStates;

interface LegalDeed {
  readonly from: readonly InvitationState[];
  /** Null leaves the state as it is. */
  readonly to: InvitationState | null;
}

/** Every legal deed; the one table. People change their minds: an answer may follow an answer for as long as the invitation speaks. */
export const legalDeeds: Readonly<Record<Deed, LegalDeed>> = {
  ACCEPT: { from: speaking, to: 'ACCEPTED' },
  DECLINE: { from: speaking, to: 'DECLINED' },
  TENTATIVE: { from: speaking, to: 'TENTATIVE' },
  SUBSTITUTE: { from: speaking, to: 'SUBSTITUTED' },
  ASK_PLACES: { from: rightful, to: null },
  REGISTER: { from: rightful, to: 'ACCEPTED' },
  TIE: { from: speaking, to: 'ACCEPTED' },
  CHANGE: { from: speaking, to: null },
  REOPEN: { from: ['EXPIRED'], to: 'OPEN' },
  REPLACE: { from: [...speaking, 'EXPIRED'], to: 'REPLACED' },
  REVOKE: { from: speaking, to: 'REVOKED' },
  EXPIRE: { from: rightful, to: 'EXPIRED' },
};

/** The state after a deed, or nothing where the table forbids it. */
export function stateAfter(state: InvitationState, deed: Deed): InvitationState | undefined {
  const { from, to } = legalDeeds[deed];
  return from.includes(state) ? to ?? state : undefined;
}

export function isSpeaking(state: InvitationState): boolean {
  return speaking.includes(state);
}

export function isRightful(state: InvitationState): boolean {
  return rightful.includes(state);
}
