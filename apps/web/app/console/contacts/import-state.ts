import type { graphql } from '../../api/graphql.js';
import type { Tone } from '../../registration/state-chip.js';

export type ImportState = ReturnType<typeof graphql.scalar<'ContactImportState'>>;

export const IMPORT_TONES: Readonly<Record<ImportState, Tone>> = {
  CHECKING: 'plain', CHECKED: 'wait', UNREADABLE: 'bad', APPLYING: 'plain', APPLIED: 'good', UNDOING: 'plain', UNDONE: 'plain',
};

/** Whether a worker has it in hand: the page renews itself meanwhile. */
export function isUnderWay(state: ImportState): boolean {
  return state === 'CHECKING' || state === 'APPLYING' || state === 'UNDOING';
}
