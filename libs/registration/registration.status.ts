/** Where a registration stands, in the order in which most of them live. */
export const registrationStates = ['DRAFT', 'SUBMITTED', 'IN_REVIEW', 'CONFIRMED', 'WAITLISTED', 'DECLINED', 'CANCELLED', 'WITHDRAWN'] as const;
export type RegistrationState = (typeof registrationStates)[number];

export const registrationMoves = ['EDIT', 'SUBMIT', 'APPROVE', 'DECLINE', 'WITHDRAW', 'CANCEL'] as const;
export type RegistrationMove = (typeof registrationMoves)[number];

/** In what part somebody acts: the account that manages the registration, the conference's staff, or the house itself. */
export const movers = ['DELEGATE', 'STAFF', 'SYSTEM'] as const;
export type Mover = (typeof movers)[number];

/** States that stand for a person at the conference: within them one person has one registration. */
export const liveStates = ['SUBMITTED', 'IN_REVIEW', 'CONFIRMED', 'WAITLISTED'] as const satisfies readonly RegistrationState[];

/** States in which a place of the category is taken: held while staff decide, confirmed after. */
export const placedStates = ['IN_REVIEW', 'CONFIRMED'] as const satisfies readonly RegistrationState[];

interface LegalMove {
  /** `null` is a registration that does not exist yet. */
  readonly from: readonly (RegistrationState | null)[];
  readonly to: RegistrationState;
  readonly by: readonly Mover[];
}

const people: readonly Mover[] = ['DELEGATE', 'STAFF'];
const system: readonly Mover[] = ['SYSTEM'];

/**
 * Every legal move and who may make it; the one table. What was taken back or declined stays so: whoever comes again
 * registers again, so that history is never rewritten.
 */
export const legalMoves: readonly LegalMove[] = [
  { from: [null], to: 'DRAFT', by: people },
  { from: [null, 'DRAFT'], to: 'SUBMITTED', by: people },
  { from: ['SUBMITTED'], to: 'CONFIRMED', by: system },
  { from: ['SUBMITTED'], to: 'IN_REVIEW', by: system },
  { from: ['SUBMITTED'], to: 'WAITLISTED', by: system },
  { from: ['IN_REVIEW'], to: 'CONFIRMED', by: ['STAFF'] },
  { from: ['WAITLISTED'], to: 'CONFIRMED', by: people },
  { from: ['WAITLISTED'], to: 'IN_REVIEW', by: people },
  { from: ['IN_REVIEW', 'CONFIRMED', 'WAITLISTED'], to: 'DECLINED', by: ['STAFF'] },
  { from: ['DRAFT', 'IN_REVIEW', 'CONFIRMED', 'WAITLISTED'], to: 'WITHDRAWN', by: ['DELEGATE'] },
  { from: ['DRAFT', 'IN_REVIEW', 'CONFIRMED', 'WAITLISTED'], to: 'CANCELLED', by: ['STAFF'] },
  // An offered place that nobody answered went to the next; there is no turn left to wait for.
  { from: ['WAITLISTED'], to: 'CANCELLED', by: system },
];

export function isLegal(from: RegistrationState | null, to: RegistrationState, by: Mover): boolean {
  return legalMoves.some((move) => move.to === to && move.from.includes(from) && move.by.includes(by));
}

const targets: Readonly<Record<Exclude<RegistrationMove, 'EDIT'>, RegistrationState>> = {
  SUBMIT: 'SUBMITTED',
  APPROVE: 'CONFIRMED',
  DECLINE: 'DECLINED',
  WITHDRAW: 'WITHDRAWN',
  CANCEL: 'CANCELLED',
};

/**
 * Moves that the table allows somebody from a state. Approving is staff's word for confirming what is in review; somebody
 * in line is confirmed by accepting an offer, not by approval.
 */
export function movesFrom(state: RegistrationState, by: Mover): readonly RegistrationMove[] {
  return registrationMoves.filter((move) => {
    if (move === 'EDIT') return false;
    if (move === 'APPROVE' && state !== 'IN_REVIEW') return false;
    return isLegal(state, targets[move], by);
  });
}

export function isLive(state: RegistrationState): boolean {
  return liveStates.some((live) => live === state);
}

export function holdsPlace(state: RegistrationState): boolean {
  return placedStates.some((placed) => placed === state);
}
