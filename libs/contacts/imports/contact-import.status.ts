/**
 * Where an import stands. CHECKING: the file is read and tried, nothing is written. CHECKED: it waits for a person. Then
 * it is applied and may be undone. UNREADABLE: the file is no table.
 */
export const importStates = ['CHECKING', 'CHECKED', 'UNREADABLE', 'APPLYING', 'APPLIED', 'UNDOING', 'UNDONE'] as const;
export type ImportState = (typeof importStates)[number];

export type ImportMove = 'CHECK' | 'APPLY' | 'UNDO';

/** Every move of a person. What was kept by an undoing may be tried again once what held it is gone. */
export const importMoves: Readonly<Record<ImportMove, { readonly from: readonly ImportState[]; readonly to: ImportState }>> = {
  CHECK: { from: ['CHECKING', 'CHECKED', 'UNREADABLE'], to: 'CHECKING' },
  APPLY: { from: ['CHECKED'], to: 'APPLYING' },
  UNDO: { from: ['APPLIED', 'UNDONE'], to: 'UNDOING' },
};

export function mayMoveImport(state: ImportState, move: ImportMove): boolean {
  return importMoves[move].from.includes(state);
}

/** Whether a worker has it in hand now. */
export function isUnderWay(state: ImportState): boolean {
  return state === 'CHECKING' || state === 'APPLYING' || state === 'UNDOING';
}
