/** Where a conference stands, from being written to being put away. */
export const conferenceStates = ['DRAFT', 'PUBLISHED', 'OPEN', 'CLOSED', 'ARCHIVED'] as const;
export type ConferenceState = (typeof conferenceStates)[number];

export const conferenceMoves = ['PUBLISH', 'OPEN', 'CLOSE', 'ARCHIVE'] as const;
export type ConferenceMove = (typeof conferenceMoves)[number];

interface Move {
  readonly from: readonly ConferenceState[];
  readonly to: ConferenceState;
}

/** Every legal move. What was public stays readable: nothing leads back to a draft, and an archived edition stays put. */
export const legalMoves: Readonly<Record<ConferenceMove, Move>> = {
  PUBLISH: { from: ['DRAFT'], to: 'PUBLISHED' },
  OPEN: { from: ['PUBLISHED', 'CLOSED'], to: 'OPEN' },
  CLOSE: { from: ['OPEN'], to: 'CLOSED' },
  ARCHIVE: { from: ['PUBLISHED', 'CLOSED'], to: 'ARCHIVED' },
};

/** Moves that are legal from a state, in the order in which a conference lives. */
export function allowedMoves(state: ConferenceState): readonly ConferenceMove[] {
  return conferenceMoves.filter((move) => legalMoves[move].from.includes(state));
}

/** The state after a move, or nothing where the move is not legal. */
export function afterMove(state: ConferenceState, move: ConferenceMove): ConferenceState | undefined {
  return legalMoves[move].from.includes(state) ? legalMoves[move].to : undefined;
}

/** Whether the public may read it; a draft is for staff only. */
export function isPublic(state: ConferenceState): boolean {
  return state !== 'DRAFT';
}
